"""Events: clauses the lexicon knows, one to a governed verb, nouns left alone."""

import pytest

from digest.analysis.events import events
from digest.analysis.facts import extract
from digest.analysis.lexicon.predicates import lexicon
from digest.analysis.names.people import people
from digest.analysis.prose import read
from digest.model import Event, FactKind

from .accounts import account


def found(text: str) -> list[tuple[str, str]]:
    facts = events(read(text), people(text))
    return [(fact.text, fact.value.verb) for fact in facts if isinstance(fact.value, Event)]


def verbs_found(text: str) -> set[str]:
    return {verb for _, verb in found(text)}


def test_a_governed_verb_belongs_to_the_one_that_governs_it() -> None:
    assert found("The Lethmar cabinet agreed to impose a levy on fish.") == [
        ("The Lethmar cabinet agreed to impose a levy on fish", "agree"),
    ]


def test_a_clause_ends_where_the_next_one_or_a_speech_tag_begins() -> None:
    source = account("Kestrel raised its fares by a third because fuel cost more, Orla Malk said.")
    told = [fact.text for fact in extract(source) if fact.kind is FactKind.EVENT]
    assert told == ["Kestrel raised its fares by a third", "fuel cost more"]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Orla Malk cleared the docks before noon.", "clear"),
        ("The docks of Kestrel were cleared before noon.", "clear"),
        ("Two ships, stranded off Kestrel since May, sank.", "strand"),
        ("Orla Malk would neither resign nor apologise to Kestrel.", "resign"),
        ("The suspended pilots of Kestrel sued the port.", "sue"),
    ],
)
def test_a_verb_is_known_by_its_form_and_its_neighbours(sentence: str, verb: str) -> None:
    assert verb in verbs_found(sentence)
    assert "suspend" not in verbs_found(sentence)


def test_each_clause_is_an_event_of_its_own() -> None:
    verbs = [verb for _, verb in found("Orla Malk rejected the offer and ordered the ships to leave Kestrel.")]
    assert verbs == ["reject", "order"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike in Lethmar is a warning to Orla Malk.",
        "Strikes since Monday have no leader in Lethmar.",
        "In order to sail, Lethmar needs a port.",
        "The United Isles have three offers and no plans.",
    ],
)
def test_nouns_of_the_same_form_are_no_events(sentence: str) -> None:
    assert verbs_found(sentence) <= {"be", "have", "need", "sail"}


def test_negation_and_condition_are_kept_with_the_event() -> None:
    text = (
        "Orla Malk did not agree to talks. None of her ministers resigned over it."
        " She threatened to close the port if sanctions followed."
    )
    values = [fact.value for fact in events(read(text), people(text))]
    assert [(v.verb, v.negated, v.condition) for v in values if isinstance(v, Event)] == [
        ("agree", True, False),
        ("resign", True, False),
        ("threaten", False, True),
    ]


def test_every_verb_of_the_lexicon_is_found_in_its_regular_forms() -> None:
    known = lexicon()
    for form in ("agrees", "agreed", "agreeing", "denies", "denied", "dropped", "called on", "sought"):
        assert tuple(form.split()) in known


def test_the_steps_of_a_ladder_are_in_order() -> None:
    ranks = [lexicon()[(verb,)].rank for verb in ("considering", "preparing", "sought", "agreed", "imposed")]
    assert ranks == sorted(set(ranks))
