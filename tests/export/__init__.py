"""What goes out: marks, escaping, markdown, plain lines, JSON."""
