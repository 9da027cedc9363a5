"""Numbers as people write them, and what one numeral is: money, a share, a count, a day."""
