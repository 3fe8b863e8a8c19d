"""A story or a comparison in, text for people or programs out."""
