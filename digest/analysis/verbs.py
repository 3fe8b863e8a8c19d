"""Which words of a sentence are its verbs, by their form and by the words beside them, without a parser."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..text import Token
from .lexicon.predicates import Form, Predicate, first_words, form_of, lexicon

AUXILIARIES = frozenset(
    "neither nor has have had is are was were be been being will would could should may might must can do does did"
    " not to also never yet still currently already now again likely unlikely looks stands ready keen due set about"
    " reportedly later then first finally once twice haven't hasn't hadn't isn't aren't wasn't weren't won't wouldn't"
    " couldn't shouldn't can't cannot don't doesn't didn't".split()
)
_BE = frozenset("is are was were isn't aren't wasn't weren't be been".split())
_HAVE = frozenset("has have had".split())
_LINKS = _BE | _HAVE
_BEFORE_BASE = frozenset(
    "to will would could should may might must can do does did not won't wouldn't couldn't shouldn't can't cannot don't"
    " doesn't didn't they we you i who never also and or both that please let's neither nor".split()
)
_PRONOUNS = frozenset("he she it who which that they we i you this".split())
_OWNERS = frozenset(
    "the a an his her its their our my your this these those of new any no some every each such s from in on at by for"
    " with last next first second recent annual possible final further more most other many several few all main"
    " national local public foreign total own".split()
)
_OBJECT_STARTS = frozenset(
    "the a an his her its their our my your this these those that to no any some all more it him them us me each every"
    " both whether how why what when where up down out off back over away only just for about on at in into by with"
    " from as under against through after before until through".split()
)
_BEFORE_GERUNDS = frozenset(
    "by of for from without after before while when since in on and or but who which that he she they it".split()
)
_LINKING = frozenset("up down out off back away over on in at to for with as by from into".split())
_NEAR = 10
_ADJECTIVE_ENDINGS = ("ive", "ous", "ful", "ible", "able", "ical")
_LASTING = frozenset("remains stays continues becomes includes goes keeps".split())
"""Present forms that are never nouns."""
_WEAK = Predicate("be", 1, "be")
_OWNING = Predicate("have", 1, "have")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in a sentence: `at` is the number of its first word, `length` how many words it has."""

    at: int
    length: int
    predicate: Predicate
    form: Form

    @property
    def weak(self) -> bool:
        """Tell whether it only links: "is", "has"."""
        return self.predicate.name in ("be", "have")


def verbs(plain: str, words: tuple[Token, ...]) -> Iterator[Verb]:
    """Yield the verbs of a sentence in order; "is" and "has" only where no other verb follows that they help."""
    last, parallel = -9, False
    known = first_words()
    for i, word in enumerate(words):
        if word.text not in known and word.text not in _LINKS:
            continue
        found = _verb(plain, words, i, last, parallel=parallel and i - last < _NEAR) or _linking(plain, words, i)
        if found is not None:
            last, parallel = i, words[i - 1].text in _BEFORE_BASE if i else False
            yield found


def _verb(plain: str, words: tuple[Token, ...], i: int, last: int, *, parallel: bool) -> Verb | None:
    token = words[i]
    pair = (token.text, words[i + 1].text) if i + 1 < len(words) else (token.text,)
    form, length = form_of(pair), len(pair)
    if not form or len(pair) == 1:
        form, length, pair = form_of((token.text,)), 1, (token.text,)
    if not form or (i > 0 and plain[token.start].isupper()):
        return None
    if not _is_verb(plain, words, i, i + length, form, last, parallel=parallel):
        return None
    return Verb(i, length, lexicon()[pair], form)


