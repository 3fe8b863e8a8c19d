"""Amounts, days and quotations of German, French and Spanish texts are compared; all else stays "?"."""

from dataclasses import replace

import pytest

from digest.analysis.comparison.compare import compare
from digest.analysis.findings import find
from digest.model import FactKind, Moment, Quantity, Source, State

from .accounts import account

TEXTS = {
    "de": (
        "Bei einem Erdbeben in Tarvessa sind am Samstag 31 Menschen ums Leben gekommen und mehr als 1.400 verletzt"
        " worden. Orlane hat 48.000 Einwohner, der Schaden beträgt 3,2 Milliarden Euro."
        " „Wir hörten ein Mädchen rufen und gruben“, sagte Petra Luvane am 15. März 2031 um 4.12 Uhr.",
        "Das Beben vom Samstag in Tarvessa forderte 31 Tote, darunter 12 Kinder. In Orlane wohnten 48.000 Menschen."
        " „Wir haben ein Mädchen rufen hören und gruben“, sagte Petra Luvane. Der Schaden: 3,2 Milliarden Euro.",
    ),
    "fr": (
        "Un séisme a fait 31 morts et plus de 1 400 blessés samedi à Tarvessa."
        " Orlane compte 48 000 habitants, les dégâts sont estimés à 3,2 milliards d'euros."
        " « Nous avons entendu une fille appeler », a déclaré Petra Luvane le 15 mars 2031 à 4h12.",
        "Le séisme de samedi à Tarvessa a tué 31 personnes, dont 12 enfants. Orlane, 48 000 habitants, est coupée."
        " « Nous avons entendu une fille appeler », a raconté Petra Luvane. Les dégâts : 3,2 milliards d'euros.",
    ),
    "es": (
        "Un terremoto dejó el sábado 31 muertos y más de 1.400 heridos en Tarvessa."
        " Orlane tiene 48.000 habitantes, los daños ascienden a 3,2 millones de euros."
        " «Oímos llamar a una niña», dijo Petra Luvane el 15 de marzo de 2031 a las 4:12.",
        "El terremoto del sábado en Tarvessa causó 31 muertos, entre ellos 12 niños. En Orlane viven 48.000 personas."
        " «Oímos llamar a una niña», aseguró Petra Luvane. Los daños son de 3,2 millones de euros.",
    ),
}


def pair(language: str) -> tuple[Source, Source]:
    one, other = TEXTS[language]
    left, right = account(one), account(other, outlet="Northern Wire", number=2)
    return replace(left, language=language), replace(right, language=language)


@pytest.mark.parametrize("language", TEXTS)
def test_numbers_are_read_as_the_language_writes_them(language: str) -> None:
    values = [fact.value for fact in find(pair(language)[0], None).facts]
    amounts = {(value.unit, value.role, value.low) for value in values if isinstance(value, Quantity)}
    damage = 3.2e6 if language == "es" else 3.2e9
    wanted = {("person", "die", 31), ("person", "injure", 1400), ("person", "", 48000), ("EUR", "", damage)}
    assert wanted <= amounts
    assert not [low for _, _, low in amounts if low in (4, 12, 15, 2031)]
    assert "2031-03-15" in [value.iso for value in values if isinstance(value, Moment)]


@pytest.mark.parametrize("language", TEXTS)
def test_equal_amounts_and_quotations_agree_and_parts_of_a_toll_do_not_differ_from_it(language: str) -> None:
    found = compare(pair(language))
    agreed = [row for row in found.rows if row.state.family == "agree"]
    texts = " ".join(fact.text for row in agreed for _, fact in row.stated)
    assert "31" in texts
    assert any(row.kind is FactKind.QUOTE for row in agreed)
    assert found.count("differ") == 0


@pytest.mark.parametrize("language", ["de", "es"])
def test_a_toll_that_is_another_differs(language: str) -> None:
    left, right = pair(language)
    found = compare((left, replace(right, text=right.text.replace("31", "44").replace(", darunter 12 Kinder", ""))))
    (row,) = [row for row in found.rows if row.state is State.DIFFER_VALUE]
    assert "31" in row.words
    assert "44" in row.words


@pytest.mark.parametrize("language", [*TEXTS, "pt"])
def test_what_is_not_found_in_another_language_is_never_called_missing(language: str) -> None:
    left, right = (replace(source, language=language) for source in pair("de"))
    assert not [row for row in compare((left, right)).rows if row.state is State.ONLY]


def test_two_languages_are_not_compared_with_each_other() -> None:
    german, spanish = pair("de")[0], replace(pair("es")[1])
    assert not [row for row in compare((german, spanish)).rows if len(row.present) > 1]
