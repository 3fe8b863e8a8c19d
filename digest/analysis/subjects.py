"""Who is the subject of a verb of speech: a small parser of English noun phrases, working on spans of plain text."""

import re

from .name_words import TITLES, WEEKDAYS
from .speech import VERBS

TOKEN = re.compile(
    r"(?:[^\W\d_a-z]\.){1,4}(?=[\s,'])|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Cpl|Prof|St|Rev|Maj|Adm|Jr|Sr)\."
    r"|\d+(?:[.,]\d+)+|\w(?:[\w'&/-]*\w)?|[^\s\w]"
)
_PRONOUNS = frozenset(
    "he she they it we i you who one another someone others everyone er sie il elle ils elles".split()
)
_SKIPPED = frozenset(
    "has have had is was were are be been being did does do would could may might will can shall should also then"
    " later just again once still even now soon first further never not simply only often always already ever"
    " himself herself themselves itself too both all instead at least today yesterday tonight earlier previously"
    " goes going began begins continued continues appeared appears seemed seems tried tries proceeded used wanted wants"
    " refused refuses declined declines chose decided managed went on to didn't doesn't don't won't hasn't hadn't"
    " wasn't recently afterward afterwards".split()
)
_NOT_ADVERBS = frozenset("family ally rally july italy assembly daily weekly monthly reply supply emily kelly".split())
_CONTRAST = frozenset("but yet while though although".split())
_ASIDES = frozenset("however too though meanwhile instead therefore again".split())
_PERIODS = frozenset("morning afternoon evening night week month year weekend spring summer fall day".split())
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your one two three four five six seven some several many"
    " most another both each every other few no any all".split()
)
_BEFORE_NOUNS = frozenset(
    "the a an this these those his her its their our my your of in on for with at from by about under no any some 's"
    " s same new latest such".split()
)
"""What stands before "report" or "call" when it is a noun."""
_PREPOSITIONS = frozenset(
    "of for in on at by from with to about against during after before between under over into among amid through"
    " despite without within since until like unlike as than around across near following regarding".split()
)
_OBJECTS = frozenset("him her them me us".split())
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

_WALL = _STOPS | _PREPOSITIONS | _FINITE | _PRONOUNS | WEEKDAYS
"""What no noun phrase goes over, met from its end."""

Span = tuple[int, int]


def _read(text: str, low: int, high: int) -> tuple[list[re.Match[str]], list[str]]:
    """Return the tokens and their words in lower case, but for names within a clause, which match no word list."""
    tokens = list(TOKEN.finditer(text, low, high))
    words: list[str] = []
    for i, match in enumerate(tokens):
        surface = match.group()
        lower = surface.lower()
        inside = i and surface[0].isupper() and words[-1][0].isalnum() and lower not in WEEKDAYS
        words.append(surface if inside else lower)
    return tokens, words


def subject_before(text: str, low: int, verb: int, sentence: int | None = None) -> Span | None:
    """Return the span of the noun phrase before the verb at `verb` that is its subject, appositions included.

    `text` has plain quotes and dashes. The verb's own clause begins at `low` at the earliest; where it has no subject
    of its own ("and said"), that of the sentence, which begins at `sentence`, is taken.
    """
    start = low if sentence is None else sentence
    tokens, words = _read(text, low, verb)
    if words and (words[-1] in _BEFORE_NOUNS or words[-1].endswith("'s")):
        return None
    last = _skip_modifiers(words, len(words) - 1)
    if last < 0:
        return None
    if words[-1] == "to" and words[-2:-1] and words[-2] not in _SKIPPED:
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
        if end < 0 or not _ends_phrase(tokens[end].group(), words[end]):
            return main_subject(text, start, verb)
        return tokens[_phrase_start(tokens, words, end)].start(), tokens[last].end()
    if words[last] in _PRONOUNS:
        return tokens[last].span()
    if _ends_phrase(tokens[last].group(), words[last]) or (last and words[last - 1] in _DETERMINERS):
        first = _whole_clause(tokens, words, last)
        first = _phrase_start(tokens, words, last) if first is None else first
        return tokens[first].start(), end
    return main_subject(text, start, verb)


