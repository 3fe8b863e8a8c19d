"""What an update of digest leaves behind: answers by rules that are others now."""

from ..analysis.version import rules
from ..errors import StoreError
from ..store import Store


def by_these_rules(store: Store) -> bool:
    """Tell whether what differs was worked out by the rules of this digest; if not, it is open again from now on."""
    try:
        return store.differences.by(rules())
    except StoreError:  # a file that cannot be written now shows what it holds
        return True
