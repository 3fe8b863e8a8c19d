"""What comparing keeps between two looks at a story."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m013_facts(db: Database) -> None:
    """What was found in each text; gone when the text changes, for then it has to be read again."""
    run(
        db,
        (
            """CREATE TABLE article_facts (
                article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
                stamp TEXT NOT NULL,
                found BLOB NOT NULL)""",
            """CREATE TRIGGER article_facts_outdated AFTER UPDATE OF title, text ON contents
                WHEN old.title <> new.title OR old.text <> new.text
                BEGIN DELETE FROM article_facts WHERE article_id = old.article_id; END""",
        ),
    )


@migrations()
def m014_differences(db: Database) -> None:
    """What differs in a story, open (NULL) until somebody looks; `changes` tells an answer that comes too late."""
    listed = "WHERE merged_into IS NULL AND article_count > 0"
    run(
        db,
        (
            "DROP INDEX stories_differs",
            "ALTER TABLE stories DROP COLUMN differs",
            "ALTER TABLE stories ADD COLUMN differs INTEGER",
            "ALTER TABLE stories ADD COLUMN differing TEXT",
            "ALTER TABLE stories ADD COLUMN changes INTEGER NOT NULL DEFAULT 0",
            "UPDATE stories SET differs = 0 WHERE outlet_count < 2",
            f"CREATE INDEX stories_differs ON stories (differs, coverage, id) {listed}",
            f"CREATE INDEX stories_open ON stories (coverage, id) {listed} AND differs IS NULL",
        ),
    )
