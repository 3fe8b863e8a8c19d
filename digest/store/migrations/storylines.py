"""What ties stories into storylines."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m019_storylines(db: Database) -> None:
    """Storylines, what each story names, and which are yet to be tied: at first those of the last two months."""
    run(
        db,
        (
            # AUTOINCREMENT is what never gives an id twice
            "CREATE TABLE storylines (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL)",
            """CREATE TABLE story_profiles (
                story_id INTEGER PRIMARY KEY REFERENCES stories(id) ON DELETE CASCADE,
                language TEXT NOT NULL,
                outlets TEXT NOT NULL,
                terms TEXT NOT NULL,
                spelled TEXT NOT NULL)""",
            "ALTER TABLE stories ADD COLUMN storyline INTEGER REFERENCES storylines(id)",
            "CREATE INDEX stories_storyline ON stories (storyline, first_seen, id) WHERE storyline IS NOT NULL",
            "ALTER TABLE stories ADD COLUMN loose INTEGER NOT NULL DEFAULT 0",
            "CREATE INDEX stories_loose ON stories (id) WHERE loose = 1",
            """UPDATE stories SET loose = 1
                WHERE julianday(last_seen) > (SELECT julianday(max(last_seen)) - 60 FROM stories)""",
        ),
    )
