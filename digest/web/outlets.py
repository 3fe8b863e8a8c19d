"""Who publishes: an address to the domain its owner registered, a feed's title to the outlet's name."""

import ipaddress
import re

from yarl import URL

from ..text import clean_line

# Sites where each name is somebody else's paper; the public suffix list holds only those that asked to be on it.
_HOSTING = frozenset({"medium.com", "substack.com", "tumblr.com", "wordpress.com"})
_SEPARATOR = re.compile(r"\s+[|>»›·•:–—-]+\s+|\s*[|»›]\s*|:\s+")
_FEED_WORDS = re.compile(
    r"\s*\b(?:rss(?: feeds?| 2\.0)?|atom feed|news ?feed|feed)\s*$|\s*\((?:rss|atom)\)\s*$", re.IGNORECASE
)


def registrable_domain(url: str) -> str:
    """Return the part of the host that its owner registered: "bbc.co.uk" of "https://feeds.bbc.co.uk/x".

    By the public suffix list as the installed `tld` carries it: nothing is fetched. An IP address stands for itself
    with its port; an empty string if `url` has no host.
    """
    try:
        parsed = URL(url)
        host, port = (parsed.host or "").lower().strip("."), parsed.explicit_port
    except ValueError:
        return ""
    if _is_address(host):
        return f"{host}:{port}" if port else host
    from tld import get_fld  # reading the list takes 60 ms

    labels = host.removeprefix("www.").split(".")
    registered = get_fld(f"http://{host}", fail_silently=True, search_private=True) or ".".join(labels[-2:])
    return ".".join(labels[-3:]) if registered in _HOSTING else registered


def outlet_name(title: str, domain: str) -> str:
    """Return the outlet's name: the part of the feed's title that its domain spells, else the title, else the domain.

    "World news | The Guardian" of theguardian.com is "The Guardian".
    """
    whole = clean_line(title, 80)
    label = _letters(domain.split(".")[0]) if not _is_address(domain.partition(":")[0]) else ""
    for part in _SEPARATOR.split(whole):
        name = _FEED_WORDS.sub("", part).strip()
        spelled = _letters(name)
        if label and len(spelled) > 1 and (spelled in label or label in spelled or _initials(name) == label):
            return _spelling(name, label)
    return _FEED_WORDS.sub("", whole).strip() or whole or domain


def _spelling(name: str, label: str) -> str:
    """Return the words of the name that spell the label, with their article, or the whole name."""
    words = name.split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            if _letters("".join(words[start:end])) == label:
                first = start - 1 if start and words[start - 1].lower() in {"the", "der", "die", "das"} else start
                return " ".join(words[first:end])
    return name


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.lower().split())


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
