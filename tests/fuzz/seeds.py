"""Whole feeds to be damaged: the samples, a few of every format, and captured ones where they are at hand."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from ..web.server import item, rss

_SAMPLES = Path(__file__).parents[2] / "seeds"
_LARGEST = 12_000
"""Longer captured feeds are cut to their head and the first items: damage is found sooner in a short one."""
_ITEM = re.compile(rb"<(item|entry)[\s>].*?</\1\s*>", re.DOTALL)

_ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="/news/" xml:lang="de">
<title type="html">Hafen &amp;amp; K&#xFC;ste</title><id>urn:x:1</id><link rel="alternate" href="."/>
<entry><id>urn:x:2</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ebbe <b>und</b> Flut</div></title>
<link href="2.html"/><updated>2020-08-28T10:00:00+02:00</updated><author><name>Bo</name></author>
<content type="html"><![CDATA[<p>Die Flut kam <a href="../x">wieder</a>.</p>]]></content></entry>
<entry><title>Ohne Kennung</title><link href="3.html"/>
<summary>Kurz &lt;i&gt;gesagt&lt;/i&gt;.</summary></entry></feed>"""
_RDF = """<?xml version="1.0" encoding="iso-8859-1"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://quay.example/"><title>Quay</title><link>http://quay.example/</link></channel>
<item rdf:about="http://quay.example/1"><title>Tide \xe9</title><link>http://quay.example/1</link>
<dc:date>2020-08-28</dc:date><dc:creator>Ada</dc:creator></item></rdf:RDF>"""
_ENTITIES = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///x">]>
<rss version="2.0"><channel><title>&b;</title><item><title>&b; &x; &nbsp; &eacute;</title></item></channel></rss>"""


def seeds(captured: Path | None) -> tuple[bytes, ...]:
    """Return the feeds; `captured` is a folder of folders of others."""
    own = [path.read_bytes() for path in sorted(_SAMPLES.rglob("*.xml")) + sorted(_SAMPLES.rglob("*.json"))]
    found = list(_captured(captured)) if captured and captured.is_dir() else []
    return tuple(_short(body) for body in (*_generated(), *own, *found) if body)


def _generated() -> Iterator[bytes]:
    yield rss(*(item(n) for n in range(1, 4))).encode()
    yield rss(item(1, more="<category>Port</category>"), "<item><title>No &lt;b&gt;id</title></item>").encode("utf-16")
    yield _ATOM.encode()
    yield _RDF.encode("latin-1")
    yield _ENTITIES.encode()
    items = [{"id": n, "url": f"/{n}", "title": "Tide", "content_html": "<p>in", "tags": ["x"]} for n in range(3)]
    yield json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": items}).encode()


def _captured(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".xml", ".rss", ".rdf", ".atom", ".json"} and path.stat().st_size < 1_000_000:
            yield path.read_bytes()


def _short(body: bytes) -> bytes:
    """Return the feed with as many of its items as fit."""
    if len(body) <= _LARGEST:
        return body
    parts: list[bytes] = []
    size = end = 0
    for match in _ITEM.finditer(body):
        between = body[end : match.start()]
        keep = not parts or size + len(match[0]) <= _LARGEST
        parts += [between, match[0]] if keep else [between]
        size += len(match[0]) if keep else 0
        end = match.end()
    return b"".join([*parts, body[end:]])[: 4 * _LARGEST]
