"""All kinds' rules over one pair of accounts; later kinds may lean on the links of earlier ones."""

from .attributions import align_attributions
from .dates import align_dates
from .events import align_events
from .labels import align_labels
from .link import Link
from .pair import Pair
from .proof import proven
from .quantities import align_quantities, certain
from .quotes import align_quotes
from .within import amounts_within


def align(pair: Pair) -> tuple[Link, ...]:
    """Return the links between two accounts' facts; a fact may have several, the strongest first."""
    if pair.a.source.language != pair.b.source.language and not (pair.a.readable and pair.b.readable):
        return ()  # a language is compared with itself
    said = align_quotes(pair)
    amounts = align_quantities(pair)
    one_event = proven(pair, (*amounts, *said))
    quantities = amounts if one_event else [link for link in amounts if certain(pair, link)]
    told = align_events(pair, (*quantities, *said), proven=one_event)
    links = [
        *quantities,
        *amounts_within(pair, told, quantities),
        *said,
        *told.links,
        *align_dates(pair, told, proven=one_event),
        *align_attributions(pair, (*quantities, *said, *told.links)),
        *align_labels(pair),
    ]
    return tuple(sorted(links, key=lambda link: (-link.score, link.a, link.b)))
