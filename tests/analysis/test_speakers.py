"""Speakers: the mention beside a quote and whom it means."""

import pytest

from digest.analysis.speech.quotes import quotes
from digest.model import Fact, Quote

WORDS = "We will rebuild the old bridge"


def value(fact: Fact) -> Quote:
    assert isinstance(fact.value, Quote)
    return fact.value


def speaker(text: str, which: int = 0) -> str:
    return value(quotes(text)[which]).speaker


def mention(text: str, which: int = 0) -> str:
    span = value(quotes(text)[which]).mention
    return text[slice(*span)] if span else ""


@pytest.mark.parametrize("name", ["Ann Lee", "Tomas Varo", "Zofia de Witt", "Omar al-Hadi", "Jean-Luc Moreau"])
@pytest.mark.parametrize(
    "form",
    [
        "“{words},” {name} said.",
        "“{words},” said {name}.",
        "“{words},” {name} told reporters on Monday.",
        "“{words},” added {name}, who chairs the council.",
        "“{words},” {name}, the mayor of Ulm, said.",
        "{name} said: “{words}.”",
        "{name}, who chairs the council, said, “{words}.”",
        "In a statement on Monday, {name} said “{words}.”",
        "According to {name}, “{words}.”",
        "“{words},” according to {name}.",
        "“{words}?” {name} asked.",
        "The mayor, {name}, told the paper: “{words}.”",
    ],
)
def test_the_mark_follows_the_speaker_in_every_order_of_words(name: str, form: str) -> None:
    text = form.format(words=WORDS, name=name)
    assert name in mention(text)
    assert speaker(text).endswith(name)


def test_a_quotation_after_the_tag_has_the_same_speaker() -> None:
    text = f"“{WORDS},” Ann Lee said on Monday. “Nobody will miss the old one.”"
    assert speaker(text, 0) == speaker(text, 1) == "Ann Lee"


def test_a_quotation_that_goes_on_in_the_next_paragraph_has_the_same_speaker() -> None:
    text = f"“{WORDS},” Ann Lee said.\n\n“Nobody will ever miss the old one.”\n\nThe council met later."
    assert speaker(text, 1) == "Ann Lee"


def test_a_surname_means_the_full_name() -> None:
    assert speaker(f"Ann Lee came first. “{WORDS},” Lee said.") == "Ann Lee"


def test_a_pronoun_means_the_subject_of_the_sentence_before_it_and_stays_the_mention() -> None:
    text = f"Mayor Ann Lee said on Monday that she had met Mr Tomas Varo.\n“{WORDS},” she told reporters."
    assert (speaker(text), mention(text)) == ("Ann Lee", "she")


def test_a_pronoun_nobody_fits_stays_unresolved() -> None:
    text = f"It rained all day. “{WORDS},” he said."
    assert (speaker(text), mention(text)) == ("", "he")


def test_she_is_not_a_man_and_he_is_no_woman() -> None:
    text = f"Ms Ann Lee met Mr Tomas Varo. “{WORDS},” he said. “So we will,” she said."
    assert [value(f).speaker for f in quotes(text)] == ["Tomas Varo", "Ann Lee"]


def test_the_president_is_the_nearest_president_named_before() -> None:
    text = f"President Tomas Varo flew home. President Ada Lund stayed on.\n“{WORDS},” the president said."
    assert speaker(text) == "Ada Lund"


def test_who_relays_a_quote_is_not_its_speaker() -> None:
    text = f"Mr Tomas Varo flew home. “{WORDS},” the Norpress news agency quoted Mr Varo as saying."
    quote = value(quotes(text)[0])
    assert (quote.speaker, quote.via) == ("Tomas Varo", "Norpress")


def test_the_passive_names_speaker_and_relay_too() -> None:
    text = f"Tomas Varo was quoted by Norpress as saying: “{WORDS}.”"
    quote = value(quotes(text)[0])
    assert (quote.speaker, quote.via) == ("Tomas Varo", "Norpress")


def test_the_place_of_the_dateline_says_nothing() -> None:
    text = f"VIENNA (Norpress) - “{WORDS},” Ann Lee said on Monday."
    assert speaker(text) == "Ann Lee"


def test_a_participle_is_no_speaker() -> None:
    text = f"Speaking in Ulm on Monday, Ann Lee said: “{WORDS}.”"
    assert speaker(text) == "Ann Lee"


def test_a_group_is_named_as_the_article_names_it() -> None:
    assert speaker(f"“{WORDS},” the company said in a statement.") == "company"


def test_a_title_shown_in_quotation_marks_does_not_hide_the_speaker() -> None:
    assert speaker(f"“{WORDS},” Ann Lee told “Morning News” on Monday.") == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("„Wir bauen die alte Brücke wieder auf“, sagte Eva Gruber am Montag.", "Eva Gruber"),
        ("Eva Gruber sagte: „Wir bauen die alte Brücke wieder auf.“", "Eva Gruber"),
        ("« Nous allons reconstruire le vieux port », a déclaré Jeanne Morel.", "Jeanne Morel"),
        ("« Nous allons reconstruire le vieux port », explique Jeanne Morel.", "Jeanne Morel"),
        ("«Vamos a reconstruir el viejo puente», dijo Marta Ruiz.", "Marta Ruiz"),
        ("“Vamos a reconstruir el viejo puente”, ha dicho Marta Ruiz.", "Marta Ruiz"),
    ],
)
def test_german_french_and_spanish_tags_are_read(text: str, name: str) -> None:
    assert speaker(text) == name


def test_a_quote_without_any_words_around_it_has_no_speaker() -> None:
    assert (speaker(f"“{WORDS}.”"), mention(f"“{WORDS}.”")) == ("", "")
