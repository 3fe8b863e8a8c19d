"""Ways to damage a feed, each given a source of chance."""

import random
from collections.abc import Callable, Sequence

Mutation = Callable[[bytes, random.Random, Sequence[bytes]], bytes]

_TRICKS = (
    b"&#x110000;", b"&#xD800;", b"&#27;", b"&#0;", b"&#xFFFE;", b"&#99999999999;", b"&bogus;", b"&", b"&#;", b"&#x;",
    b"&amp;amp;amp;lt;script&gt;", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?x ?>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"<item>", b"</item>", b"<entry/>", b"</channel>", b"<title><b>", b"<a xml:base='http://[x/'>", b" xml:base='//'",
    b"<div>" * 200, b"<pubDate>31 Feb 99999 25:61 +9999</pubDate>", b"<updated>0001-01-01T00:00:00+14:00</updated>",
    b"<guid isPermaLink='true'>//[</guid>", b"<link>http://a.example:x/</link>", b"<link>javascript:alert(1)</link>",
    b"<ttl>1e9</ttl>", b"<content:encoded>", b"\x1b]52;c;eA==\x07", b"\x9b2J", b"\xc2\x9b", b"\xe2\x80\xae", b"\x00",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xa8", b"A" * 5000, b"\r\n\r\n",
    b'"', b"{", b"[" * 300, b"\\ud800", b"1e999", b"null",
)  # fmt: skip
_ENCODINGS = (b"utf-8", b"utf-16", b"utf-7", b"iso-8859-1", b"cp1252", b"big5", b"idna", b"rot13", b"hex", b"nonsense")


def flip(body: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Turn over a few bits."""
    damaged = bytearray(body)
    for _ in range(chance.randint(1, 8)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def cut_off(body: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Break off."""
    return body[: chance.randrange(len(body))]


def cut_out(body: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Lose a stretch."""
    start = chance.randrange(len(body))
    return body[:start] + body[start + chance.randint(1, 400) :]


def splice(body: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Go on as another feed."""
    other = chance.choice(others)
    return body[: chance.randrange(len(body))] + other[chance.randrange(len(other)) :]


def repeat(body: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Say a stretch several times."""
    start = chance.randrange(len(body))
    end = start + chance.randint(1, 600)
    return body[:end] + body[start:end] * chance.randint(1, 5) + body[end:]


def trick(body: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Put in what is known to hurt, at the border of a tag or anywhere."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(body) + 1)
        if chance.random() < 0.7:
            at = max(body.find(chance.choice((b">", b"<")), at), 0) + chance.randint(0, 1)
        body = body[:at] + chance.choice(_TRICKS) + body[at:]
    return body


def lie(body: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """Claim another encoding, or be in another than claimed."""
    if chance.random() < 0.5:
        head = b'<?xml version="1.0" encoding="' + chance.choice(_ENCODINGS) + b'"?>'
        return head + body[body.find(b"?>") + 2 if body.startswith(b"<?xml") else 0 :]
    text = body.decode("utf-8", "replace")
    return text.encode(
        chance.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "big5", "utf-7")), "replace"
    )


MUTATIONS: tuple[Mutation, ...] = (flip, cut_off, cut_out, splice, repeat, trick, lie)


def mutated(chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """Return one of the seeds, damaged in one to three ways."""
    body = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        body = chance.choice(MUTATIONS)(body or b" ", chance, seeds)
    return body
