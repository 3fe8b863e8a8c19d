"""The words all layers share: frozen values with no behaviour beyond what they are; standard library only."""

from .article import Article, Provenance, Reading, Revision
from .comparison import Cell, Comparison, Origins, Passage, Row, Source, State
from .correction import Correction, Verdict, Words
from .fact import (
    Attribution,
    Event,
    Fact,
    FactKind,
    Grain,
    Label,
    Moment,
    Quantity,
    Quote,
    Value,
)
from .feed import Entry, Feed, FeedAnswer, FullText, Outcome, OutcomeStatus, ParsedFeed, Response
from .news import ChangedFact, News, SinceRead, Told
from .plan import Plan
from .story import UNCONSTRAINED, Constraints, Decision, Story, StoryFilter, StoryPage, StorySort
from .storyline import Profile, Storyline

__all__ = [
    "UNCONSTRAINED",
    "Article",
    "Attribution",
    "Cell",
    "ChangedFact",
    "Comparison",
    "Constraints",
    "Correction",
    "Decision",
    "Entry",
    "Event",
    "Fact",
    "FactKind",
    "Feed",
    "FeedAnswer",
    "FullText",
    "Grain",
    "Label",
    "Moment",
    "News",
    "Origins",
    "Outcome",
    "OutcomeStatus",
    "ParsedFeed",
    "Passage",
    "Plan",
    "Profile",
    "Provenance",
    "Quantity",
    "Quote",
    "Reading",
    "Response",
    "Revision",
    "Row",
    "SinceRead",
    "Source",
    "State",
    "Story",
    "StoryFilter",
    "StoryPage",
    "StorySort",
    "Storyline",
    "Told",
    "Value",
    "Verdict",
    "Words",
]
