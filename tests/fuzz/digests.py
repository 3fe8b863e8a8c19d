"""Digests of what attackers write: every text of the attack suite in every place an outlet can write to.

`python -m tests.fuzz.digests` takes the payloads and all texts in the suite's programs ($EVAL/attacks, by default
../shared/attacks), each as outlet, title, text and address of a story, and checks every format of its digest.
"""

import argparse
import ast
import json
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from digest.text import clean_line

from ..export.holds import check, edition

_LONGEST = 20_000


def main() -> int:
    """Return 1 if there was a fault."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz.digests", description=__doc__)
    shared = Path(os.environ.get("EVAL", "../shared")) / "attacks"
    options.add_argument("--attacks", type=Path, default=shared)
    texts = sorted(set(_texts(options.parse_args().attacks)))
    faults = sum(not _holds(text) for text in texts)
    sys.stdout.write(f"{len(texts)} hostile texts in every place of a digest, {faults} faults\n")
    return int(faults > 0)


def _texts(folder: Path) -> Iterator[str]:
    """Yield the texts of the suite's data and of its programs, which make feeds and pages of them."""
    for path in sorted(folder.rglob("*.json")):
        yield from _strings(json.loads(path.read_text(encoding="utf-8")))
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
                value = node.value
                yield value[:_LONGEST] if isinstance(value, str) else value[:_LONGEST].decode("utf-8", "replace")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value[:_LONGEST]
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _holds(text: str) -> bool:
    fact = f"{text} At least 14 people were hurt in {text} on Friday, said {text}. “We ran {text},” said Mara Quill."
    told = [
        (text, text, text, text),
        (f"Wire {text}", f"Ferry burns {text}", fact, f"https://paper.example/{text}"),
        (f"Post {text}", f"14 hurt {text}", fact.replace("14", "17"), "https://post.example/1"),
    ]
    try:
        check(edition([told, told[:1]], [text, "last"] if clean_line(text) else [], text))
    except Exception:
        sys.stderr.write(f"{text[:200]!r}:\n{traceback.format_exc()}\n")
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