def _is_verb(
    plain: str, words: tuple[Token, ...], i: int, after: int, form: Form, last: int, *, parallel: bool
) -> bool:
    """Tell a verb from a noun or an adjective of the same form: "the strike", "an order", "the disputed vote"."""
    near = i - 1
    while near > 0 and words[near].text.endswith("ly") and not _parted(plain, words, near + 1):
        near -= 1  # "and critically injuring"
    before = words[near].text if i else ""
    following = words[after].text if after < len(words) else ""
    apart = i > 0 and _parted(plain, words, i)
    if Form.GERUND in form:
        return not i or apart or before in _BEFORE_GERUNDS or before in AUXILIARIES
    if before in _BEFORE_BASE and Form.BASE in form and not (before == "that" and apart):
        if before in ("and", "or"):
            return _goes_on(plain, words, after) or (parallel and not apart)
        return before != "that" or _goes_on(plain, words, after)
    if before.endswith("'s") or before in _OWNERS:
        return False
    if form & (Form.PAST | Form.PARTICIPLE):
        return _is_past(plain, words, i, after, form, last, apart=apart)
    if Form.PRESENT in form:
        if words[i].text in _LASTING and not apart and before not in AUXILIARIES:
            return True
        subject = before in _PRONOUNS or (i > 0 and plain[words[i - 1].start].isupper()) or (bool(before) and not apart)
        if not subject or before in _LINKING or before in AUXILIARIES or last == i - 1:
            return False
        if i - last < 4 and before not in _PRONOUNS and before not in ("and", "but"):
            return False  # the object of the verb before: "considering travel bans"
        return _goes_on(plain, words, after) and (
            following not in _LINKING or before in _PRONOUNS or _named(plain, words, i)
        )
    if Form.BASE in form:
        plural = before.endswith("s") and not before.endswith(("ss", "us")) and not apart
        return plural and i - last > 2 and following in _OBJECT_STARTS - _LINKING
    return False


def _is_past(plain: str, words: tuple[Token, ...], i: int, after: int, form: Form, last: int, *, apart: bool) -> bool:
    """Tell "suspended the trial" from "suspended sentences"."""
    before = words[i - 1].text if i else ""
    if Form.BASE in form and not (before in AUXILIARIES or before in _PRONOUNS or _goes_on(plain, words, after)):
        return False  # "a cut", "hit songs"
    if Form.BASE in form and before in _LINKING:
        return False
    if before.endswith(_ADJECTIVE_ENDINGS) and not before[0].isdigit():
        return False  # "successive left hooks"
    if before[:1].isdigit() or not i:
        return _closes(plain, words, after) or _goes_on(plain, words, after)
    if before in _LINKING - {"to"} or (last == i - 1 and before not in AUXILIARIES):
        return _closes(plain, words, after)
    return True


def _goes_on(plain: str, words: tuple[Token, ...], at: int) -> bool:
    """Tell whether an object or the like begins at word `at`."""
    if at >= len(words):
        return False
    word = words[at].text
    if _parted(plain, words, at):
        return False
    capital = plain[words[at].start].isupper()
    return word in _OBJECT_STARTS or capital or word[0].isdigit() or word.endswith(("ly", "ing", "ed"))


def _closes(plain: str, words: tuple[Token, ...], at: int) -> bool:
    """Tell whether a phrase ends before word `at`: "sentences suspended by the court"."""
    return at >= len(words) or _parted(plain, words, at) or words[at].text in _OBJECT_STARTS


def _named(plain: str, words: tuple[Token, ...], i: int) -> bool:
    return i > 0 and plain[words[i - 1].start].isupper()


def _linking(plain: str, words: tuple[Token, ...], i: int) -> Verb | None:
    """Return "is" or "has" as a verb of its own: "the vote was free", "has power and water"."""
    word = words[i].text
    if word not in _BE and word not in _HAVE:
        return None
    at = i + 1
    while (
        at < len(words)
        and not _parted(plain, words, at)
        and (words[at].text in AUXILIARIES or words[at].text.endswith("ly"))
    ):
        at += 1
    if at >= len(words) or _parted(plain, words, at):
        return None
    form = form_of((words[at].text,))
    helped = form & (Form.PARTICIPLE | Form.GERUND) or (words[at - 1].text == "to" and Form.BASE in form)
    if helped or words[at].text in _PRONOUNS - {"it", "that", "this"}:
        return None
    return Verb(i, 1, _WEAK if word in _BE else _OWNING, Form.PRESENT)


def _parted(plain: str, words: tuple[Token, ...], i: int) -> bool:
    """Tell whether a mark stands before word `i`."""
    return any(mark in plain[words[i - 1].end : words[i].start] for mark in ',;:-()"')
