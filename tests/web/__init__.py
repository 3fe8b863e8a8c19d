"""What comes in from outside: addresses, answers, feeds, pages, documents."""
