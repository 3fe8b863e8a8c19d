"""`digest facts`: what was found in one article."""

import click

from ..analysis.sources import first_part
from ..export import facts as data
from ..export import json
from .session import Session, out, talk
from .show import numbered


@click.command("facts")
@click.argument("name", metavar="ARTICLE")
@click.option("--all", "everything", is_flag=True, help="List the lesser facts too.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, all facts: spans, words and normal forms.")
@click.pass_obj
def facts_command(session: Session, name: str, everything: bool, as_json: bool) -> None:
    """List the facts found in an article, in the order of its text.

    Each is a span of the text, word for word, with what it comes to below: this is what is laid
    side by side when outlets are compared. Key facts have a ! in front. The article is named by
    its number, with or without an a in front (a12).

    \b
    Examples:
      digest facts a12
      digest facts a12 --json
    """
    _, number = numbered(name)
    with session.desk() as desk:
        article = desk.article(number)
        found = desk.facts(article)
    if as_json:
        out(json.dumps(data.facts(article, found)))
        return
    look = session.look
    out(look.bold(line) for line in look.paragraph(f"a{article.id} {article.outlet}: {article.title}"))
    out(data.fact_lines(found, look, everything))
    if article.excerpt and found:
        talk("Only a summary of this article is held.")
    if len(read := first_part(article.text)) < len(article.text):
        talk(f"Only the first {len(read):,} characters of this article were read.")
