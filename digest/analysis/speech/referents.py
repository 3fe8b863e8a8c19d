"""Whom a mention means: the full name behind "she", "Mr Lee", "the governor", as far as the article tells."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from ...text import Sentence
from ..lexicon.foreign_words import PRONOUNS
from ..lexicon.name_words import HE, SHE
from ..names.people import Mention, People
from .stretches import Stretch
from .subjects import Span

_UNRESOLVED = PRONOUNS | frozenset(
    "they it there we i you who which that one another someone others everyone many some all both her his".split()
)
_HEAD_END = re.compile(r"[,(—–]| - | who$| which$| that$")
_POSSESSIVE = re.compile(r"^['’]s?(?!\w)")
_APPOSED = re.compile(r",\s+")
_LINK = re.compile(r"\b(?:of|for|to|from|in|at|with|by|on)\b")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_BARE_TITLE = re.compile(r"^[Tt]he (\w+)$")
_GENDERED = re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Ss]he|[Hh]er)\b")
_PREPOSITIONS = frozenset("of by with to for from in than about against like on".split())
_SPEECH = frozenset("response reply answer comment comments statement words remark remarks question message".split())
_MEDIUM = frozenset(
    "state official national private semi-official news agency newspaper daily television tv radio network channel"
    " magazine website broadcaster".split()
)
"""What follows a medium's name without making it another: "the Belta state news agency"."""
_REACH = 4


class Referents:
    """Resolves mentions in one article; names inside quotation marks mean nobody outside them."""

    def __init__(self, text: str, parts: Sequence[Sentence], named: People, quoted: Sequence[Stretch]) -> None:
        self._text = text
        self._parts = parts
        self._named = named
        self._starts = [part.start for part in parts]
        self._quoted = [(stretch.start, stretch.end) for stretch in quoted]
        self._quoted_starts = [stretch.start for stretch in quoted]
        self._gender: dict[str, str] | None = None

    def who(self, span: Span, last: str = "") -> str:
        """Return whom the mention at `span` means, in the article's fullest form; empty if that stays open.

        `last` is who spoke last, a likely meaning of "he" and "she".
        """
        start, end = span
        surface = self._text[start:end]
        low = surface.lower()
        if low in ("he", "she", "him", "her"):
            return self.pronoun({"him": "he", "her": "she"}.get(low, low), start, last)
        head = _HEAD_END.split(surface, maxsplit=1)[0].strip()
        if not head or head.lower() in _UNRESOLVED or head.startswith("all "):
            return ""
        inside = self._named.within(start, start + len(head))
        owners = [m for m in inside if self._text[m.end : m.end + 2] in ("'s", "’s")]
        if len(owners) < len(inside):
            inside = tuple(m for m in inside if m not in owners)
        words = head.lower().split()
        if words[-1] in _SPEECH and not inside:
            return self.pronoun("he" if words[0] == "his" else "she", start, last) if words[0] in ("his", "her") else ""
        if not any(m.person for m in inside) and (apposed := _APPOSED.match(surface, len(head))):
            names = [m for m in self._named.within(start + apposed.end(), end) if m.start == start + apposed.end()]
            if names and names[0].person and (names[0].end == end or self._text[names[0].end] == ","):
                return names[0].name
        link = _LINK.search(head)
        if inside and not (link and start + link.start() < inside[0].start):
            first = inside[0]
            if link is None or first.person or start + link.start() > first.end:
                chosen = first if link else inside[-1]
                rest = _POSSESSIVE.sub("", self._text[chosen.end : start + len(head)]).strip(" .")
                if not rest or link or all(word in _MEDIUM for word in rest.split()):
                    return chosen.name
        if match := _BARE_TITLE.match(head):
            return self._named.holder(match.group(1), start) or match.group(1)
        described = _ARTICLE.sub("", head)
        opens_with_name = bool(self._named.within(start, start + len(head) - len(described) + 1))
        return described if opens_with_name else described[:1].lower() + described[1:]

    def pronoun(self, word: str, at: int, last: str = "") -> str:
        """Return the person "he" or "she" at `at` means, or an empty string.

        The first person of the same sentence, else of the sentences before, nearest first; a sentence that ends in a
        quotation stands for who spoke last.
        """
        gender = "he" if word == "he" else "she"
        k = bisect_right(self._starts, at) - 1
        if k < 0:
            return ""
        if gender == "she" and (found := self._search(k, at, gender, last, sure=True)):
            return found
        return self._search(k, at, gender, last)

    def _search(self, k: int, at: int, gender: str, last: str, *, sure: bool = False) -> str:
        """Walk back from sentence `k`; `sure` asks for a person whose gender the article shows."""
        for index in range(k, max(-1, k - 1 - _REACH), -1):
            end = at if index == k else self._parts[index].end
            if found := self._first(self._starts[index], end, gender, sure):
                return found
            if last and index < k and self._ends_quoted(end, at) and self._fits(last, "", gender, sure):
                return last
        return last if last and self._fits(last, "", gender, sure) else ""

    def _first(self, start: int, end: int, gender: str, sure: bool) -> str:
        """Return the first person who may be the subject of what stands there: no preposition before the name."""
        for mention in self._named.within(start, end):
            if not mention.person or self._is_quoted(mention.start):
                continue
            before = self._text[max(0, mention.titled_start - 12) : mention.titled_start].split()
            after = self._text[mention.end : mention.end + 2]
            if (before and before[-1].lower() in _PREPOSITIONS) or after in ("'s", "’s"):
                continue
            if self._fits(mention.name, mention.title, gender, sure):
                return mention.name
        return ""

    def _is_quoted(self, at: int) -> bool:
        i = bisect_right(self._quoted_starts, at) - 1
        return i >= 0 and at < self._quoted[i][1]

    def _ends_quoted(self, end: int, at: int) -> bool:
        """Tell whether a sentence ends in a quotation, other than the one right beside `at`."""
        i = bisect_right(self._quoted_starts, end - 2) - 1
        return i >= 0 and end - 2 <= self._quoted[i][1] and at - self._quoted[i][1] > 4

    def _fits(self, name: str, title: str, gender: str, sure: bool) -> bool:
        if not self._named.is_person(name):
            return False
        words = {word.lower().strip(".") for word in title.split()}
        if words & (SHE if gender == "he" else HE):
            return False
        if self._gender is None:
            self._gender = self._genders()
        return self._gender.get(name, "" if sure else gender) == gender

    def _genders(self) -> dict[str, str]:
        """Count which pronouns follow a person in sentences that name nobody else; titles count as well."""
        votes: dict[str, Counter[str]] = {}
        for part in self._parts:
            persons = [m for m in self._named.within(part.start, part.end) if m.person]
            for mention in persons:
                vote = _title_gender(mention)
                if vote:
                    votes.setdefault(mention.name, Counter())[vote] += 3
            if not persons or self._is_quoted(persons[0].start):
                continue
            # A pronoun with one person before it in its sentence most likely means that one.
            alone = next((m.start for m in persons if m.name != persons[0].name), part.end)
            for match in _GENDERED.finditer(self._text, persons[0].end, alone):
                if not self._is_quoted(match.start()):
                    vote = "she" if match.group().lower() in ("she", "her") else "he"
                    votes.setdefault(persons[0].name, Counter())[vote] += 1
        return {
            name: count.most_common(1)[0][0]
            for name, count in votes.items()
            if count.most_common(1)[0][1] * 3 >= count.total() * 2
        }


def _title_gender(mention: Mention) -> str:
    words = {word.lower().strip(".") for word in mention.title.split()}
    return "he" if words & HE else "she" if words & SHE else ""
