"""What the grouping keeps between runs."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m010_terms(db: Database) -> None:
    """What the grouping knows of each article; gone when its text changes, for then it has to be read again."""
    run(
        db,
        (
            """CREATE TABLE article_terms (
                article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
                version INTEGER NOT NULL,
                language TEXT NOT NULL,
                weights TEXT NOT NULL)""",
            """CREATE TRIGGER article_terms_outdated AFTER UPDATE OF title, text ON contents
                WHEN old.title <> new.title OR old.text <> new.text
                BEGIN DELETE FROM article_terms WHERE article_id = old.article_id; END""",
        ),
    )
