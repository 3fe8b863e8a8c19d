"""Which articles tell one event, and what their story is called."""
