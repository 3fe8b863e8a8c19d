"""The form of an article's address by which two links to one article are known as one."""

import re
from urllib.parse import urlsplit

_TRACKING = re.compile(
    r"(?:utm_\w*|at_(?:medium|campaign|link\w*|format|bbc\w*|ptr\w*)|fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|"
    r"mc_[ce]id|_ga|xtor|ocid|smid|cmp|cmpid|wt_mc|ns_(?:mchannel|campaign|source|linkname|fee)|guccounter)",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """Return what tells the article behind `url` from others: "" if the address names no single page.

    http and https count as one, the host is lower-cased, the fragment and what only tracks the reader go. Not an
    address to be fetched: only to be compared.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not parts.hostname:
        return ""
    host = parts.hostname.rstrip(".")
    if port and port != _PORTS[scheme]:
        host += f":{port}"
    query = "&".join(p for p in parts.query.split("&") if p and not _TRACKING.fullmatch(p.split("=", 1)[0]))
    if parts.path in ("", "/") and not query:
        return ""  # a site's front page
    return f"{host}{parts.path or '/'}" + (f"?{query}" if query else "")
