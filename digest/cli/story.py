"""`digest story`: stories put right by hand, and why they are as they are."""

from collections.abc import Iterator

import click

from ..desk import Desk
from ..export import json, phrases
from ..export.look import Look, fit
from ..ingest.settle import settle
from ..model import Plan
from .groups import Nearest
from .listing import decision_lines
from .lock import in_turn
from .session import Session, out, talk
from .show import numbered

_PREVIEW = click.option("--dry-run", is_flag=True, help="Only show what would be done.")
_JSON = click.option("--json", "as_json", is_flag=True, help="As JSON: one object.")


@click.group("story", cls=Nearest)
def story_command() -> None:
    """Merge, split and move what is grouped wrongly, and see why it is grouped so.

    What is decided by hand stays so: no later ingest takes it back. `digest undo` does. A
    story is named by its number (3), an article by its number with an a in front (a12).

    \b
    Examples:
      digest story merge 3 8
      digest story split 3 a12 a15
      digest story move a12 8
      digest story why a12
    """


@story_command.command("merge", short_help="Make stories one.")
@click.argument("names", nargs=-1, required=True, metavar="STORY STORY...")
@_PREVIEW
@_JSON
@click.pass_obj
def merge_stories(session: Session, names: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Make stories one. The first keeps its number; the others' numbers lead to it.

    \b
    Example:
      digest story merge 3 8 --dry-run
    """
    if len(names) < 2:
        raise click.UsageError("a merge takes two stories or more: digest story merge 3 8")
    stories = [_story(name) for name in names]
    with session.desk() as desk:
        _act(session, desk, desk.by_hand.merge(stories), dry_run, as_json)


@story_command.command("split", short_help="Make articles of a story one of their own.")
@click.argument("name", metavar="STORY")
@click.argument("articles", nargs=-1, required=True, metavar="aARTICLE...")
@_PREVIEW
@_JSON
@click.pass_obj
def split_story(session: Session, name: str, articles: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Make articles of a story one of their own, never again to be grouped with the rest.

    The larger part, else the older one, keeps the number; the other gets a new one.

    \b
    Example:
      digest story split 3 a12 a15
    """
    story, chosen = _story(name), [_article(article) for article in articles]
    with session.desk() as desk:
        _act(session, desk, desk.by_hand.split(story, chosen), dry_run, as_json)


@story_command.command("move", short_help="Put an article into another story.")
@click.argument("article", metavar="aARTICLE")
@click.argument("name", metavar="STORY")
@_PREVIEW
@_JSON
@click.pass_obj
def move_article(session: Session, article: str, name: str, dry_run: bool, as_json: bool) -> None:
    """Put an article into another story, never again to be grouped with those it leaves.

    \b
    Example:
      digest story move a12 8
    """
    chosen, story = _article(article), _story(name)
    with session.desk() as desk:
        _act(session, desk, desk.by_hand.move(chosen, story), dry_run, as_json)


@story_command.command("why", short_help="Say why a story or an article is grouped so.")
@click.argument("name", metavar="STORY|aARTICLE")
@_JSON
@click.pass_obj
def why_command(session: Session, name: str, as_json: bool) -> None:
    """Say why a story's articles are together, or how one article came to be where it is.

    Every step with its evidence: the names and words shared, how similar it was (0 to 1), how
    far apart in time, or that it was done by hand.

    \b
    Examples:
      digest story why 3
      digest story why a12
    """
    of_article, number = numbered(name)
    with session.desk() as desk:
        story = desk.article(number).story_id if of_article else desk.story(number).id
        articles = desk.articles(story) if story else ()
        decisions = desk.by_hand.decisions(number) if of_article else desk.why(number)
        together, apart = desk.by_hand.bound([number] if of_article else [article.id for article in articles])
    if as_json:
        why = [json.decision(decision, articles) for decision in decisions]
        out(json.dumps({"story": story, "why": why, "together": list(together), "apart": list(apart)}))
        return
    look = session.look
    out(decision_lines(decisions, articles, look, None if of_article else story))
    for words, numbers in (("kept together", together), ("kept apart from it", apart)):
        if numbers:
            out(look.paragraph(f"By hand {words}: {', '.join(f'a{n}' for n in numbers)}."))
    if not decisions:
        talk("No step of the grouping is on record.")


@story_command.command("regroup", short_help="Group all articles anew.")
@_PREVIEW
@_JSON
@click.pass_obj
def regroup_stories(session: Session, dry_run: bool, as_json: bool) -> None:
    """Group all articles anew, as after an update of digest that groups better.

    Each story goes on under the number of the one most of whose articles it holds; numbers of
    stories that are no more lead on. What was decided by hand stays. It takes as long as the
    grouping of all ingests took together, and about as much room on the disk as the database
    has. `digest undo` puts the articles back where they were.

    
    Example:
      digest story regroup --dry-run
    """
    from ..ingest.regrouping import put_in_place, regroup

    with in_turn(session.database), session.desk() as desk:
        found = regroup(desk.store)
        if not dry_run:
            put_in_place(desk.store, found)
            settle(desk.store)
    shape: json.Json = {"done": not dry_run, "articles": len(found.after), "moved": found.moved}
    shape |= {"stories": len(set(found.after.values())), "new": found.new, "gone": len(found.gone)}
    if as_json:
        out(json.dumps(shape))
        return
    counts = f"{found.moved:,} of {phrases.count(len(found.after), 'article')} in another story"
    counts += f", {found.new:,} stories new, {len(found.gone):,} gone"
    talk(f"Nothing is changed yet. It would come to: {counts}." if dry_run else f"Grouped anew: {counts}.")


def _act(session: Session, desk: Desk, plan: Plan, dry_run: bool, as_json: bool) -> None:
    """Show the plan, or carry it out and say what was done."""
    story = plan.story
    if not dry_run:
        story = desk.by_hand.do(plan)
        settle(desk.store)
    if as_json:
        out(json.dumps(json.plan(plan, story or None, done=not dry_run)))
    elif dry_run:
        talk(f"Nothing is changed yet. This would be done: {plan.words}.")
        out(_preview(desk, plan, session.look))
    else:
        new = f"; {phrases.count(len(plan.goes), 'article')} went to the new story {story}" if not plan.story else ""
        talk(f"Done: {plan.words}{new}. `digest undo` takes it back.")


def _preview(desk: Desk, plan: Plan, look: Look) -> Iterator[str]:
    """Yield the stories as they would be, each with its articles."""
    for story, articles in plan.after.items():
        title = look.words(desk.story(story).title) if story else "a new story"
        yield fit(f"{f'Story {story}: ' if story else ''}{title}", look.width, look.ellipsis)
        for number in articles:
            article = desk.article(number)
            sign = "+" if number in plan.goes else " "
            line = f"  {sign} a{number}  {look.words(article.outlet)}: {look.words(article.title)}"
            yield fit(line, look.width, look.ellipsis)


def _story(name: str) -> int:
    of_article, number = numbered(name)
    if of_article:
        raise click.UsageError(f"{name!r} names an article; a story is named by its number alone: {number}")
    return number


def _article(name: str) -> int:
    of_article, number = numbered(name)
    if not of_article:
        raise click.UsageError(f"{name!r} names a story; an article has an a in front: a{number}")
    return number
