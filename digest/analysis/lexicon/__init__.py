"""The words the rules know: verbs by class, titles, speech verbs, units; data more than code."""
