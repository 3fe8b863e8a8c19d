"""Numbers and what they count, as intervals that can be compared."""
