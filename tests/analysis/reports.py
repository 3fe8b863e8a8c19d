"""Invented events, each told by several outlets in their own words."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import zip_longest

from digest.model import Article, Provenance

START = datetime(2020, 8, 26, 6, tzinfo=UTC)

Report = tuple[str, str]
"""A headline and a text."""


def _event(told: str) -> tuple[Report, ...]:
    """Read reports set apart by blank lines, the headline on a line of its own."""
    parts = (part.strip().partition("\n") for part in told.split("\n\n"))
    return tuple((title, " ".join(text.split())) for title, _, text in parts)


FERRY = _event("""
    Ferry Anneke runs aground off Holm with 212 aboard
    The ferry Anneke ran aground off the island of Holm on Tuesday with 212 people aboard. Harbour master Tilda
    Wren said a buoy had drifted from its place in the storm. Tugs from Brandhaven pulled the ferry free at high
    tide.

    Passengers of stranded ferry brought ashore at Holm
    More than two hundred passengers spent the night on the ferry Anneke before tugs from Brandhaven freed it.
    The ferry had hit a sandbank near Holm. Tilda Wren, the harbour master, blamed a drifting buoy.

    Drifting buoy blamed for grounding of the Anneke
    Harbour master Tilda Wren has blamed a buoy torn loose by the storm for the grounding of the ferry Anneke
    off Holm. Its owners said that two tugs from Brandhaven had done no damage to the hull when they pulled it
    free.
""")
LIBRARY = _event("""
    Fire destroys library of Ostwick
    Fire destroyed the old library of Ostwick early on Wednesday. Mayor Jona Feld said that forty thousand books
    were lost, among them the town's chronicle. Firemen from four towns fought the flames under the roof.

    Ostwick mourns its library after night of fire
    People in Ostwick stood before the ruins of their library, whose roof fell in during the night. The
    chronicle of the town burned with forty thousand books, said Jona Feld, the mayor, who promised to rebuild
    the library.

    Short circuit likely cause of library fire, says Feld
    A short circuit under the roof is the likely cause of the fire that destroyed the Ostwick library, Mayor
    Jona Feld said on Thursday. The flames had spread from the attic to the reading room within minutes.
""")
CHESS = _event("""
    Amara Lindqvist wins Kastell chess open with a draw
    Amara Lindqvist won the Kastell chess open after a draw with Teo Varga in the ninth round. The student of
    medicine needed half a point. Varga came second, ahead of the champion of last summer, Ilse Brandt.

    Medical student Lindqvist takes Kastell open
    A draw in the last round was enough for Amara Lindqvist to take the chess open at Kastell. Teo Varga, her
    opponent, offered it after thirty moves. Ilse Brandt, the champion, ended third.

    Varga settles for second at Kastell as Lindqvist wins
    Teo Varga could not stop Amara Lindqvist at the chess open in Kastell and settled for second place. The draw
    in round nine gave her the title. Champion Ilse Brandt lost to a pensioner in the eighth.
""")
QUAKE_NORTH = _event("""
    Earthquake of magnitude 5.9 hits Varnland, nine dead
    An earthquake of magnitude 5.9 shook the province of Varnland before dawn on Tuesday and killed nine people.
    Most of them died in the mountain village of Silmar, governor Pella Orne said. Tents were flown in from
    Dragsund.

    Nine killed as quake shakes mountain villages of Varnland
    Nine people were killed when an earthquake destroyed houses in Silmar and other villages of Varnland.
    Governor Pella Orne asked for tents and doctors, which the army flew in from Dragsund.
""")
QUAKE_SOUTH = _event("""
    Earthquake of magnitude 6.1 hits Costa Mirel, no victims
    An earthquake of magnitude 6.1 shook Costa Mirel on Thursday evening but nobody was hurt. The fishermen of
    Puerto Sol had left their boats after a warning, civil protection chief Nuno Sabel said.

    Warning saves fishermen as quake shakes Costa Mirel
    The fishermen of Puerto Sol were warned in time before an earthquake hit Costa Mirel, said Nuno Sabel, head
    of civil protection. Nobody was hurt, though several boats sank in the port.
""")
EVENTS = (FERRY, LIBRARY, CHESS, QUAKE_NORTH, QUAKE_SOUTH)
SHIPYARD_DE = _event("""
    Werft in Brandhaven streicht dreihundert Stellen
    Die Werft in Brandhaven will bis zum Winter dreihundert Stellen streichen, wie Direktorin Heike Sommer am
    Mittwoch sagte. Der Betriebsrat war nach eigenen Worten nicht gefragt worden und will vor Gericht gehen.

    Betriebsrat der Werft will gegen Stellenabbau klagen
    Der Betriebsrat der Werft in Brandhaven will gegen den Abbau von dreihundert Stellen vor Gericht gehen.
    Direktorin Heike Sommer hatte ihn am Mittwoch verkündet und mit fehlenden Aufträgen erklärt.
""")


def article(
    number: int,
    told: Report,
    hours: float = 0.0,
    outlet: str = "",
    *,
    dated: bool = True,
    headline: bool = True,
) -> Article:
    """Return one outlet's report of an event, `hours` after the start."""
    when = START + timedelta(hours=hours)
    return Article(
        key=str(number),
        id=number,
        outlet=outlet or f"Outlet {number}",
        title=told[0],
        text=told[1],
        fetched=START + timedelta(days=60) if dated else when,
        published=when if dated else None,
        published_from=Provenance.FEED if dated else Provenance.FETCHED,
        title_from=Provenance.FEED if headline else Provenance.LEAD,
    )


def newspaper(events: Iterable[Sequence[Report]] = EVENTS) -> list[tuple[int, Article]]:
    """Return every report of the events with the number of its event, an hour apart, the events mixed."""
    rows = zip_longest(*([(k, report) for report in event] for k, event in enumerate(events)))
    told = [found for row in rows for found in row if found]
    return [(k, article(number, report, hours=number)) for number, (k, report) in enumerate(told, start=1)]
