"""The product as a peer of the other readers: set up, run and counted the same way."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .cost import Cost

ROOT = Path(__file__).parents[2]
_SUBSCRIBE = """
import sys
from pathlib import Path
from digest.model import Feed, FullText
from digest.store import Store
with Store(Path("digest.db")) as store:
    for url in Path("urls").read_text().split():
        store.add_feed(Feed(url, full_text=FullText(sys.argv[1])))
"""


def digests(peer: type[Any], cost: Callable[..., Cost]) -> dict[str, type[Any]]:
    """Return our peers; `peer` is the bench's base class, `cost` what runs a command."""

    class Digest(peer):  # type: ignore[misc]
        """Feeds only; the articles of the first run are grouped by the second, those of later runs at once."""

        name = "digest"
        full_text = "never"
        options: tuple[str, ...] = ()

        def subscribe(self) -> None:
            (self.dir / "urls").write_text("\n".join(self.urls))
            subscribe(self.dir, "never")

        def before(self, step: str) -> None:
            """Pages are asked for from the step on that is about them: 6,000 of the first run are another benchmark."""
            self.options = ("--no-stories",) if step == "cold" else ()
            if step == "one-new":
                with sqlite3.connect(self.dir / "digest.db") as db:
                    db.execute("UPDATE feeds SET full_text = ?", (self.full_text,))

        def update(self) -> Cost:
            command = [sys.executable, "-m", "digest", "--db", "digest.db", "ingest", "--quiet", *self.options]
            return cost(command, cwd=str(self.dir), env=environment(), log=str(self.dir / "log"))

        def entries(self) -> int:
            with sqlite3.connect(self.dir / "digest.db") as db:
                return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])

    class DigestPages(Digest):
        """The same, with the page behind each new entry."""

        name = "digest-pages"
        full_text = "always"

    return {"Digest": Digest, "DigestPages": DigestPages}


def subscribe(folder: Path, full_text: str) -> None:
    """Make a database in the folder that knows the addresses of its file `urls`."""
    subprocess.run([sys.executable, "-c", _SUBSCRIBE, full_text], cwd=folder, env=environment(), check=True)


def environment() -> dict[str, str]:
    """Return what lets an interpreter in another folder find the product."""
    return {"PYTHONPATH": str(ROOT)}
