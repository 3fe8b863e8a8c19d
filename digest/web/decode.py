"""A body's bytes from the wire, counted while they are unpacked, so that a small bomb stays small."""

import zlib
from collections.abc import Iterator

from ..errors import FeedError

_STEP = 1024 * 1024
_GZIP = 16 + zlib.MAX_WBITS


class Body:
    """Collects one body of at most `limit` bytes: `feed` it raw chunks, then take `done`."""

    def __init__(self, url: str, encoding: str, limit: int) -> None:
        """Raise FeedError for any encoding but gzip and none."""
        coding = encoding.strip().lower()
        if coding not in {"", "identity", "gzip", "x-gzip"}:
            raise FeedError(url, f"sent in an encoding nobody asked for: {coding}")
        self._url = url
        self._limit = limit
        self._gzip = zlib.decompressobj(_GZIP) if "gzip" in coding else None
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> None:
        """Take the next raw chunk; raise FeedError once the whole is too large or is no gzip."""
        for part in self._unpack(chunk):
            self._size += len(part)
            if self._size > self._limit:
                raise FeedError(self._url, f"larger than {self._limit // 1024**2} MiB")
            self._parts.append(part)

    def done(self) -> bytes:
        """Return the whole body; raise FeedError if a gzip stream was cut off."""
        if self._gzip and self._size and not self._gzip.eof:
            raise FeedError(self._url, "the compressed answer was cut off")
        return b"".join(self._parts)

    def _unpack(self, chunk: bytes) -> Iterator[bytes]:
        if self._gzip is None:
            yield chunk
            return
        while chunk and self._gzip:
            try:
                yield self._gzip.decompress(chunk, _STEP)
            except zlib.error as error:
                raise FeedError(self._url, "the compressed answer cannot be read") from error
            chunk = self._gzip.unconsumed_tail
            if self._gzip.eof and (chunk := self._gzip.unused_data):
                if not chunk.startswith(b"\x1f\x8b"):
                    return  # some servers pad the stream with zeros
                self._gzip = zlib.decompressobj(_GZIP)
