"""What ties an article to a story, in words: the shared terms, names put together again."""

from collections.abc import Iterable, Mapping

from .profile import Profile

_SHOWN_TERMS = 8
_LONGEST_NAME = 4


def shared_terms(profile: Profile, members: Iterable[Profile], spelled: Mapping[str, str]) -> tuple[str, ...]:
    """Return the terms that tie an article to the members, strongest first, pairs of names chained to whole names."""
    ties: dict[str, float] = {}
    for member in members:
        for term, (weight, _, _) in profile.terms.items():
            if term in member.terms:
                ties[term] = ties.get(term, 0.0) + weight * member.terms[term][0]
    chains: list[list[str]] = []
    for term in sorted(ties, key=lambda term: -ties[term])[: 3 * _SHOWN_TERMS]:
        _chain(chains, term.split())
    whole = [chain for chain in chains if not any(set(chain) < set(other) for other in chains)]
    return tuple(" ".join(spelled[term] for term in chain) for chain in whole[:_SHOWN_TERMS])


def _chain(chains: list[list[str]], parts: list[str]) -> None:
    """Add a term: "vladimir putin" lengthens "putin", and what a chain holds already is not added again."""
    for chain in chains:
        if set(parts) <= set(chain):
            return
        if len(parts) == 2 and len(chain) < _LONGEST_NAME:
            if parts[0] == chain[-1]:
                chain.append(parts[1])
                return
            if parts[1] == chain[0]:
                chain.insert(0, parts[0])
                return
    chains.append(parts)
