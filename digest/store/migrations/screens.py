"""What the screens' lists need to be quick over many articles."""

from sqlite_utils import Database

from .register import migrations, run


@migrations()
def m020_lists(db: Database) -> None:
    """What each feed brought and how much of it is unread; the stories with something unread, or a star."""
    listed = "WHERE merged_into IS NULL AND article_count > 0"
    run(
        db,
        (
            "CREATE INDEX articles_feed ON articles (feed_id, reading, story_id) WHERE feed_id IS NOT NULL",
            f"CREATE INDEX stories_unread ON stories (coverage, id) {listed} AND unread_count > 0",
            f"CREATE INDEX stories_starred ON stories (coverage, id) {listed} AND starred_count > 0",
        ),
    )
