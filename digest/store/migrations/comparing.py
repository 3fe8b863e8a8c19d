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
