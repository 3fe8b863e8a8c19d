"""Taking in feeds and documents, over real HTTP on this machine into a real database."""
