"""What each rule of the comparison is worth, as a table: `python -m tests.ablation`, or `make ablation`.

Every line is the whole measure with one rule switched off: on the invented pairs beside the tests, and on the pairs
aligned by hand where the folder $EVAL (by default ../shared) is. `--classes` does the same for every class of verbs.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.analysis import facts, findings, prose
from digest.analysis.amounts import quantities as amounts
from digest.analysis.comparison.alignment import attributions, events, quantities, rules
from digest.analysis.comparison.alignment.pair import Pair
from digest.analysis.lexicon import kin, predicates

from .adapters.facts import main as predict
from .analysis.invented import judge, names

SHARED = Path(os.environ.get("EVAL") or Path(__file__).parents[2] / "shared").resolve()


@dataclass(frozen=True, slots=True)
class Switch:
    """A rule and what stands in its place while it is off: an object, its attribute and the replacement."""

    name: str
    changes: tuple[tuple[Any, str, Any], ...]


def _always(answer: object) -> Callable[..., Any]:
    return lambda *_, **__: answer


RULES = (
    Switch("nouns of one kin (home, house)", ((kin, "_groups", _always(())), (kin, "_nouns", _always({})))),
    Switch("nouns of actions (resignation)", ((kin, "action_nouns", _always({})),)),
    Switch(
        "classes of verbs", ((kin, "class_names", _always(frozenset())), (events, "_verb_in_common", _always("none")))
    ),
    Switch("amounts by the words before them", ((amounts, "meaning", _always(None)),)),
    Switch("amounts by their form", ((amounts, "by_form", _always(())),)),
    Switch("amounts within clauses", ((rules, "amounts_within", _always([])),)),
    Switch("proof that the event is one", ((rules, "proven", _always(True)),)),
    Switch("veto: other people", ((events, "_vetoed", _always(False)),)),
    Switch("veto: other names", ((Pair, "lacking", _always(False)),)),
    Switch("veto: another time", ((Pair, "elsewhen", _always(False)),)),
    Switch("veto: opposing values", ((events, "opposed", _always(False)),)),
    Switch("veto: doubted amounts", ((quantities, "doubted", _always(False)),)),
    Switch("steps of a ladder", ((events, "_are_steps", _always(False)),)),
    Switch("speech tags say little", ((attributions, "_merely_speaks", _always(False)),)),
    Switch("tolls are no events", ((facts, "_telling", lambda found, _: found),)),
)


@contextmanager
def off(switch: Switch) -> Iterator[None]:
    """Switch a rule off for a while; what was worked out with it is forgotten before and after."""
    with ExitStack() as stack:
        stack.callback(_forget)
        for owner, name, instead in switch.changes:
            stack.callback(setattr, owner, name, getattr(owner, name))
            setattr(owner, name, instead)
        _forget()
        yield


def _forget() -> None:
    for cached in (findings.find, prose.read, kin.concept, kin.kind_of_thing, kin._kin, kin._nouns, kin._groups):
        getattr(cached, "cache_clear", _always(None))()


def invented() -> str:
    """Return how many of the marks on the invented pairs are found, and how many are wrong."""
    verdicts = [judge(name) for name in names()]
    found = sum(mark.state != "any" for verdict in verdicts for mark in verdict.found)
    missed = sum(len(verdict.missed) for verdict in verdicts)
    return f"{found} of {found + missed} | {sum(len(verdict.wrong) for verdict in verdicts)}"


def aligned() -> str:
    """Return precision, recall and the marks that must not be on the pairs aligned by hand."""
    folder = SHARED / "eval" / "facts"
    if not folder.is_dir():
        return "- | - | -"
    with tempfile.TemporaryDirectory() as scratch:
        predict(str(folder / "gold"), scratch)
        command = [sys.executable, str(folder / "score_facts.py"), str(folder / "gold"), scratch, "--json"]
        answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["all"]
    bad = " / ".join(str(answer[name]) for name in ("false_differs", "trap_pairs", "noise_facts", "false_only"))
    return f"{answer['pair_precision']:.3f} | {answer['pair_recall']:.3f} | {bad}"


def classes() -> Iterator[Switch]:
    """Yield a switch for every class of verbs: off, its verbs are alone, each in a class of its own."""
    every = predicates.class_names()
    for name in sorted(every):
        yield Switch(name, ((kin, "class_names", _always(every - {name})), (events, "_LOOSE", events._LOOSE | {name})))


def table(switches: Sequence[Switch]) -> Iterator[str]:
    """Yield the lines of the table, the whole measure first."""
    yield "| without | invented marks | wrong | precision | recall | false differs / traps / noise / only |"
    yield "|---|---|---|---|---|---|"
    for switch in (Switch("(nothing off)", ()), *switches):
        with off(switch):
            yield f"| {switch.name} | {invented()} | {aligned()} |"


if __name__ == "__main__":
    for line in table(tuple(classes()) if "--classes" in sys.argv else RULES):
        print(line, flush=True)
