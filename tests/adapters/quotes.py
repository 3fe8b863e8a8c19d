"""Write the quotes of each article of GOLD.jsonl: `python -m tests.adapters.quotes GOLD.jsonl OUT.jsonl`."""

import json
import sys
from pathlib import Path

from digest.analysis.speech.quotes import quotes
from digest.model import Quote


def record(article: dict[str, str]) -> dict[str, object]:
    """Return one article's quotes with the span of the mention beside each; only `id` and `text` are read."""
    found = [
        {"start": fact.start, "end": fact.end, "speaker": list(fact.value.mention) if fact.value.mention else None}
        for fact in quotes(article["text"])
        if isinstance(fact.value, Quote)
    ]
    return {"id": article["id"], "quotes": found}


def main(gold: str, out: str) -> None:
    """Read articles line by line and write one record a line."""
    lines = Path(gold).read_text(encoding="utf8").splitlines()
    records = (json.dumps(record(json.loads(line)), ensure_ascii=False) for line in lines)
    Path(out).write_text("\n".join(records) + "\n", encoding="utf8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
