"""Who did what: the clauses of an article, each led by its verb, with those named in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ..model import Event, Fact
from ..text import Token
from .lexicon.name_words import WEEKDAYS
from .lexicon.predicates import Form
from .lexicon.speech_verbs import REPORTING, VERBS
from .names.cast import cast
from .names.people import People
from .prose import Prose
from .verbs import AUXILIARIES, Verb, verbs

_BREAK = re.compile(
    r"[;:]|\s-+\s|[\"()]|,\s(?=(?:and|but|while|who|which|after|as|although|despite|where|when)\b)|,\s(?=\w+ing\b)"
)
_SPEAKS_ON = re.compile(r",? (?:and )?(?:added|adding|said|saying|noted|noting)$")
_JOIN = frozenset({"and", "but", "or"})
_CONDITION = re.compile(r"\b(?:if|unless|in case|in the event)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|never|no|neither|nor|denie[sd]|without|unable|refrain\w*|avoid\w*|fail(?:s|ed)? to)\b|n't\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:none|nobody|no[ -]one|nothing|neither|no)\b", re.IGNORECASE)
"""A subject that makes a denial of what the verb says."""
_OPENS_CLAUSE = frozenset(
    "that who which as because when while if after before since where whether how why what and but or although though"
    " unless until whose".split()
)
_SUBJECTS = frozenset("he she it they we i you".split())
_COMPLEMENTS = frozenset("that whether how why what".split())
_BEFORE_NOUNS = frozenset("of for by from with without in on at about to against into".split())
_TELLING = frozenset(form for form, verb in REPORTING.items() if verb != "deny")
_ENDS_SUBJECT = _OPENS_CLAUSE | WEEKDAYS | {"than", "said", "if", "then", "so"}
_NO_SUBJECT = frozenset("to in on at by for from with of about into over under after before as".split())
_LONGEST_SUBJECT = 8
_CLAIMING = frozenset("decide threaten promise expect fear urge admit find know doubt rule".split())
"""Classes whose verbs take a clause with "that" behind whoever it is said to."""
_FURTHEST = 6
_FURTHEST_CLAIM = 10
_LONGEST = 26
_EARLY = 3
_FEWEST_WORDS = 2


def events(prose: Prose, names: People) -> tuple[Fact, ...]:
    """Return the events of an article in order; each span runs from the verb group to the end of its clause.

    What happens to nobody named, and what merely is, counts 1 beyond the third sentence.
    """
    found: list[Fact] = []
    for index, named in enumerate(cast(prose, names)):
        for at, end, verb in _clauses(prose, index):
            start = _subject(prose, index, at)
            span = prose.plain[at:end]
            value = Event(
                predicate=verb.predicate.name,
                rank=verb.predicate.rank,
                verb=verb.predicate.verb,
                participants=names.participants(start, end) or named,
                negated=bool(_NEGATION.search(span) or _NOBODY.match(prose.plain[start:at])),
                condition=bool(_CONDITION.search(prose.sentence(index))),
                head=at - start,
            )
            weight = 1 if verb.weak or not named else 2
            found.append(Fact(start, end, prose.text[start:end], value, index, 3 if index < _EARLY else weight))
    return tuple(found)


def _subject(prose: Prose, index: int, at: int) -> int:
    """Return where the subject right before a verb group at `at` begins; `at` where there is none, or a long one."""
    words = prose.words[index]
    i = bisect_left(words, at, key=lambda token: token.start)
    first = i
    while first > 0 and i - first <= _LONGEST_SUBJECT:
        word = words[first - 1]
        if _parted(prose.plain, word, words[first]) or word.text in _ENDS_SUBJECT or word.text in VERBS:
            break
        first -= 1
    if i - first > _LONGEST_SUBJECT or first == i or words[first].text in _NO_SUBJECT:
        return at
    return words[first].start


def _parted(plain: str, left: Token, right: Token) -> bool:
    return any(mark in plain[left.end : right.start] for mark in ',;:-()"')


def _clauses(prose: Prose, index: int) -> Iterator[tuple[int, int, Verb]]:
    """Yield the span and the verb of each clause; "agreed to impose" is one clause, led by "agreed"."""
    words = prose.words[index]
    every = list(verbs(prose.plain, words))
    heads = [verb for k, verb in enumerate(every) if not (k and _is_governed(prose, index, verb, every[k - 1]))]
    limit = prose.sentences[index].end
    for k, verb in enumerate(heads):
        i = verb.at
        first = i
        while first > 0 and words[first - 1].text in AUXILIARIES:
            first -= 1
        end = _before(prose, index, verb, heads[k + 1]) if k + 1 < len(heads) else limit
        if broken := _BREAK.search(prose.plain, words[i].end, end):
            end = broken.start()
        if i + _LONGEST < len(words):
            end = min(end, words[i + _LONGEST].start)
        text = _SPEAKS_ON.sub("", prose.plain[words[first].start : end].rstrip(" ,.!?\"'"))
        if len(text.split()) >= _FEWEST_WORDS:
            yield words[first].start, words[first].start + len(text), verb


def _before(prose: Prose, index: int, verb: Verb, following: Verb) -> int:
    """Return where the clause of `verb` ends before that of the verb that follows, its subject left to the latter."""
    words = prose.words[index]
    last = following.at
    while last > verb.at + 1 and words[last - 1].text in AUXILIARIES:
        last -= 1
    for i in range(last - 1, verb.at + verb.length - 1, -1):
        if words[i].text in _OPENS_CLAUSE or (i == last - 1 and words[i].text in _SUBJECTS):
            return words[i - 1].end
        if "," in prose.plain[words[i - 1].end : words[i].start]:
            return words[i - 1].end
    return words[last - 1].end


def _is_governed(prose: Prose, index: int, verb: Verb, earlier: Verb) -> bool:
    """Tell whether the verb is a complement of the one before.

    So are "agreed to impose", "charged with killing" and "certified that he was born".
    """
    words = prose.words[index]
    between = [token.text for token in words[earlier.at + earlier.length : verb.at]]
    claims = "that" in between and earlier.predicate.name in _CLAIMING
    if not between or set(between) & _JOIN or len(between) > (_FURTHEST_CLAIM if claims else _FURTHEST):
        return False
    if _BREAK.search(prose.plain, words[earlier.at].end, words[verb.at].start):
        return False
    if Form.GERUND in verb.form:
        return between[-1] in _BEFORE_NOUNS
    if (
        claims
        or "whether" in between
        or (between[0] in _COMPLEMENTS and not earlier.weak and words[earlier.at].text not in _TELLING)
    ):
        return True
    return between[-1] == "to" and "that" not in between