def subject_after(text: str, start: int, high: int) -> Span | None:
    """Return the span of the noun phrase that follows an inverted verb ("said X, a lawyer from Y"), or None."""
    tokens, words = _read(text, start, high)
    if tokens and tokens[0].group()[0].isupper() and words[0] not in _PRONOUNS:
        words[0] = tokens[0].group()
    at = 0
    while at < len(words) and words[at].endswith("ly") and words[at] not in _NOT_ADVERBS:
        at += 1
    if at == len(words) or not (words[at][0].isalnum()):
        return None
    alone = at + 1 == len(words) or not words[at + 1][0].isalnum() or words[at] not in ("one", "another")
    if words[at] in _PRONOUNS and alone:
        return tokens[at].span()
    if words[at] in _PREPOSITIONS or words[at] in _STOPS or words[at] in _FINITE or words[at] in WEEKDAYS:
        return None
    end = at
    while end + 1 < len(words) and _continues(tokens, words, end + 1):
        end += 1
    return tokens[at].start(), tokens[end].end()


def main_subject(text: str, low: int, high: int) -> Span | None:
    """Return the first noun phrase of the clause, what leads up to it ("On Monday, ") passed over, or None."""
    tokens, words = _read(text, low, high)
    for first, last in _segments(words):
        while first < last and words[first] in ("and", "but", "or", "so", "yet", "then", "still", "later", "now"):
            first += 1
        if first >= last or not words[first][0].isalnum():
            continue
        if not _is_named(tokens, words, first, last) and _opens_clause(words[first]):
            continue
        if (
            words[first] in WEEKDAYS
            or words[first] in _OBJECTS
            or words[first] in ("who", "which", "that's")
            or "ago" in words[first:last]
        ):
            continue
        if words[first] in ("last", "this", "next", "that") and first + 1 < last and words[first + 1] in _PERIODS:
            continue
        if words[first] in VERBS and not tokens[first].group()[0].isupper():
            first += 1
            if first == last:
                continue
        end = _phrase_end(tokens, words, first, last)
        return tokens[first].start(), tokens[_apposed(tokens, words, end, last)].end()
    return None


def _apposed(tokens: list[re.Match[str]], words: list[str], end: int, last: int) -> int:
    """Extend a name that ends at `end` over the brackets and appositions behind it."""
    if words[end + 1 : end + 2] == ["("] and ")" in words[end : end + 8]:
        end = words.index(")", end)
    if end + 1 < len(words) and words[end + 1] == "," and (end + 1 == last or words[end] == ")"):
        for first, stop in _segments(words[end + 2 :]):
            first, stop = first + end + 2, stop + end + 2
            if first >= stop or stop == len(words):
                return end
            opening = words[first]
            if opening in _FINITE or opening in VERBS or opening in _INTRO or opening.endswith(("ed", "ing")):
                return end
            if not tokens[end].group()[-1].isalnum() and tokens[end].group() != ")":
                return end
            return stop - 1
    return end


def _opens_clause(word: str) -> bool:
    return word in _INTRO or word.endswith(("ing", "ed")) or (word.endswith("ly") and word not in _NOT_ADVERBS)


def _is_named(tokens: list[re.Match[str]], words: list[str], first: int, last: int) -> bool:
    """Tell a name that looks like another word ("Manning", "Will") by the capital or verb behind it."""
    if not tokens[first].group()[0].isupper() or words[first] in _PREPOSITIONS:
        return False
    if first + 1 == last:
        return first + 1 < len(words) and words[first + 1] == "," and words[first] not in _INTRO
    following = tokens[first + 1].group()
    return words[first] not in _INTRO and (
        (following[0].isupper() and following.lower() not in WEEKDAYS) or following in VERBS
    )


