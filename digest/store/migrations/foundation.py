"""The tables of the first version: feeds, stories, articles, search, decisions."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m001_feeds(db: Database) -> None:
    """Feeds with what their last answers taught us, and the runs that asked them."""
    run(
        db,
        (
            """CREATE TABLE feeds (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                url TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL,
                site TEXT NOT NULL,
                outlet TEXT NOT NULL,
                full_text TEXT NOT NULL,
                etag TEXT NOT NULL,
                last_modified TEXT NOT NULL,
                body_hash TEXT NOT NULL,
                checked TEXT,
                next_check TEXT,
                failures INTEGER NOT NULL,
                error TEXT NOT NULL)""",
            """CREATE TABLE runs (
                id INTEGER PRIMARY KEY,
                started TEXT NOT NULL,
                finished TEXT NOT NULL,
                feeds INTEGER NOT NULL,
                ok INTEGER NOT NULL,
                unchanged INTEGER NOT NULL,
                failed INTEGER NOT NULL,
                new INTEGER NOT NULL,
                changed INTEGER NOT NULL)""",
        ),
    )


@migrations()
def m002_stories(db: Database) -> None:
    """Stories with the columns their lists are sorted by; AUTOINCREMENT is what never gives an id twice."""
    listed = "WHERE merged_into IS NULL AND article_count > 0"
    run(
        db,
        (
            """CREATE TABLE stories (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                merged_into INTEGER REFERENCES stories(id),
                title TEXT NOT NULL DEFAULT '',
                title_why TEXT NOT NULL DEFAULT '',
                lead TEXT NOT NULL DEFAULT '',
                language TEXT NOT NULL DEFAULT '',
                first_seen TEXT NOT NULL,
                last_seen TEXT NOT NULL,
                origins INTEGER NOT NULL DEFAULT 0,
                origins_certain INTEGER NOT NULL DEFAULT 1,
                differs INTEGER NOT NULL DEFAULT 0,
                article_count INTEGER NOT NULL DEFAULT 0,
                outlet_count INTEGER NOT NULL DEFAULT 0,
                unread_count INTEGER NOT NULL DEFAULT 0,
                starred_count INTEGER NOT NULL DEFAULT 0,
                coverage REAL NOT NULL DEFAULT 0)""",
            f"CREATE INDEX stories_coverage ON stories (coverage, id) {listed}",
            f"CREATE INDEX stories_newest ON stories (last_seen, id) {listed}",
            f"CREATE INDEX stories_differs ON stories (differs, coverage, id) {listed}",
            "CREATE INDEX stories_merged ON stories (merged_into) WHERE merged_into IS NOT NULL",
        ),
    )


@migrations()
def m003_articles(db: Database) -> None:
    """Articles, the feed entries that lead to them, their contents and earlier versions."""
    run(
        db,
        (
            """CREATE TABLE articles (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                feed_id INTEGER REFERENCES feeds(id),
                key TEXT NOT NULL,
                outlet TEXT NOT NULL,
                url TEXT NOT NULL,
                canonical TEXT NOT NULL,
                fetched TEXT NOT NULL,
                published TEXT,
                counts_at TEXT NOT NULL,
                version_seen TEXT NOT NULL,
                published_from TEXT NOT NULL,
                title_from TEXT NOT NULL,
                outlet_from TEXT NOT NULL,
                language TEXT NOT NULL,
                authors TEXT NOT NULL,
                agency TEXT NOT NULL,
                place TEXT NOT NULL,
                excerpt INTEGER NOT NULL,
                excerpt_why TEXT NOT NULL,
                tags TEXT NOT NULL,
                revision INTEGER NOT NULL,
                reading TEXT NOT NULL,
                starred INTEGER NOT NULL,
                story_id INTEGER REFERENCES stories(id))""",
            "CREATE UNIQUE INDEX articles_document ON articles (key) WHERE feed_id IS NULL",
            "CREATE INDEX articles_canonical ON articles (canonical) WHERE canonical <> ''",
            "CREATE INDEX articles_newest ON articles (counts_at, id)",
            "CREATE INDEX articles_outlet ON articles (outlet, counts_at, id)",
            "CREATE INDEX articles_story ON articles (story_id, counts_at, id)",
            "CREATE INDEX articles_unread ON articles (counts_at, id) WHERE reading = 'unread'",
            "CREATE INDEX articles_starred ON articles (counts_at, id) WHERE starred = 1",
            """CREATE TABLE contents (
                article_id INTEGER PRIMARY KEY REFERENCES articles(id),
                title TEXT NOT NULL,
                text TEXT NOT NULL)""",
            """CREATE TABLE revisions (
                id INTEGER PRIMARY KEY,
                article_id INTEGER NOT NULL REFERENCES articles(id),
                number INTEGER NOT NULL,
                title TEXT NOT NULL,
                text TEXT NOT NULL,
                seen TEXT NOT NULL,
                UNIQUE (article_id, number))""",
            """CREATE TABLE entries (
                feed_id INTEGER NOT NULL REFERENCES feeds(id),
                key TEXT NOT NULL,
                hash TEXT NOT NULL,
                article_id INTEGER REFERENCES articles(id),
                PRIMARY KEY (feed_id, key)) WITHOUT ROWID""",
        ),
    )


@migrations()
def m004_search(db: Database) -> None:
    """The full-text index; the triggers fire only when a title or a text really changed.

    No prefix index: it doubles the cost of taking an article in, to save milliseconds on a word's first three letters.
    """
    remove = """INSERT INTO contents_fts (contents_fts, rowid, title, text)
        VALUES ('delete', old.article_id, old.title, old.text);"""
    insert = "INSERT INTO contents_fts (rowid, title, text) VALUES (new.article_id, new.title, new.text);"
    run(
        db,
        (
            """CREATE VIRTUAL TABLE contents_fts USING fts5 (
                title, text, content='contents', content_rowid='article_id',
                tokenize='unicode61 remove_diacritics 2')""",
            f"CREATE TRIGGER contents_added AFTER INSERT ON contents BEGIN {insert} END",
            f"CREATE TRIGGER contents_gone AFTER DELETE ON contents BEGIN {remove} END",
            f"""CREATE TRIGGER contents_changed AFTER UPDATE OF title, text ON contents
                WHEN old.title <> new.title OR old.text <> new.text BEGIN {remove} {insert} END""",
        ),
    )


@migrations()
def m005_decisions(db: Database) -> None:
    """The clusterer's log with its evidence."""
    run(
        db,
        (
            """CREATE TABLE decisions (
                id INTEGER PRIMARY KEY,
                what TEXT NOT NULL,
                article_id INTEGER NOT NULL REFERENCES articles(id),
                story_id INTEGER NOT NULL REFERENCES stories(id),
                gone INTEGER REFERENCES stories(id),
                score REAL NOT NULL,
                terms TEXT NOT NULL,
                days REAL NOT NULL)""",
            "CREATE INDEX decisions_story ON decisions (story_id)",
        ),
    )
