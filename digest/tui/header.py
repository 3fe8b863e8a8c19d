"""The line above the home screen: what this is, the day, how much is new."""

from datetime import datetime, timedelta

from textual.content import Content

from ..store import Counts
from .glyphs import Glyphs
from .ingesting import Progress
from .lines import age, count, joined, spread


def header(counts: Counts | None, now: datetime, width: int, glyphs: Glyphs, ingest: Progress) -> Content:
    """Return the line; the less important parts go where room is short."""
    left = Content.assemble(" ", ("digest", "bold $accent"), f"  {now:%a} {now.day} {now:%b} {now.year}")
    if counts is None:
        return spread(left, Content(""), width, glyphs)
    parts: list[Content | str] = [f"{counts.unread:,} unread", count(counts.stories, "story", "stories")]
    if width >= 90:
        parts.append(count(counts.articles, "article"))
    if ingest.running:
        parts.append(Content.styled(ingest.words(), "$accent"))
    elif counts.last_ingest is not None:
        parts.append(f"last ingest {_when(counts.last_ingest, now)}")
    if counts.failed_feeds:
        parts.append(Content.styled(f"{count(counts.failed_feeds, 'feed')} failed", "$fact-differ"))
    while len(parts) > 1 and joined(parts, glyphs).cell_length + left.cell_length + 4 > width:
        del parts[1]
    return spread(left, joined(parts, glyphs) + " ", width, glyphs)


def _when(when: datetime, now: datetime) -> str:
    local = when.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    past = age(when, now)
    return f"{past} ago" if past != "now" and now - when < timedelta(days=14) else past
