"""Who is the subject of a verb of speech: a small parser of English noun phrases, working on spans of plain text."""

import re

from .name_words import CALENDAR, TITLES
from .speech import VERBS

TOKEN = re.compile(
    r"(?:[^\W\d_a-z]\.){1,4}(?=[\s,'])|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Cpl|Prof|St|Rev|Maj|Adm|Jr|Sr)\."
    r"|\w(?:[\w'&/-]*\w)?|[^\s\w]"
)
_PRONOUNS = frozenset(
    "he she they it we i you who one another someone others everyone er sie il elle ils elles".split()
)
_SKIPPED = frozenset(
    "has have had is was were are be been being did does do would could may might will can shall should also then"
    " later just again once still even now soon first further never not simply only often always already ever"
    " himself herself themselves itself too both all instead at least today yesterday tonight earlier previously"
    " angrily n't went on to didn't doesn't don't won't hasn't hadn't wasn't recently afterward afterwards".split()
)
_NOT_ADVERBS = frozenset("family ally rally july italy assembly daily weekly monthly reply supply emily kelly".split())
_PERIODS = frozenset("morning afternoon evening night week month year weekend spring summer fall day".split())
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your one two three four five six seven some several many"
    " most another both each every other few no any all".split()
)
_PREPOSITIONS = frozenset(
    "of for in on at by from with to about against during after before between under over into among amid through"
    " despite without within since until like unlike as than around across near following regarding".split()
)
_LINKS = frozenset("of for in at from with on to against behind near".split())
"""Prepositions that may stand inside the subject's noun phrase."""
_STOPS = frozenset(
    "and but or because if when while whereas although though unless whether so that which who whom whose where how"
    " why what as than".split()
)
_FINITE = frozenset(
    "is was were are has have had would could will can may might did does do should must isn't wasn't won't didn't"
    " don't doesn't hasn't haven't can't couldn't wouldn't went came took made gave got began became ran won lost"
    " wants wanted seems needs says said".split()
)
_INTRO = _PREPOSITIONS | frozenset(
    "and but or so yet when while if because although though whereas once then still meanwhile however moreover"
    " instead later earlier afterward afterwards recently today yesterday tonight indeed also even perhaps asked"
    " speaking according given based faced pressed told addressing not now here there first second finally in"
    " nevertheless nonetheless additionally similarly rather plus well yes no soon ultimately".split()
)

_WALL = _STOPS | _PREPOSITIONS | _FINITE | _PRONOUNS | CALENDAR
"""What no noun phrase goes over, met from its end."""

Span = tuple[int, int]


def subject_before(text: str, low: int, verb: int) -> Span | None:
    """Return the span of the noun phrase before the verb at `verb` that is its subject, appositions included.

    `text` has plain quotes and dashes; nothing before `low` is looked at.
    """
    tokens = list(TOKEN.finditer(text, low, verb))
    words = [match.group().lower() for match in tokens]
    last = _skip_modifiers(words, len(words) - 1)
    if last < 0:
        return None
    if words[last] in (",", "-"):
        first = _before_parenthesis(tokens, words, last)
        if first is not None:
            return tokens[first].start(), tokens[last - 1].end()
        return main_subject(text, low, verb)
    if words[last] in ("who", "which", "that") and last > 0:
        end = last - 1 if words[last - 1] != "," else last - 2
        return (tokens[_phrase_start(tokens, words, end)].start(), tokens[end].end()) if end >= 0 else None
    if words[last] in _PRONOUNS:
        return tokens[last].span()
    if _ends_phrase(tokens[last].group(), words[last]):
        first = _phrase_start(tokens, words, last)
        return tokens[first].start(), tokens[last].end()
    return main_subject(text, low, verb)


def subject_after(text: str, start: int, high: int) -> Span | None:
    """Return the span of the noun phrase that follows an inverted verb ("said X, a lawyer from Y"), or None."""
    tokens = list(TOKEN.finditer(text, start, high))
    words = [match.group().lower() for match in tokens]
    at = 0
    while at < len(words) and words[at].endswith("ly") and words[at] not in _NOT_ADVERBS:
        at += 1
    if at == len(words) or not (words[at][0].isalnum()):
        return None
    if words[at] in _PRONOUNS:
        return tokens[at].span()
    if words[at] in _PREPOSITIONS or words[at] in _STOPS or words[at] in _FINITE:
        return None
    end = at
    while end + 1 < len(words) and _continues(tokens, words, end + 1):
        end += 1
    return tokens[at].start(), tokens[end].end()


def main_subject(text: str, low: int, high: int) -> Span | None:
    """Return the first noun phrase of the clause, what leads up to it ("On Monday, ") passed over, or None."""
    tokens = list(TOKEN.finditer(text, low, high))
    words = [match.group().lower() for match in tokens]
    for first, last in _segments(words):
        while first < last and words[first] in ("and", "but", "or", "so", "yet", "then", "still", "later", "now"):
            first += 1
        if first >= last or words[first] in _INTRO or words[first].endswith("ing") or not words[first][0].isalnum():
            continue
        if words[first].endswith("ly") and words[first] not in _NOT_ADVERBS:
            continue
        if words[first] in CALENDAR or (last == len(words) and last - first < 1):
            continue
        end = _phrase_end(tokens, words, first, last)
        if end is not None:
            return tokens[first].start(), tokens[end].end()
    return None


