"""Pure functions: articles in, stories, facts and comparisons out; no clock, no file, no socket."""
