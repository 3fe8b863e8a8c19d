"""Taking in: feeds and documents in, outcomes out; what is new finds its story."""
