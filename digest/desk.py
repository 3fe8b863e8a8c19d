"""What the command line and the screens ask for: a story, its articles, a comparison, a mark, a star."""
