"""What text is made of: the border `clean`, then spans over unchanged text: paragraphs, noise, sentences, words."""

from .change_notes import change_notes
from .changes import Change, ChangeKind, changes
from .clean import clean, clean_line
from .dateline import Dateline, dateline
from .language import language, stop_words
from .noise import Noise, NoiseKind, body, headline, noise, paragraphs
from .sentences import Sentence, sentences
from .words import Token, normal, plain_words, singular, stem, tokens

__all__ = [
    "Change",
    "ChangeKind",
    "Dateline",
    "Noise",
    "NoiseKind",
    "Sentence",
    "Token",
    "body",
    "change_notes",
    "changes",
    "clean",
    "clean_line",
    "dateline",
    "headline",
    "language",
    "noise",
    "normal",
    "paragraphs",
    "plain_words",
    "sentences",
    "singular",
    "stem",
    "stop_words",
    "tokens",
]
