"""`python -m digest` is `digest`."""

from .cli import main

if __name__ == "__main__":
    main()
