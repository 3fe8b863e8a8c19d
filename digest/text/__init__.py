"""What text is made of: the border `clean`, then spans over unchanged text: paragraphs, noise, sentences, words."""

from .clean import clean, clean_line
from .dateline import Dateline, dateline
from .noise import Noise, NoiseKind, body, headline, noise, paragraphs
from .sentences import Sentence, sentences
from .words import Token, normal, stem, tokens

__all__ = [
    "Dateline",
    "Noise",
    "NoiseKind",
    "Sentence",
    "Token",
    "body",
    "clean",
    "clean_line",
    "dateline",
    "headline",
    "noise",
    "normal",
    "paragraphs",
    "sentences",
    "stem",
    "tokens",
]
