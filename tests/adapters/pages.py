"""Read article pages with the product: `python tests/adapters/pages.py FOLDER OUT`.

FOLDER/index.jsonl names html/*.html.gz and their url, which is all that is used; OUT/<id>.json is written.
"""

import gzip
import json
import sys
from pathlib import Path

from digest.text import NoiseKind, noise
from digest.web.page import read_page


def main(folder: Path, out: Path) -> None:
    """Write one prediction for each page."""
    out.mkdir(parents=True, exist_ok=True)
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        html = gzip.decompress((folder / row["file"]).read_bytes())
        page = read_page(html, row["url"] or "")
        found = (
            {
                "title": page.title,
                "date": page.published.isoformat() if page.published else None,
                "authors": list(page.authors),
                "text": article_text(page.text),
            }
            if page
            else {}
        )
        (out / f"{row['id']}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def article_text(text: str) -> str:
    """Return the text without its noise; subheads stay, for the gold counts them as text."""
    kept, at = [], 0
    for part in noise(text):
        if part.kind is not NoiseKind.HEADING:
            kept.append(text[at : part.start])
            at = part.end
    return "".join([*kept, text[at:]])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
