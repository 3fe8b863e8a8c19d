"""When stories were told, by the dates their articles state."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m025_stated_dates(db: Database) -> None:
    """A fetch no longer makes a dated story young, and what one outlet tells without a date comes last by coverage.

    A day is 1 in `coverage`; 36,500 is what a story without a date is put back by.
    """
    dated = """SELECT story_id, min(published) AS first, max(published) AS last FROM articles
        WHERE story_id IS NOT NULL GROUP BY story_id HAVING count(published) BETWEEN 1 AND count(*) - 1"""
    run(
        db,
        (
            f"""UPDATE stories SET first_seen = dated.first, last_seen = dated.last,
                coverage = coverage + julianday(dated.last) - julianday(last_seen)
                FROM ({dated}) AS dated WHERE stories.id = dated.story_id""",
            """UPDATE stories SET coverage = coverage - 36500 WHERE outlet_count = 1 AND id IN
                (SELECT story_id FROM articles WHERE story_id IS NOT NULL
                    GROUP BY story_id HAVING count(published) = 0)""",
        ),
    )
