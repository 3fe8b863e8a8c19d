"""What of a feed's body is new: items that were read before are cut out, so that nobody parses them again."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

_SIZE = 8
"""Bytes of one item's hash."""
_READING = b"1"
"""How we read items; another number makes all of them new once."""
_END_TAG = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_ITEMS = frozenset({"item", "entry"})
_IDS = frozenset({"guid", "id"})


@dataclass(slots=True)
class _Item:
    start: int
    depth: int
    end: int = 0
    id: str = ""
    link: str = ""


@dataclass(slots=True)
class _Scanner:
    """Finds where each item begins and ends, and what it is called, in bytes of well-formed XML.

    Expat is what feedparser reads well-formed feeds with; unlike lxml it tells the offsets, so that what is left of
    the body stays byte for byte what it was.
    """

    items: list[_Item] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    """What the elements around the items say: namespaces, base, language."""
    plain: bool = True
    """Whether items lie beside each other and never within another."""
    _depth: int = 0
    _open: _Item | None = None
    _text: list[str] | None = None
    _parser: expat.XMLParserType = field(init=False)

    def scan(self, body: bytes) -> None:
        """Read the body; expat.ExpatError, ValueError or LookupError if it is not well-formed or in a rare encoding."""
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.Parse(body, True)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        local = name.rpartition(":")[2]
        if local in _ITEMS:
            self.plain = self.plain and self._open is None
            self._open = _Item(self._parser.CurrentByteIndex, self._depth, id=attributes.get("rdf:about", ""))
            self.items.append(self._open)
        elif self._open is None:
            if not self.items and self._depth <= 2:
                self.around += [name, *(part for pair in attributes.items() for part in pair)]
        elif self._depth == self._open.depth + 1:
            if local == "link" and "href" in attributes:
                if attributes.get("rel", "alternate") == "alternate":
                    self._open.link = attributes["href"]
            elif local in _IDS or local == "link":
                self._text = []
                self._parser.CharacterDataHandler = self._text.append

    def _end(self, name: str) -> None:
        item = self._open
        if item is not None and self._depth == item.depth:
            item.end = self._parser.CurrentByteIndex
            self._open = None
        elif item is not None and self._text is not None and self._depth == item.depth + 1:
            said = "".join(self._text).strip()
            if name.rpartition(":")[2] in _IDS:
                item.id = said
            else:
                item.link = said
            self._text = None
            self._parser.CharacterDataHandler = None
        self._depth -= 1


def cut(body: bytes, known: bytes, most: int) -> tuple[bytes, bytes]:
    """Return the body without the items whose hashes are in `known`, and the hashes of all its items.

    The body comes back whole, and without hashes, where items cannot be told apart for certain: XML that is not
    well-formed, with a document type or in another encoding than UTF-8, or more than `most` items. Items that share
    an id or an address stay too: what they are depends on each other.
    """
    scanner = _Scanner()
    try:
        body.decode()
        if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
            return body, b""
        scanner.scan(body)
    except (ValueError, LookupError, expat.ExpatError):
        return body, b""
    items = scanner.items
    ends = [_end(body, item) for item in items]
    if not scanner.plain or len(items) > most or not all(ends):
        return body, b""
    salt = "\0".join(scanner.around).encode()
    hashes = [_hash(salt, body[item.start : end]) for item, end in zip(items, ends, strict=True)]
    old = {known[at : at + _SIZE] for at in range(0, len(known), _SIZE)}
    ids = Counter(item.id for item in items if item.id)
    links = Counter(_address(item) for item in items if item.link)
    parts, kept_to = [], 0
    for item, end, made in zip(items, ends, hashes, strict=True):
        if made in old and ids[item.id] <= 1 and links[_address(item)] <= 1:
            parts.append(body[kept_to : item.start])
            kept_to = end
    return b"".join([*parts, body[kept_to:]]), b"".join(hashes)


def _end(body: bytes, item: _Item) -> int:
    """Return where the item's end tag ends, 0 if it is not written as a start tag, what is in it, and an end tag."""
    tag = _END_TAG.match(body, item.end)
    return tag.end() if tag and body.startswith(b"<", item.start) else 0


def _address(item: _Item) -> str:
    return item.link.partition("#")[0].strip()


def _hash(salt: bytes, item: bytes) -> bytes:
    return hashlib.blake2b(item, digest_size=_SIZE, key=hashlib.sha256(salt + _READING).digest()).digest()
