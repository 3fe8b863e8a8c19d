"""Which of a story's figures a query asks about."""

from .nodes import All, Counted, Either, Figure, Node, Not


def asks_about(node: Node, figure: Figure) -> bool:
    """Tell whether the answer hangs on that figure."""
    match node:
        case Counted():
            return node.figure is figure
        case Not(part=part):
            return asks_about(part, figure)
        case All(parts=parts) | Either(parts=parts):
            return any(asks_about(part, figure) for part in parts)
        case _:
            return False
