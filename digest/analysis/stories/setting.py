"""The few numbers that the clusterer goes by beside what its model has learned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """One setting for every kind of news; chosen together over four labelled streams, on stories left out."""

    join: float = 0.30
    """The mean probability with a story's latest members from which an article joins it."""
    merge: float = 0.60
    """The mean probability between two stories from which an article that fits both makes them one."""
    repair: float = 0.45
    """The mean probability from which average link joins when it looks at a story and its rivals anew."""
    rival: float = 0.15
    """The mean probability with the new article from which another story takes part in that."""
    window: float = 14.0
    """Days beyond which two dated articles are never the same story."""
    members: int = 12
    """The latest members an article is held against: the work does not grow with the story."""
    neighbours: int = 30
    """The nearest articles whose stories are considered."""
    repaired: int = 40
    """As many articles at most are looked at anew together."""


DEFAULT = ClusterSettings()
