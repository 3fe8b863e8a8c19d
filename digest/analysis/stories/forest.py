"""Boosted decision trees read from JSON: numbers in, a probability out."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from .features import NAMES

MODEL = Path(__file__).with_name("model.json")
"""The model that is shipped; `provenance` in it says what it was made of and what it reached."""


Node = float | tuple[int, float, Any, Any]
"""A leaf, or (feature, threshold, node at or below it, node above)."""


@dataclass(frozen=True)
class Forest:
    """Trees whose leaves add up to the logarithm of the odds."""

    trees: tuple[Node, ...]

    def probability(self, features: Sequence[float]) -> float:
        """Return the probability that two articles with these features tell one event."""
        total = self._total(*features)
        return 1.0 / (1.0 + math.exp(-total)) if total > -500.0 else 0.0

    @cached_property
    def _total(self) -> Callable[..., float]:
        """Return the trees as one Python function: walking them node by node takes five times as long."""
        names = ", ".join(f"f{i}" for i in range(len(NAMES)))
        sums = " + ".join(map(_expression, self.trees)) or "0.0"
        made: Callable[..., float] = eval(f"lambda {names}: {sums}", {"__builtins__": {}})
        return made


def _expression(node: Node) -> str:
    """Return a tree as a Python expression; numbers only, whatever the file held."""
    if not isinstance(node, tuple):
        return repr(float(node))
    feature, threshold, low, high = node
    return f"({_expression(low)} if f{int(feature)} <= {float(threshold)!r} else {_expression(high)})"


@dataclass(frozen=True, slots=True)
class Model:
    """All that was learned from labelled stories."""

    forest: Forest
    shares: Mapping[str, float]
    """The part of English news articles that hold each common word's stem."""
    imagined: float
    """How many articles `shares` count for."""


@cache
def shipped() -> Model:
    """Return the model of the package, read once."""
    return read_model(json.loads(MODEL.read_text(encoding="utf-8")))


def read_model(found: Mapping[str, Any]) -> Model:
    """Return the model that a JSON file holds; ValueError if it was trained for other features."""
    if tuple(found["features"]) != NAMES:
        raise ValueError("the model was trained for other features: train it anew")
    shares = {stem: int(least) / 1_000 for least, stems in found["shares"].items() for stem in stems.split()}
    return Model(Forest(tuple(map(_tree, found["trees"]))), shares, found["imagined"])


def _tree(node: object) -> Node:
    if not isinstance(node, list):
        return float(str(node))
    feature, threshold, low, high = node
    return NAMES.index(feature), float(threshold), _tree(low), _tree(high)
