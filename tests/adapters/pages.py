"""Read article pages with the product: `python tests/adapters/pages.py FOLDER OUT`.

FOLDER/index.jsonl names html/*.html.gz and their url, which is all that is used; OUT/<id>.json is written.
"""

import gzip
import json
import sys
from pathlib import Path

from digest.text import body
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
                "text": body(page.text),
            }
            if page
            else {}
        )
        (out / f"{row['id']}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