def _segments(words: list[str]) -> list[tuple[int, int]]:
    found, start = [], 0
    for i, word in enumerate(words):
        if word in (",", "-", ":", ";", "(", ")", '"'):
            found.append((start, i))
            start = i + 1
    found.append((start, len(words)))
    return found


def _skip_modifiers(words: list[str], at: int) -> int:
    """Walk back over auxiliaries, adverbs, weekdays and brackets that stand between subject and verb."""
    while at >= 0:
        word = words[at]
        if word in _SKIPPED or (word.endswith("ly") and word not in _NOT_ADVERBS) or word in CALENDAR:
            at -= 1
        elif word in _PERIODS and at and (words[at - 1] in CALENDAR or words[at - 1] in ("this", "last", "that")):
            at -= 2
        elif word == ")" and "(" in words[:at]:
            at = len(words[:at]) - 1 - words[:at][::-1].index("(") - 1
        else:
            break
    return at


def _before_parenthesis(tokens: list[re.Match[str]], words: list[str], last: int) -> int | None:
    """Return the first token of the noun phrase whose apposition or relative clause ends at the comma `last`."""
    best = None
    for first, end in _segments(words[:last]):
        if end == last or first == end:
            continue
        while first < end and words[first] in ("and", "but", "or", "so", "yet"):
            first += 1
        if first == end or words[first] in _INTRO or words[first].endswith("ing") or words[first] in CALENDAR:
            continue
        if not _ends_phrase(tokens[end - 1].group(), words[end - 1]):
            continue
        start = _phrase_start(tokens, words, end - 1)
        if start >= first and words[end] in (",", "-", "("):
            best = start
            break
    return best


def _ends_phrase(surface: str, word: str) -> bool:
    if not surface[0].isalnum() or word in _STOPS or word in _PREPOSITIONS or word in _FINITE or word in CALENDAR:
        return False
    return surface[0].isupper() or not (word in VERBS or word.endswith(("ing", "ed")))


def _phrase_start(tokens: list[re.Match[str]], words: list[str], end: int) -> int:
    """Walk back from the last word of a noun phrase to its first."""
    if words[end] in _PRONOUNS:
        return end
    at = end
    while at > 0:
        before, surface = words[at - 1], tokens[at - 1].group()
        if before in _DETERMINERS:
            at -= 1
            if at and words[at - 1] in ("all", "both", "one"):
                at -= 1
            if not (at and words[at - 1] in _LINKS and at > 1 and _is_noun(tokens[at - 2].group(), words[at - 2])):
                break
            at -= 2
        elif before in _LINKS:
            if at < 2 or not _is_noun(tokens[at - 2].group(), words[at - 2]):
                break
            at -= 2
        elif before == "'":
            at -= 1
        elif before in ("and", "&"):
            if at < 2 or not (tokens[at - 2].group()[0].isupper() and tokens[at].group()[0].isupper()):
                break
            at -= 2
        elif not surface[0].isalnum() or before in _WALL or (surface[0].islower() and _is_modifier(before)):
            break
        else:
            at -= 1
    return at


def _is_modifier(word: str) -> bool:
    return (word in VERBS and word not in TITLES) or (word.endswith("ly") and word not in _NOT_ADVERBS)


def _is_noun(surface: str, word: str) -> bool:
    return (
        surface[0].isalnum()
        and word not in _STOPS
        and word not in _PREPOSITIONS
        and word not in _FINITE
        and word not in _SKIPPED
        and not (surface[0].islower() and (word in VERBS or word.endswith(("ing", "ed"))))
    )


def _phrase_end(tokens: list[re.Match[str]], words: list[str], first: int, last: int) -> int | None:
    """Walk on from the first word of a noun phrase to its last."""
    if words[first] in _PRONOUNS:
        return first
    at = first
    while at + 1 < last:
        word, surface = words[at + 1], tokens[at + 1].group()
        joined = surface[0].isupper() or surface[0] in "'&" or words[at] in _DETERMINERS or words[at] in _LINKS
        if not (joined or word in _LINKS or _is_noun(surface, word)):
            break
        at += 1
    while at > first and (words[at] in _LINKS or words[at] in _DETERMINERS):
        at -= 1
    return at


_BREAKS_APPOSITION = _PREPOSITIONS | frozenset("and but or when while as because who's adding citing which".split())


def _continues(tokens: list[re.Match[str]], words: list[str], at: int) -> bool:
    """Tell whether token `at` still belongs to the noun phrase after an inverted verb."""
    word, surface = words[at], tokens[at].group()
    if word == ",":
        following = words[at + 1] if at + 1 < len(words) else ""
        if not following or following in CALENDAR or not (following[0].isalnum() or following == "("):
            return False
        return following not in _BREAKS_APPOSITION and not following.endswith("ing")
    if surface in '.;:-"\x01':
        return False
    apposed = "," in words[:at]
    if not apposed and (word in _STOPS or word in CALENDAR or word in ("in", "on", "during", "after", "at", "to")):
        return word in ("in", "at", "and") and at + 1 < len(words) and False
    return True
