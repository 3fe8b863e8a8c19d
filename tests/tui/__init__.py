"""The screens, driven by keys as a reader drives them."""
