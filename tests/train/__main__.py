"""Trains the pair model, says what it reaches on stories left out, and writes it into the package."""

import json
import os
from collections import defaultdict
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from digest.analysis.stories.features import NAMES
from digest.analysis.stories.forest import MODEL, Model
from digest.analysis.stories.likeness import Likeness
from digest.analysis.stories.setting import ClusterSettings

from .judge import Figures, Judged, chosen, figures, run
from .pairs import IMAGINED, collect, common_words
from .streams import FOLDS, JUDGED, Stream, folds, read_streams
from .trees import ROUNDS, forest, train

ROOT = Path(__file__).parents[2]
GRID = tuple(
    replace(ClusterSettings(), join=join, merge=merge, repair=repair)
    for join, merge, repair in ((0.3, 0.6, 0.45), (0.4, 0.6, 0.45))
)
"""The settings tried; the choice for a fold is made on the other folds."""


def main() -> None:
    """Train, judge and write."""
    shared = Path(os.environ.get("EVAL") or ROOT.parent / "shared").resolve()
    streams = read_streams(shared / "eval" / "clusters" / "data")
    parts = folds(streams)
    shares = common_words(streams["pool"])
    pairs = {name: collect(stream, shares) for name, stream in streams.items()}
    models = [Model(forest(train(streams, pairs, parts, [fold])), shares, IMAGINED) for fold in range(FOLDS)]
    reached = judged(streams, parts, models)
    for name, found in reached.items():
        print(
            f"{name:9} out of fold: B3 P {found.precision:.1f} R {found.recall:.1f} F {found.f1:.1f},"
            f" on arrival {found.arrival_f1:.1f}, ids changed {found.moved:.1f} %, {found.rate:.0f} articles/s"
        )
    written = {
        "provenance": _provenance({name: len(stream.articles) for name, stream in streams.items()}, reached),
        "features": NAMES,
        "imagined": IMAGINED,
        "shares": _bands(shares),
        "trees": train(streams, pairs, parts),
    }
    MODEL.write_text(json.dumps(written, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")


def judged(streams: dict[str, Stream], parts: dict[str, int], models: list[Model]) -> dict[str, Figures]:
    """Return the figures on stories left out, the setting too chosen without them."""
    runs: dict[ClusterSettings, dict[str, list[Judged]]] = {setting: {} for setting in GRID}
    for name in JUDGED:
        alike = [Likeness(model.forest, ClusterSettings().window, kept=10_000_000) for model in models]
        for setting in GRID:
            runs[setting][name] = [
                run(streams[name], model, setting, found) for model, found in zip(models, alike, strict=True)
            ]
    best = chosen([streams[name] for name in JUDGED], parts, runs)
    print("chosen for each fold:", *(f"({s.join}, {s.merge}, {s.repair})" for s in best))
    return {
        name: figures(
            streams[name], parts, [runs[setting][name][fold] for fold, setting in enumerate(best)], range(FOLDS)
        )
        for name in JUDGED
    }


def _provenance(articles: dict[str, int], reached: dict[str, Figures]) -> dict[str, Any]:
    return {
        "made": datetime.now(UTC).date().isoformat(),
        "by": "python -m tests.train",
        "data": articles,
        "sources": "AllSides round-ups, BASIL, ECB+ (CC BY 3.0): figures only, no text",
        "trees": ROUNDS,
        "out_of_fold": {
            name: {key: round(value, 1) for key, value in asdict(found).items() if key != "rate"}
            for name, found in reached.items()
        },
    }


def _bands(shares: dict[str, float]) -> dict[str, str]:
    """Return the stems by the thousandths of articles that hold them, in steps of about a quarter."""
    bands = defaultdict(list)
    for stem, share in sorted(shares.items()):
        step = 3
        while step * 1.25 + 1 <= 1_000 * share:
            step = int(step * 1.25 + 1)
        bands[str(step)].append(stem)
    return {band: " ".join(bands[band]) for band in sorted(bands, key=int)}


if __name__ == "__main__":
    main()
