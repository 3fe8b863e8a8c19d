"""Stories, facts and comparisons."""
