"""Training of the pair model on labelled stories: `python -m tests.train`, or `make train`; needs the extra `train`."""
