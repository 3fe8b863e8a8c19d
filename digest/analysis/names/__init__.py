"""Who and what an article names, and whom each sentence is about."""
