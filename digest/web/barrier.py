"""What stands before the text of a page that shows little of it: a subscription, a login, consent, a robot check."""

import re
from collections.abc import Iterator
from typing import Any

from .pagemeta import PageMeta

SHORT = 120
"""With fewer words than this, what stands in the way of the text is worth naming."""
_CONSENT = re.compile(
    r"\b(?:before you continue|your privacy|(?:cookie|privacy)[- ](?:consent|settings|preferences|wall|gate)"
    r"|datenschutz-?einstellungen|zustimmung|einwilligung|gestion (?:des cookies|du consentement)|vos? données"
    r"|aviso de cookies|tu privacidad|consenso|privacy-?(?:instellingen|toestemming))\b",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"\b(?:just a moment|checking your browser|are you (?:a robot|human)|access denied|captcha|security check"
    r"|pardon our interruption|enable javascript|attention required|verify(?:ing)? you are human)\b",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"^\W*(?:log ?in|sign ?in|please (?:log|sign) in|anmelden|einloggen|anmeldung|connexion|se connecter"
    r"|identifiez-vous|iniciar sesión|accedi|inloggen|logg inn|logga in|entrar)\b",
    re.IGNORECASE,
)


def barrier(said: PageMeta, words: int, *, asks_password: bool = False) -> str:
    """Name, in words, what stands in place of the text of a page with so few `words` of it; empty if nothing does.

    Headline and title element are looked at, not the text: an article may well be about cookies.
    """
    if words >= SHORT:
        return ""
    if "false" in _free(said) or said.first("article:content_tier") in {"locked", "metered"}:
        return "for subscribers only"
    shown = [said.title, *said.headings[:2]]
    article = bool(said.linked) or said.first("og:type").lower() == "article"
    if not article and any(map(_CONSENT.search, shown)):
        return "behind a consent page"
    if not article and any(map(_CHALLENGE.search, shown)):
        return "the site wants to see a browser"
    return "behind a login" if asks_password or (not article and any(map(_LOGIN.search, shown))) else ""


def _free(said: PageMeta) -> set[str]:
    """Return what JSON-LD says of whether the article, or a part of it, can be read for free."""
    return {*said.said_plainly("isAccessibleForFree"), *_parts(said)}


def _parts(said: PageMeta) -> Iterator[str]:
    for value in said.said("hasPart"):
        parts: list[Any] = value if isinstance(value, list) else [value]
        for part in parts[:20]:
            if isinstance(part, dict) and "isAccessibleForFree" in part:
                yield str(part["isAccessibleForFree"]).lower()
