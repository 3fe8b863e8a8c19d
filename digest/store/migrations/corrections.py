"""What the reader puts right in comparisons."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m021_corrections(db: Database) -> None:
    """Corrections by the words they are about; what differs in a story is open again when one comes or goes."""
    open_again = """UPDATE stories SET differs = NULL, differing = NULL, changes = changes + 1 WHERE outlet_count > 1
        AND id IN (SELECT story_id FROM articles WHERE id IN ({0}.one_article, {0}.other_article));"""
    run(
        db,
        (
            """CREATE TABLE corrections (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                verdict TEXT NOT NULL,
                kind TEXT NOT NULL,
                one_article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
                one_words TEXT NOT NULL,
                other_article INTEGER NOT NULL,
                other_words TEXT NOT NULL,
                note TEXT NOT NULL,
                made TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')))""",
            "CREATE INDEX corrections_of ON corrections (one_article)",
            f"""CREATE TRIGGER corrections_come AFTER INSERT ON corrections
                BEGIN {open_again.format("new")} END""",
            f"""CREATE TRIGGER corrections_go AFTER DELETE ON corrections
                BEGIN {open_again.format("old")} END""",
        ),
    )
