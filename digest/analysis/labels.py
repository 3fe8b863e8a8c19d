"""What a person is called at first mention: "President", "leader"; the title another outlet may not give."""

from ..model import Fact, Label
from .names.people import People, key
from .prose import Prose


def labels(prose: Prose, names: People) -> tuple[Fact, ...]:
    """Return the first titled mention of each person, title and name in the span."""
    seen: set[str] = set()
    found = []
    for mention in names.mentions:
        entity = key(mention)
        if not mention.person or not mention.title or entity in seen:
            continue
        title = _office(mention.title)
        if not title:
            continue
        seen.add(entity)
        index = next((i for i, s in enumerate(prose.sentences) if s.start <= mention.start < s.end), None)
        if index is not None:
            start = mention.titled_start
            text = prose.text[start : mention.end]
            found.append(Fact(start, mention.end, text, Label(entity, title), index, 1))
    return tuple(found)


def _office(title: str) -> str:
    """Return the last word of a title that says more than courtesy: "Belarusian President" is "president"."""
    words = [word.strip(".").lower() for word in title.split()]
    kept = [word for word in words if word not in {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "the"}]
    return kept[-1] if kept else ""
