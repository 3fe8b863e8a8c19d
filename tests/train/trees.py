"""Boosted trees over pairs, and what they are written down as."""

from collections.abc import Collection, Mapping
from typing import Any

import lightgbm
import numpy as np

from digest.analysis.stories.features import NAMES
from digest.analysis.stories.forest import Forest

from .pairs import Pairs
from .streams import Stream

ROUNDS = 120
SETTING: Mapping[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 12,
    "max_depth": 5,
    "min_data_in_leaf": 40,
    "lambda_l2": 8,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "seed": 0,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
_WEIGHTS = {"ecb": 4.0, "pool": 0.5, "basil": 2.0}
"""What a pair of a stream counts: long reports are fewer than excerpts."""
_KEPT = {"pool": 0.25, "as21": 0.25, "as21_thin": 0.6}
"""The part of a stream's unlike pairs that are taken, each counting for those that are not."""


def train(
    streams: Mapping[str, Stream], pairs: Mapping[str, Pairs], folds: Mapping[str, int], left_out: Collection[int] = ()
) -> list[Any]:
    """Return trees trained on the pairs neither of whose articles is of a fold left out."""
    chance = np.random.default_rng(1)
    features, labels, weights = [], [], []
    for name, found in pairs.items():
        fold = np.array([folds[story] for story in streams[name].stories])
        kept = _KEPT.get(name, 1.0)
        taken = found.same | (chance.random(len(found.same)) < kept)
        taken &= ~np.isin(fold[found.of], list(left_out)).any(axis=1)
        features.append(found.features[taken])
        labels.append(found.same[taken])
        weights.append(np.where(found.same, 1.0, 1.0 / kept)[taken] * _WEIGHTS.get(name, 1.0))
    data = lightgbm.Dataset(np.concatenate(features), np.concatenate(labels), weight=np.concatenate(weights))
    trees = lightgbm.train(dict(SETTING), data, ROUNDS).dump_model()["tree_info"]
    return [_written(tree["tree_structure"]) for tree in trees]


def forest(trees: list[Any]) -> Forest:
    """Return the trees as the product reads them."""
    return Forest(tuple(_read(tree) for tree in trees))


def _written(node: Mapping[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    threshold = float(f"{node['threshold']:.5g}")
    return [
        NAMES[node["split_feature"]], threshold, _written(node["left_child"]), _written(node["right_child"])
    ]  # fmt: skip


def _read(node: Any) -> Any:
    if not isinstance(node, list):
        return node
    feature, threshold, low, high = node
    return NAMES.index(feature), threshold, _read(low), _read(high)
