"""Drive the product for attack suites: `python tests/adapters/attacks.py ingest|dump|show|export|opml --db DB …`.

* `ingest --db DB --feeds FILE`   the feeds of FILE, one address a line, as if the user had typed them
* `dump --db DB`                  feeds with their status, and articles, as JSON on stdout
* `show --db DB`                  the screens, drawn once each on this terminal
* `export --db DB --out DIR`      a markdown digest in DIR
* `opml --db DB FILE`             the feeds of a list, subscribed to
* `config FILE`                   the configuration file, checked and shown
"""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def ingest(arguments: argparse.Namespace) -> int:
    """Subscribe to the feeds and take them in, by the command line's own ways."""
    from digest.cli.run import run

    urls = arguments.feeds.read_text(encoding="utf-8").split()
    database = ["--db", str(arguments.db)]
    return run([*database, "add", "--no-check", *urls]) or run([*database, "ingest"])


def dump(arguments: argparse.Namespace) -> int:
    """Print what is stored."""
    from digest.store import Store

    with Store(arguments.db) as store:
        feeds = store.feeds()
        articles = store.articles(limit=None)
    addresses = {feed.id: feed.url for feed in feeds}
    found: dict[str, list[dict[str, Any]]] = {
        "feeds": [
            {"url": feed.url, "status": "error" if feed.error else "ok", "error": feed.error, "title": feed.title}
            for feed in feeds
        ],
        "articles": [
            {
                "feed": addresses.get(article.feed_id or 0, ""),
                "title": article.title,
                "text": article.text,
                "url": article.url,
                "published": article.when.isoformat(),
            }
            for article in articles
        ],
    }
    print(json.dumps(found))
    return 0


def show(arguments: argparse.Namespace) -> int:
    """Draw the list, and one story after another opened from it, then leave."""
    from textual.pilot import Pilot

    from digest.tui.app import DigestApp

    async def look_around(pilot: Pilot[object]) -> None:
        await pilot.pause(1)
        for keys in (["enter"], ["escape"], ["down", "enter"], ["escape"]):
            await pilot.press(*keys)
            await pilot.pause(0.3)
        pilot.app.exit()

    app = DigestApp(arguments.db, now=lambda: datetime.now(UTC))
    app.run(auto_pilot=look_around)
    return app.return_code or 0


def export(arguments: argparse.Namespace) -> int:
    """Write the digest of everything."""
    from digest.cli.run import run

    since = ["--since", "1970-01-01"]
    return run(["--db", str(arguments.db), "export", *since, "--out", str(arguments.out), "--limit", "1000"])


def opml(arguments: argparse.Namespace) -> int:
    """Subscribe to the feeds of a list."""
    from digest.cli.run import run

    return run(["--db", str(arguments.db), "import", str(arguments.file)])


def config(arguments: argparse.Namespace) -> int:
    """Show what a configuration file sets."""
    from digest.cli.run import run

    return run(["--config", str(arguments.file), "config"])


def main() -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser()
    commands = {"ingest": ingest, "dump": dump, "show": show, "export": export, "opml": opml, "config": config}
    parser.add_argument("command", choices=list(commands))
    parser.add_argument("--db", type=Path)
    parser.add_argument("--feeds", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("file", type=Path, nargs="?")
    arguments = parser.parse_intermixed_args()
    return commands[arguments.command](arguments)


if __name__ == "__main__":
    sys.exit(main())
