"""The outside world in: nothing else opens a socket or reads a feed, a page or a document."""
