"""A digest as one HTML file that needs nothing else: light and dark, on screens and on paper.

It is made from the markdown, whose text is escaped already, by a parser that knows no raw HTML; so whatever holds for
the markdown's headings and links holds here.
"""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .edition import Edition
from .markdown import digest_body, slug

_LABELS = {"Agreed": "agree", "Differs": "differ", "Quotes": "told", "Timeline": "told", "Sources": "told"}
"""What stands alone in bold above a list, and the class it gets."""

_STYLE = """
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1c1b19; --quiet: #5f5b54; --line: #ddd8ce;
  --link: #1f4f8b; --agree: #1d6b45; --differ: #a8321f; --only: #1f4f8b; --mark: #f3ecd9; }
@media (prefers-color-scheme: dark) { :root { --paper: #161615; --ink: #e6e3dc; --quiet: #a39e94; --line: #3a3833;
  --link: #8db8ee; --agree: #74c69d; --differ: #f28b78; --only: #8db8ee; --mark: #302b1f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Charter, "Bitstream Charter",
  Cambria, Georgia, serif; overflow-wrap: anywhere; }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2, h3, .label { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; line-height: 1.25; }
h1 { font-size: 1.9rem; margin: 0 0 .5rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 .5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.2rem; margin: 2.25rem 0 .4rem; }
h1 + p, h2 + p, h3 + p { color: var(--quiet); margin-top: 0; font-size: .95rem; }
p, ul, ol { margin: .6rem 0; }
ul { padding-left: 1.4rem; }
ol { padding-left: 2rem; }
li { margin: .3rem 0; }
li > ul { margin: .2rem 0; }
a { color: var(--link); text-underline-offset: .15em; }
li strong, p strong { background: var(--mark); font-weight: 600; padding: 0 .1em; }
.label { margin: 1.4rem 0 .3rem; font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; }
.label strong { background: none; padding: 0; font-weight: 700; }
.agree { color: var(--agree); } .differ { color: var(--differ); } .only { color: var(--only); }
.told { color: var(--quiet); }
@media print { :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --link: #000; --agree: #000;
  --differ: #000; --only: #000; --mark: #eee; color-scheme: light; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
  h2, h3, .label { break-after: avoid; } li { break-inside: avoid; } }
"""

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
"""


def digest_html(edition: Edition) -> str:
    """Return the digest as one HTML page; opening it asks nothing of any server."""
    parser = MarkdownIt("commonmark", {"html": False})
    tokens = parser.parse(digest_body(edition))
    _anchor(tokens)
    _label(tokens)
    body = parser.renderer.render(tokens, parser.options, {})
    return _PAGE.format(title=escape(edition.title), style=_STYLE, body=body)


def _anchor(tokens: Sequence[Token]) -> None:
    """Give each heading the anchor that the contents lead to, and let links out not say where they come from."""
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", slug(_words(following)))
        for inner in token.children or ():
            if inner.type == "link_open" and not str(inner.attrGet("href")).startswith("#"):
                inner.attrSet("rel", "noreferrer noopener")


def _label(tokens: Sequence[Token]) -> None:
    """Give the class of its mark to each paragraph that is nothing but a bold label."""
    for token, following in pairwise(tokens):
        inner = [part.type for part in following.children or () if part.type != "text" or part.content]
        if token.type == "paragraph_open" and inner == ["strong_open", "text", "strong_close"]:
            words = _words(following)
            name = "only" if words.startswith("Only in ") else _LABELS.get(words, "told")
            token.attrSet("class", f"label {name}")


def _words(token: Token) -> str:
    return "".join(part.content for part in token.children or ())
