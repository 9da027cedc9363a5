"""What each figure of a sentence is: the bill, a part of it, a bound, a premium, or no sum at all."""
