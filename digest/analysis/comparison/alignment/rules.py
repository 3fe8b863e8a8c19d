"""All kinds' rules over one pair of accounts; later kinds may lean on the links of earlier ones."""

from .attributions import align_attributions
from .dates import align_dates
from .events import align_events
from .labels import align_labels
from .link import Link
from .pair import Pair
from .quantities import align_quantities
from .quotes import align_quotes


def align(pair: Pair) -> tuple[Link, ...]:
    """Return the links between two accounts' facts; a fact may have several, the strongest first."""
    quantities = align_quantities(pair)
    said = align_quotes(pair)
    told = align_events(pair, (*quantities, *said))
    links = [
        *quantities,
        *said,
        *told,
        *align_dates(pair, told),
        *align_attributions(pair),
        *align_labels(pair),
    ]
    return tuple(sorted(links, key=lambda link: (-link.score, link.a, link.b)))
