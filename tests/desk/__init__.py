"""The desk's parts over a real store."""
