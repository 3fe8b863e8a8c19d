"""Thin calls into the product for measuring it with tools that live elsewhere."""
