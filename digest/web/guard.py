"""Which address may be dialled: public ones, and beyond them only the exact origin that the user typed."""

import ipaddress
import re
from typing import NamedTuple

from yarl import URL

from ..errors import FeedError

_PORTS = {"http": 80, "https": 443}
_BLANK = re.compile("[\x00- \x7f]")
_EMBEDS_V4 = ipaddress.ip_network("64:ff9b::/96")
"""How a v6-only network spells v4 addresses (RFC 6052)."""


class Origin(NamedTuple):
    """Whom a URL talks to."""

    host: str
    port: int


def web_url(text: str, base: URL | None = None) -> URL:
    """Return the absolute http or https URL that `text` spells, without fragment.

    Raises FeedError for any other scheme, for a missing host and for what no URL can hold.
    """
    if _BLANK.search(text.strip()):
        raise FeedError(text, "not an address: it holds blanks or control characters")
    try:
        url = URL(text.strip())
        url = (base.join(url) if base else url).with_fragment(None)
        host, port = url.host, url.port  # the host is decoded only now, and a made-up "xn--" cannot be
    except ValueError as error:
        # What a library says of an address may quote a password in it.
        raise FeedError(text, "not an address" + ("" if "@" in text else f": {error}")) from error
    if url.scheme not in _PORTS:
        raise FeedError(text, f"only http and https are fetched, not {url.scheme or 'a path'}")
    if not host or not port:
        raise FeedError(text, "not an address: no host")
    return url


def origin(url: URL) -> Origin:
    """Return host and port, the scheme's own port where none is written."""
    return Origin((url.host or "").lower().rstrip("."), url.port or _PORTS.get(url.scheme, 0))


def is_public(address: str) -> bool:
    """Say whether an IP address belongs to the public internet.

    Private, loopback, link-local, carrier-grade NAT, multicast, reserved and unspecified addresses do not, nor do
    the v6 spellings that lead to such v4 addresses.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _EMBEDS_V4:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        inner = (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ()))
        if any(v4 is not None and not is_public(str(v4)) for v4 in inner):
            return False
        if ip.ipv4_mapped is not None:
            return True
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)
