"""The border between other people's text and ours: every string from outside passes here once."""

import re
import unicodedata

TITLE_CHARACTERS = 1_000
"""The most a title may have."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Spelled out, because asking unicodedata about each character costs twenty times as much; a test holds them together.
# The joiners U+200C and U+200D stay: Persian, Hindi and emoji are spelled with them.
_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # Cc: ESC and the C1 controls steer a terminal
    "\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"  # Cf: bidi overrides, zero-width spaces, tags
    "\ud800-\udfff"  # Cs: lone surrogates, which SQLite refuses
    "]"
)
# Most of the news' markup and much of its text is ASCII, in which there is nothing else to look for.
_ODD_ASCII = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def clean(text: str) -> str:
    """Return `text` in NFC without characters that steer a terminal, hide, or break the database.

    Line breaks of every kind become a newline; tabs stay; Unicode's Cc, Cf (but the two joiners) and Cs go.
    Cleaning twice changes nothing more.
    """
    if text.isascii() and not _ODD_ASCII.search(text):
        return text
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", _BREAKS.sub("\n", text)))


def clean_line(text: str, limit: int = TITLE_CHARACTERS) -> str:
    """Return `clean(text)` as one line of at most `limit` characters, for titles and names."""
    line = " ".join(clean(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
