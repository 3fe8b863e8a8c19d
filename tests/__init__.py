"""Sentences about digest's behaviour."""
