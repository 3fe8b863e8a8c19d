"""Our themes and the colours of the facts, after Okabe and Ito, so that colour-blind readers tell them apart."""

from textual.theme import Theme

from ..config.settings import THEMES as NAMES

FACT_COLOURS: dict[bool, dict[str, str]] = {
    True: {
        "fact-agree": "#3fc79a",
        "fact-differ": "#ff8a5c",
        "fact-only": "#6cb8f0",
        "fact-same": "#a0a7b4",
        "fact-current": "#3c3420",
        "quiet": "#979eac",
        "line": "#363c48",
        "cursor": "#252a34",
        "cursor-away": "#1d2128",
    },
    False: {
        "fact-agree": "#00684c",
        "fact-differ": "#a83400",
        "fact-only": "#0b5688",
        "fact-same": "#565d68",
        "fact-current": "#f4e3b2",
        "quiet": "#5a606b",
        "line": "#d2ccbd",
        "cursor": "#ebe6d9",
        "cursor-away": "#f2eee4",
    },
}
"""By darkness of the theme. A text colour has a contrast of 4.5:1 or more on each ground it stands on (WCAG AA)."""

TEXT_COLOURS = ("fact-agree", "fact-differ", "fact-only", "fact-same", "quiet")
"""Those of them that colour text; the others are grounds and lines."""

DARK = Theme(
    name="digest-dark",
    dark=True,
    primary="#e3b866",
    secondary="#979eac",
    accent="#e3b866",
    warning="#ff8a5c",
    error="#ff8a5c",
    success="#3fc79a",
    foreground="#d8dbe2",
    background="#15171c",
    surface="#1a1d23",
    panel="#1f232b",
    variables=FACT_COLOURS[True],
)

LIGHT = Theme(
    name="digest-light",
    dark=False,
    primary="#7a5200",
    secondary="#5a606b",
    accent="#7a5200",
    warning="#a83400",
    error="#a83400",
    success="#00684c",
    foreground="#1d2026",
    background="#fbfaf7",
    surface="#f5f3ed",
    panel="#efece4",
    variables=FACT_COLOURS[False],
)

STRONG = Theme(
    name="digest-high-contrast",
    dark=True,
    primary="#ffd54a",
    secondary="#d6d6d6",
    accent="#ffd54a",
    warning="#ffb183",
    error="#ffb183",
    success="#5ff0bd",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#141414",
    variables={
        "fact-agree": "#5ff0bd",
        "fact-differ": "#ffb183",
        "fact-only": "#8ccfff",
        "fact-same": "#d0d0d0",
        "fact-current": "#3a3000",
        "quiet": "#c8c8c8",
        "line": "#8a8a8a",
        "cursor": "#303030",
        "cursor-away": "#1c1c1c",
    },
)

THEMES = dict(zip(NAMES, (DARK, LIGHT, STRONG), strict=True))
"""By the names the configuration knows them by."""
