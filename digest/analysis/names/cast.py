"""Who and what each sentence speaks of: those it names, else those the sentence before names."""

import re

from ..prose import Prose
from .people import People

_GOES_ON = re.compile(r"\W*(?:The|They|It|He|She|Its|Their|His|Her|These|Those|This|Both)\b")


def cast(prose: Prose, names: People) -> tuple[tuple[str, ...], ...]:
    """Return the participants of each sentence, in the form of `names.key`.

    A sentence that names nobody and opens with "the ministers", "they" or the like goes on about those named before.
    """
    found: list[tuple[str, ...]] = []
    for index, where in enumerate(prose.sentences):
        named = names.participants(where.start, where.end)
        if not named and found and _GOES_ON.match(prose.sentence(index)):
            named = found[-1]
        found.append(named)
    return tuple(found)
