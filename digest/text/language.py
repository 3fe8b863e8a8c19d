"""The language of a text, told by its script and its function words."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .function_words import FUNCTION_WORDS

_LOOKED_AT = 3_000
"""Characters from which the language is told; more would not change the answer."""
_LEAST_HITS = 3
_CLEAR_LEAD = 1.25
"""The best language needs this many times the function words of the next."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_STOP_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {language: frozenset(words.split()) for language, words in FUNCTION_WORDS.items()}
)
# Scripts one language of the news has to itself, and the letters that tell apart those which share one.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\u1100-\u11ff\uac00-\ud7af]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]")
"""Any of them: most texts of the news hold none."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_TELLING = {
    "ar": (("ur", re.compile("[ٹڈڑے]")), ("fa", re.compile("[پچژگ]"))),
    "ru": (
        ("be", re.compile("[ўЎ]")),
        ("uk", re.compile("[їєґЇЄҐ]")),
        ("sr", re.compile("[ђћљњџј]")),
        ("ru", re.compile("[ыэёЫЭЁ]")),
        ("bg", re.compile("[ъЪ]")),
    ),
}


def stop_words(language: str) -> frozenset[str]:
    """Return the lower-case words of that language (ISO 639-1) that say nothing of a text's subject; maybe none."""
    return _STOP_WORDS.get(language, frozenset())


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language `text` is written in, "" when its words do not tell.

    Told by the script where one language of the news has it to itself, otherwise by function words, which two
    sentences are enough to hold; a headline alone is often too short.
    """
    seen = text[:_LOOKED_AT]
    return (_OTHER_SCRIPT.search(seen) and _by_script(seen)) or _by_words(seen)


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    """Return for each function word the languages that have it; made when the first text is told."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _STOP_WORDS.items():
        if language not in {"ru", "uk"}:
            for word in sorted(words):
                found[word] = (*found.get(word, ()), language)
    return found


def _by_script(text: str) -> str:
    """Return the language of the script most letters are of; "" for Latin."""
    counts = {code: len(letters.findall(text)) for code, letters in _SCRIPTS}
    if counts["ja"] * 10 > counts["zh"]:  # Japanese writes its nouns in Chinese characters
        counts["ja"] += counts.pop("zh")
    code = max(counts, key=lambda name: counts[name])
    if counts[code] < 2 or counts[code] * 2 < len(_LATIN.findall(text)):
        return ""
    told = [(len(letters.findall(text)), name) for name, letters in _TELLING.get(code, ())]
    most, name = max(told, key=lambda found: found[0], default=(0, code))
    return name if most else code


def _by_words(text: str) -> str:
    hits: Counter[str] = Counter()
    weights: defaultdict[str, float] = defaultdict(float)
    of_word = _languages_of_words()
    words = _WORD.findall(text.lower().replace("’", "'"))
    for names, times in Counter(of_word.get(word, ()) for word in words).items():
        for name in names:
            hits[name] += times
            weights[name] += times / len(names)  # Danish and Norwegian share most of theirs: the few others decide
    if not weights:
        return ""
    (best, most), *rest = sorted(weights.items(), key=lambda found: -found[1])[:2]
    return best if hits[best] >= _LEAST_HITS and most >= _CLEAR_LEAD * (rest[0][1] if rest else 0) else ""
