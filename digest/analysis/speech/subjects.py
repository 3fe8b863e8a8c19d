"""Who is the subject of a verb of speech, before it or behind it, as a span of plain text."""

import re

from ..lexicon.foreign_words import AFTER_NAME
from ..lexicon.name_words import TITLES, WEEKDAYS
from ..lexicon.speech_verbs import VERBS
from .phrases import (
    DETERMINERS,
    FINITE,
    NOT_ADVERBS,
    OBJECTS,
    PERIODS,
    PREPOSITIONS,
    PRONOUNS,
    SKIPPED,
    STOPS,
    TOKEN,
    ends_phrase,
    phrase_end,
    phrase_start,
    read,
    segments,
    skip_modifiers,
)

_BEFORE_NOUNS = frozenset(
    "the a an this these those his her its their our my your of in on for with at from by about under no any some 's"
    " s same new latest such".split()
)
"""What stands before "report" or "call" when it is a noun."""
_CONTRAST = frozenset("but yet while though although".split())
_INTRO = PREPOSITIONS | frozenset(
    "and but or so yet when while if because although though whereas once then still meanwhile however moreover"
    " instead later earlier afterward afterwards recently today yesterday tonight indeed also even perhaps asked"
    " speaking according given based faced pressed told addressing not now here there first second finally in"
    " nevertheless nonetheless additionally similarly rather plus well yes no soon ultimately".split()
)
_NO_SUBJECT = WEEKDAYS | {"who", "which", "that's"}
_BEFORE_SUBJECT = frozenset("and but or so yet then still later now".split())
_REACH = 1_000
"""No clause is longer than so many characters."""

Span = tuple[int, int]
_BREAKS_APPOSITION = PREPOSITIONS | frozenset("and but or when while as because adding citing which".split())
_BREAKS_NAME = AFTER_NAME | frozenset(
    "in on during after at to as before about when while with by and but if because".split()
)
_BREAKS_DESCRIPTION = frozenset("in on during after as before about when while and but if because by".split())


def subject_before(text: str, low: int, verb: int, sentence: int | None = None) -> Span | None:
    """Return the span of the noun phrase before the verb at `verb` that is its subject, appositions included.

    `text` has plain quotes and dashes. The verb's own clause begins at `low` at the earliest; where it has no subject
    of its own ("and said"), that of the sentence, which begins at `sentence`, is taken.
    """
    start = low if sentence is None else sentence
    tokens, words = read(text, max(low, verb - _REACH), verb)
    if words and (words[-1] in _BEFORE_NOUNS or words[-1].endswith("'s")):
        return None
    last = skip_modifiers(words, len(words) - 1)
    if last < 0:
        return None
    if words[-1] == "to" and words[-2:-1] and words[-2] not in SKIPPED:
        return main_subject(text, start, verb)
    end = tokens[last].end()
    if words[last + 1 : last + 2] == ["("]:
        end = tokens[words.index(")", last)].end()
    if words[last] in (",", "-"):
        first = _before_parenthesis(tokens, words, last)
        if first is not None:
            return tokens[first].start(), tokens[last - 1].end()
        return main_subject(text, start, verb)
    if words[last] in ("who", "which", "that") and last > 0:
        end = last - 1 if words[last - 1] not in (",", "-") else last - 2
        if end < 0 or not ends_phrase(tokens[end].group(), words[end]):
            return main_subject(text, start, verb)
        return tokens[phrase_start(tokens, words, end)].start(), tokens[last].end()
    if words[last] in PRONOUNS:
        return tokens[last].span()
    if ends_phrase(tokens[last].group(), words[last]) or (last and words[last - 1] in DETERMINERS):
        first = _whole_clause(tokens, words, last)
        first = phrase_start(tokens, words, last) if first is None else first
        return tokens[first].start(), end
    return main_subject(text, start, verb)


def subject_after(text: str, start: int, high: int) -> Span | None:
    """Return the span of the noun phrase that follows an inverted verb ("said X, a lawyer from Y"), or None."""
    tokens, words = read(text, start, min(high, start + _REACH))
    if tokens and tokens[0].group()[0].isupper() and words[0] not in PRONOUNS:
        words[0] = tokens[0].group()
    at = 0
    while at < len(words) and words[at].endswith("ly") and words[at] not in NOT_ADVERBS:
        at += 1
    if at == len(words) or not (words[at][0].isalnum()):
        return None
    alone = at + 1 == len(words) or not words[at + 1][0].isalnum() or words[at] not in ("one", "another")
    if words[at] in PRONOUNS and alone:
        return tokens[at].span()
    if words[at] in PREPOSITIONS or words[at] in STOPS or words[at] in FINITE or words[at] in WEEKDAYS:
        return None
    end = at
    while end + 1 < len(words) and _continues(tokens, words, end + 1):
        end += 1
    return tokens[at].start(), tokens[end].end()


