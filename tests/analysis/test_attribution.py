"""Attribution: reporting clauses, chains of sources, hedges."""

import pytest

from digest.analysis.speech.attribution import attributions, chain_for, same_chain
from digest.model import Attribution, Fact
from digest.text import sentences


def value(fact: Fact) -> Attribution:
    assert isinstance(fact.value, Attribution)
    return fact.value


def clauses(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(fact.text, value(fact).chain) for fact in attributions(text)]


@pytest.mark.parametrize(
    ("text", "clause", "chain"),
    [
        ("Ten people were hurt, officials said.", "officials said", ("officials",)),
        ("Ten people were hurt, said Ann Lee.", "said Ann Lee", ("Lee",)),
        (
            "Ten were hurt, the Norpress state news agency reported.",
            "the Norpress state news agency reported",
            ("Norpress",),
        ),
        (
            "Ten were hurt, according to the Harbour Hospital.",
            "according to the Harbour Hospital",
            ("Harbour Hospital",),
        ),
        ("Mayor Ann Lee told Norpress that ten were hurt.", "Mayor Ann Lee told Norpress", ("Lee",)),
        ("The Harbour Institute put the loss at ten boats.", "The Harbour Institute put", ("Harbour Institute",)),
        (
            "Norpress quoted Mr Tomas Varo as saying ten were hurt.",
            "Norpress quoted Mr Tomas Varo as saying",
            ("Norpress", "Varo"),
        ),
        (
            "Mr Tomas Varo was quoted by Norpress as saying ten were hurt.",
            "Mr Tomas Varo was quoted by Norpress as saying",
            ("Norpress", "Varo"),
        ),
    ],
)
def test_a_reporting_clause_names_its_chain_the_nearest_source_first(
    text: str, clause: str, chain: tuple[str, ...]
) -> None:
    assert clauses(text) == [(clause, chain)]


@pytest.mark.parametrize("name", ["Lee", "Okafor", "Brandt"])
def test_the_chain_follows_the_name(name: str) -> None:
    assert clauses(f"Ten people were hurt, Mayor Ann {name} said.") == [(f"Mayor Ann {name} said", (name,))]


def test_what_he_said_were_is_a_hedge() -> None:
    facts = attributions("Tomas Varo spoke on Monday. He answered what he said were threats from abroad.")
    assert [(f.text, value(f).hedge, value(f).chain) for f in facts] == [
        ("what he said were threats from abroad", "what he said were", ("Varo",))
    ]


def test_a_verb_that_keeps_its_distance_is_a_hedge() -> None:
    assert value(attributions("Mayor Ann Lee claimed that ten were hurt.")[0]).hedge == "claimed"
    assert value(attributions("Mayor Ann Lee said that ten were hurt.")[0]).hedge == ""


def test_orders_and_silence_are_no_reports() -> None:
    assert clauses("She told him to leave. Officials did not say why. The report is out. Ann Lee told her story.") == []


def test_words_inside_quotation_marks_report_nothing() -> None:
    assert clauses("“The police said no, and Ray said yes,” was all there was to read.") == []


def test_the_tag_of_a_quotation_counts_less_than_a_clause_of_its_own() -> None:
    weak, strong = attributions("“We will rebuild it,” said Ann Lee. Officials said it would cost little.")
    assert (weak.importance, strong.importance) == (1, 2)


def test_a_report_of_what_somebody_said_has_both_in_its_chain() -> None:
    one = "Leader Tomas Varo said he had agreed to talks, the Norpress agency reported."
    other = "Tomas Varo has agreed to talks, the Norpress agency reported."
    chains = [chain_for(attributions(text), 0, len(text)) for text in (one, other)]
    assert chains == [Attribution(("Norpress", "Varo")), Attribution(("Norpress",))]
    assert not same_chain(Attribution(("Norpress", "Varo")), Attribution(("Norpress",)))


def test_a_sentence_without_a_source_has_no_chain() -> None:
    text = "It rained. Officials said it would stop."
    first, second = sentences(text)
    facts = attributions(text)
    assert chain_for(facts, first.start, first.end) is None
    assert chain_for(facts, second.start, second.end) == Attribution(("officials",))


def test_an_acronym_and_a_fuller_name_are_the_same_source() -> None:
    assert same_chain(Attribution(("NSFU",)), Attribution(("North Sea Fishing Union",)))
    assert same_chain(Attribution(("Lee",)), Attribution(("Ann Lee",)))
    assert not same_chain(Attribution(("Lee",)), Attribution(("Ray",)))
    assert not same_chain(Attribution(("Norpress",)), Attribution(("Norpress", "Lee")))


@pytest.mark.parametrize(
    "text", ["", "said", "according to ", "what he said ", "quoted by as saying", "Lee told.", "said " * 2_000]
)
def test_odd_text_never_crashes(text: str) -> None:
    assert all(text[f.start : f.end] == f.text for f in attributions(text))