def opens_phrase(text: str, at: int) -> bool:
    """Tell whether a noun phrase may begin at `at`: a capital or a determiner that is no word of an opening phrase."""
    match = TOKEN.match(text, at)
    if match is None:
        return False
    word = match.group().lower()
    return (match.group()[0].isupper() or word in _DETERMINERS) and word not in _INTRO and word not in _PRONOUNS


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
        if word in _SKIPPED or (word.endswith("ly") and word not in _NOT_ADVERBS) or word in WEEKDAYS:
            at -= 1
        elif word in _PERIODS and at and (words[at - 1] in WEEKDAYS or words[at - 1] in ("this", "last", "that")):
            at -= 2
        elif word == "," and at > 2 and words[at - 1] in _ASIDES and words[at - 2] == ",":
            at -= 3
        elif word == ")" and "(" in words[:at]:
            at = len(words[:at]) - 1 - words[:at][::-1].index("(") - 1
        else:
            break
    return at


def _whole_clause(tokens: list[re.Match[str]], words: list[str], last: int) -> int | None:
    """Return where the clause that ends at `last` begins, if all of it is one noun phrase."""
    first = last
    while first > 0 and words[first - 1] not in _STOPS and words[first - 1][0].isalnum():
        first -= 1
    surface = tokens[first].group()
    if first == last or words[first] in _INTRO or not (surface[0].isupper() or words[first] in _DETERMINERS):
        return None
    for i in range(first, last + 1):
        word = words[i]
        if tokens[i].group()[0].isupper() and i > first:
            continue
        if word in _FINITE or word.split("'")[0] in _PRONOUNS or word in WEEKDAYS or word in _PERIODS:
            return None
        if word in VERBS and word not in TITLES and not word.endswith("ing"):
            return None
        if word.endswith("ed") and (i == last or words[i + 1] not in _PREPOSITIONS):
            return None
    return first


def _before_parenthesis(tokens: list[re.Match[str]], words: list[str], last: int) -> int | None:
    """Return the first token of the noun phrase whose apposition or relative clause ends at the comma `last`."""
    best = None
    segments = _segments(words[:last])
    clause = max((i for i, (first, _) in enumerate(segments) if words[first] in _CONTRAST), default=0)
    for first, end in segments[clause:]:
        if end == last or first == end:
            continue
        while first < end and words[first] in ("and", "but", "or", "so", "yet"):
            first += 1
        if first == end or words[first] in WEEKDAYS:
            continue
        if _opens_clause(words[first]) and not _is_named(tokens, words, first, end):
            continue
        if not _ends_phrase(tokens[end - 1].group(), words[end - 1]):
            continue
        start = _phrase_start(tokens, words, end - 1)
        if start >= first and words[end] in (",", "-", "("):
            best = start
            break
    return best


def _ends_phrase(surface: str, word: str) -> bool:
    if not surface[0].isalnum() or word in _STOPS or word in _PREPOSITIONS or word in _FINITE or word in WEEKDAYS:
        return False
    if word in _OBJECTS:
        return False
    return surface[0].isupper() or not (word in VERBS or word.endswith(("ing", "ed")))


def _phrase_start(tokens: list[re.Match[str]], words: list[str], end: int) -> int:
    """Walk back from the last word of a noun phrase to its first."""
    if words[end] in _PRONOUNS:
        return end
    at = end
    while at > 0:
        before, surface = words[at - 1], tokens[at - 1].group()
        if before == "that":
            break
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
        elif (
            not surface[0].isalnum() or before.split("'")[0] in _WALL or (surface[0].islower() and _is_modifier(before))
        ):
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


def _phrase_end(tokens: list[re.Match[str]], words: list[str], first: int, last: int) -> int:
    """Walk on from the first word of a noun phrase to its last."""
    if words[first] in _PRONOUNS and words[first] not in ("one", "another"):
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


_BREAKS_APPOSITION = _PREPOSITIONS | frozenset("and but or when while as because adding citing which".split())
_BREAKS_NAME = frozenset("in on during after at to as before about when while with by and but if because".split())
_BREAKS_DESCRIPTION = frozenset("in on during after as before about when while and but if because by".split())


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