def main_subject(text: str, low: int, high: int) -> Span | None:
    """Return the first noun phrase of the clause, what leads up to it ("On Monday, ") passed over, or None."""
    tokens, words = read(text, low, min(high, low + _REACH))
    for first, last in segments(words):
        while first < last and words[first] in _BEFORE_SUBJECT:
            first += 1
        if first >= last or not words[first][0].isalnum():
            continue
        if not _is_named(tokens, words, first, last) and _opens_clause(words[first]):
            continue
        if words[first] in _NO_SUBJECT or words[first] in OBJECTS or "ago" in words[first:last]:
            continue
        if words[first] in ("last", "this", "next", "that") and first + 1 < last and words[first + 1] in PERIODS:
            continue
        if words[first] in VERBS and not tokens[first].group()[0].isupper():
            first += 1
            if first == last:
                continue
        end = phrase_end(tokens, words, first, last)
        return tokens[first].start(), tokens[_apposed(tokens, words, end, last)].end()
    return None


def opens_phrase(text: str, at: int) -> bool:
    """Tell whether a noun phrase may begin at `at`: a capital or a determiner that is no word of an opening phrase."""
    match = TOKEN.match(text, at)
    if match is None:
        return False
    word = match.group().lower()
    return (match.group()[0].isupper() or word in DETERMINERS) and word not in _INTRO and word not in PRONOUNS


def _apposed(tokens: list[re.Match[str]], words: list[str], end: int, last: int) -> int:
    """Extend a name that ends at `end` over the brackets and appositions behind it."""
    if words[end + 1 : end + 2] == ["("] and ")" in words[end : end + 8]:
        end = words.index(")", end)
    if end + 1 < len(words) and words[end + 1] == "," and (end + 1 == last or words[end] == ")"):
        for first, stop in segments(words[end + 2 :]):
            first, stop = first + end + 2, stop + end + 2
            if first >= stop or stop == len(words):
                return end
            opening = words[first]
            if opening in FINITE or opening in VERBS or opening in _INTRO or opening.endswith(("ed", "ing")):
                return end
            if not tokens[end].group()[-1].isalnum() and tokens[end].group() != ")":
                return end
            return stop - 1
    return end


def _opens_clause(word: str) -> bool:
    return word in _INTRO or word.endswith(("ing", "ed")) or (word.endswith("ly") and word not in NOT_ADVERBS)


def _is_named(tokens: list[re.Match[str]], words: list[str], first: int, last: int) -> bool:
    """Tell a name that looks like another word ("Manning", "Will") by the capital or verb behind it."""
    if not tokens[first].group()[0].isupper() or words[first] in PREPOSITIONS:
        return False
    if first + 1 == last:
        return first + 1 < len(words) and words[first + 1] == "," and words[first] not in _INTRO
    following = tokens[first + 1].group()
    return words[first] not in _INTRO and (
        (following[0].isupper() and following.lower() not in WEEKDAYS) or following in VERBS
    )


def _whole_clause(tokens: list[re.Match[str]], words: list[str], last: int) -> int | None:
    """Return where the clause that ends at `last` begins, if all of it is one noun phrase."""
    first = last
    while first > 0 and words[first - 1] not in STOPS and words[first - 1][0].isalnum():
        first -= 1
    surface = tokens[first].group()
    if first == last or words[first] in _INTRO or not (surface[0].isupper() or words[first] in DETERMINERS):
        return None
    for i in range(first, last + 1):
        word = words[i]
        if tokens[i].group()[0].isupper() and i > first:
            continue
        if word in FINITE or word.split("'")[0] in PRONOUNS or word in WEEKDAYS or word in PERIODS:
            return None
        if word in VERBS and word not in TITLES and not word.endswith("ing"):
            return None
        if word.endswith("ed") and (i == last or words[i + 1] not in PREPOSITIONS):
            return None
    return first


def _before_parenthesis(tokens: list[re.Match[str]], words: list[str], last: int) -> int | None:
    """Return the first token of the noun phrase whose apposition or relative clause ends at the comma `last`."""
    commas = segments(words[:last])
    clause = max((i for i, (first, _) in enumerate(commas) if words[first] in _CONTRAST), default=0)
    for first, end in commas[clause:]:
        if end == last or first == end:
            continue
        while first < end and words[first] in ("and", "but", "or", "so", "yet"):
            first += 1
        if first == end or words[first] in WEEKDAYS:
            continue
        if _opens_clause(words[first]) and not _is_named(tokens, words, first, end):
            continue
        if not ends_phrase(tokens[end - 1].group(), words[end - 1]):
            continue
        start = phrase_start(tokens, words, end - 1)
        if start >= first and words[end] in (",", "-", "("):
            return start
    return None


def _continues(tokens: list[re.Match[str]], words: list[str], at: int) -> bool:
    """Tell whether token `at` still belongs to the noun phrase after an inverted verb."""
    word, surface = words[at], tokens[at].group()
    following = words[at + 1] if at + 1 < len(words) else ""
    if word == ",":
        if not following or following in WEEKDAYS or not (following[0].isalnum() or following == "("):
            return False
        if following in ("of", "from"):
            return words[at - 1].isdigit() or words[at - 1] == ")"
        return following not in _BREAKS_APPOSITION and not following.endswith("ing")
    if "(" in words[:at] and ")" not in words[:at]:
        return True
    if word == "." and len(words[at - 1]) < 5 and tokens[at - 1].group()[0].isupper():
        return bool(following) and tokens[at + 1].group()[0].isupper()  # "Ft. Worth"
    if surface in '.;:-"\x01':
        return False
    if "," in words[:at] or "who" in words[:at]:
        return True
    named = tokens[0].group()[0].isupper()
    return word not in WEEKDAYS and word not in (_BREAKS_NAME if named else _BREAKS_DESCRIPTION)
