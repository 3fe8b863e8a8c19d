"""What makes an article's nearest findable without reading all of its time."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m024_postings(db: Database) -> None:
    """Strong terms by day, counts of all terms, and which articles must be read again because they changed.

    What the earlier grouping kept is of no use to this one: the latest articles wait to be read anew.
    """
    run(
        db,
        (
            """CREATE TABLE postings (
                term INTEGER, day INTEGER, article_id INTEGER, weight INTEGER NOT NULL,
                PRIMARY KEY (term, day, article_id)) WITHOUT ROWID""",
            "CREATE TABLE term_counts (term INTEGER PRIMARY KEY, seen INTEGER NOT NULL)",
            "CREATE TABLE unweighed (article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE)",
            "DELETE FROM article_terms",
            """INSERT INTO unweighed SELECT id FROM articles WHERE story_id IS NOT NULL
                ORDER BY counts_at DESC LIMIT 5000""",
            "DROP TRIGGER article_terms_outdated",
            """CREATE TRIGGER article_terms_outdated AFTER UPDATE OF title, text ON contents
                WHEN (old.title <> new.title OR old.text <> new.text)
                AND EXISTS (SELECT 1 FROM article_terms WHERE article_id = old.article_id)
                BEGIN INSERT OR IGNORE INTO unweighed VALUES (old.article_id); END""",
            """CREATE TRIGGER article_terms_redated AFTER UPDATE OF counts_at ON articles
                WHEN old.counts_at <> new.counts_at
                AND EXISTS (SELECT 1 FROM article_terms WHERE article_id = old.id)
                BEGIN INSERT OR IGNORE INTO unweighed VALUES (old.id); END""",
        ),
    )
