"""Facts of several accounts laid beside each other: links, rows, passages, words."""
