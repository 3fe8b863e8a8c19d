"""Benchmarks: the product beside its peers, run by hand with `make bench`; no test."""
