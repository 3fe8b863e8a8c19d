"""Noun phrases of English: where one that holds a word begins and ends, without a dictionary."""

import re

from ..lexicon.foreign_words import PRONOUNS as FOREIGN_PRONOUNS
from ..lexicon.name_words import TITLES, WEEKDAYS
from ..lexicon.speech_verbs import VERBS

TOKEN = re.compile(
    r"(?:[^\W\d_a-z]\.){1,4}(?=[\s,'])|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Cpl|Prof|St|Rev|Maj|Adm|Jr|Sr)\."
    r"|\d+(?:[.,]\d+)+|\w(?:[\w'&/-]*\w)?|[^\s\w]"
)
PRONOUNS = frozenset("he she they it we i you who one another someone others everyone".split()) | FOREIGN_PRONOUNS
SKIPPED = frozenset(
    "has have had is was were are be been being did does do would could may might will can shall should also then"
    " later just again once still even now soon first further never not simply only often always already ever"
    " himself herself themselves itself too both all instead at least today yesterday tonight earlier previously"
    " goes going began begins continued continues appeared appears seemed seems tried tries proceeded used wanted wants"
    " refused refuses declined declines chose decided managed went on to didn't doesn't don't won't hasn't hadn't"
    " wasn't recently afterward afterwards".split()
)
NOT_ADVERBS = frozenset("family ally rally july italy assembly daily weekly monthly reply supply emily kelly".split())
ASIDES = frozenset("however too though meanwhile instead therefore again".split())
PERIODS = frozenset("morning afternoon evening night week month year weekend spring summer fall day".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your one two three four five six seven some several many"
    " most another both each every other few no any all".split()
)
PREPOSITIONS = frozenset(
    "of for in on at by from with to about against during after before between under over into among amid through"
    " despite without within since until like unlike as than around across near following regarding".split()
)
OBJECTS = frozenset("him her them me us".split())
LINKS = frozenset("of for in at from with on to against behind near".split())
"""Prepositions that may stand inside the subject's noun phrase."""
STOPS = frozenset(
    "and but or because if when while whereas although though unless whether so that which who whom whose where how"
    " why what as than".split()
)
FINITE = frozenset(
    "is was were are has have had would could will can may might did does do should must isn't wasn't won't didn't"
    " don't doesn't hasn't haven't can't couldn't wouldn't went came took made gave got began became ran won lost"
    " wants wanted seems needs says said".split()
)
WALL = STOPS | PREPOSITIONS | FINITE | PRONOUNS | WEEKDAYS
"""What no noun phrase goes over, met from its end."""


def read(text: str, low: int, high: int) -> tuple[list[re.Match[str]], list[str]]:
    """Return the tokens and their words in lower case, but for names within a clause, which match no word list."""
    tokens = list(TOKEN.finditer(text, low, high))
    words: list[str] = []
    for i, match in enumerate(tokens):
        surface = match.group()
        lower = surface.lower()
        inside = i and surface[0].isupper() and words[-1][0].isalnum() and lower not in WEEKDAYS
        words.append(surface if inside else lower)
    return tokens, words


def segments(words: list[str]) -> list[tuple[int, int]]:
    """Return where the parts between commas, dashes and brackets begin and end."""
    found, start = [], 0
    for i, word in enumerate(words):
        if word in (",", "-", ":", ";", "(", ")", '"'):
            found.append((start, i))
            start = i + 1
    found.append((start, len(words)))
    return found


def skip_modifiers(words: list[str], at: int) -> int:
    """Walk back over auxiliaries, adverbs, weekdays and brackets that stand between subject and verb."""
    while at >= 0:
        word = words[at]
        if word in SKIPPED or (word.endswith("ly") and word not in NOT_ADVERBS) or word in WEEKDAYS:
            at -= 1
        elif word in PERIODS and at and (words[at - 1] in WEEKDAYS or words[at - 1] in ("this", "last", "that")):
            at -= 2
        elif word == "," and at > 2 and words[at - 1] in ASIDES and words[at - 2] == ",":
            at -= 3
        elif word == ")" and "(" in words[max(0, at - 8) : at]:
            at = next(i for i in range(at, -1, -1) if words[i] == "(") - 1
        else:
            break
    return at


def ends_phrase(surface: str, word: str) -> bool:
    if not surface[0].isalnum() or word in STOPS or word in PREPOSITIONS or word in FINITE or word in WEEKDAYS:
        return False
    if word in OBJECTS:
        return False
    return surface[0].isupper() or not (word in VERBS or word.endswith(("ing", "ed")))


def phrase_start(tokens: list[re.Match[str]], words: list[str], end: int) -> int:
    """Walk back from the last word of a noun phrase to its first."""
    if words[end] in PRONOUNS:
        return end
    at = end
    while at > 0:
        before, surface = words[at - 1], tokens[at - 1].group()
        if before == "that":
            break
        if before in DETERMINERS:
            at -= 1
            if at and words[at - 1] in ("all", "both", "one"):
                at -= 1
            if not (at and words[at - 1] in LINKS and at > 1 and is_noun(tokens[at - 2].group(), words[at - 2])):
                break
            at -= 2
        elif before in LINKS:
            if at < 2 or not is_noun(tokens[at - 2].group(), words[at - 2]):
                break
            at -= 2
        elif before == "'":
            at -= 1
        elif before in ("and", "&"):
            if at < 2 or not (tokens[at - 2].group()[0].isupper() and tokens[at].group()[0].isupper()):
                break
            at -= 2
        elif not surface[0].isalnum() or before.split("'")[0] in WALL or (surface[0].islower() and is_modifier(before)):
            break
        else:
            at -= 1
    return at


def is_modifier(word: str) -> bool:
    return (word in VERBS and word not in TITLES) or (word.endswith("ly") and word not in NOT_ADVERBS)


def is_noun(surface: str, word: str) -> bool:
    return (
        surface[0].isalnum()
        and word not in STOPS
        and word not in PREPOSITIONS
        and word not in FINITE
        and word not in SKIPPED
        and not (surface[0].islower() and (word in VERBS or word.endswith(("ing", "ed"))))
    )


def phrase_end(tokens: list[re.Match[str]], words: list[str], first: int, last: int) -> int:
    """Walk on from the first word of a noun phrase to its last."""
    if words[first] in PRONOUNS and words[first] not in ("one", "another"):
        return first
    at = first
    while at + 1 < last:
        word, surface = words[at + 1], tokens[at + 1].group()
        joined = surface[0].isupper() or surface[0] in "'&" or words[at] in DETERMINERS or words[at] in LINKS
        if not (joined or word in LINKS or is_noun(surface, word)):
            break
        at += 1
    while at > first and (words[at] in LINKS or words[at] in DETERMINERS):
        at -= 1
    return at
