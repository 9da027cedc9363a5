"""The original documents a corpus was written from: cut into parts, and the passage a clause's locators lead to."""
