"""Names: persons, bodies and places, and who a short form means."""

import time

import pytest

from digest.analysis.names.people import People, key, people, same

REPORT = (
    "Norland Chancellor Ilse Brandt met President Tomas Varo in Harbour City on Monday.\n"
    "Brandt said the talks had gone well. Mr Varo was less sure.\n"
    "The North Sea Fishing Union (NSFU) welcomed it. The NSFU has 400 members."
)


def named(found: People) -> dict[str, bool]:
    return {mention.name: mention.person for mention in found.mentions}


def test_a_title_before_a_name_makes_it_a_person_and_is_kept_apart() -> None:
    first = people(REPORT).mentions[0]
    assert (REPORT[first.start : first.end], first.title, first.person) == ("Ilse Brandt", "Norland Chancellor", True)


def test_a_surname_and_a_titled_surname_lead_to_the_full_name() -> None:
    found = people(REPORT)
    assert found.resolve("Brandt") == "Ilse Brandt"
    assert found.resolve("Mr Varo") == found.resolve("President Tomas Varo") == "Tomas Varo"


def test_an_unknown_surface_resolves_to_itself() -> None:
    assert people(REPORT).resolve("Ulm") == "Ulm"


def test_a_place_and_a_body_are_no_persons() -> None:
    found = named(people(REPORT))
    assert found["Harbour City"] is False
    assert found["North Sea Fishing Union"] is False


def test_weekdays_and_the_words_that_open_sentences_are_no_names() -> None:
    text = "Yesterday it rained. Monday was dry. However, Officials in Ulm stayed calm. Speaking later, nobody agreed."
    assert {m.name for m in people(text).mentions} <= {"Ulm", "Officials"}


def test_an_acronym_leads_to_the_words_it_stands_for() -> None:
    assert people(REPORT).resolve("NSFU") == "North Sea Fishing Union"
    assert same("nsfu", "north sea fishing union")
    assert not same("nsfu", "south sea fishing union")


def test_a_name_that_is_also_a_month_or_a_title_stays_whole() -> None:
    found = named(people("Prime Minister Clara May and Cpl. Jonas Leader spoke. May said little. Leader agreed."))
    assert found["Clara May"]
    assert found["Jonas Leader"]


def test_participants_are_given_once_and_in_the_form_two_articles_share() -> None:
    found = people(REPORT)
    first_line = REPORT.index("\n")
    assert found.participants(0, first_line) == ("brandt", "varo", "harbour city")
    assert key(found.mentions[0]) == "brandt"


def test_a_bare_title_means_the_nearest_bearer_before_it() -> None:
    text = "President Tomas Varo flew out. A spokesman for President Ada Lund stayed. The President was pleased."
    found = people(text)
    assert found.holder("President", text.index("The President")) == "Ada Lund"
    assert found.holder("President", text.index("A spokesman")) == "Tomas Varo"
    assert found.holder("Mayor", len(text)) == ""


def test_german_nouns_are_not_taken_for_names() -> None:
    text = (
        "Die Regierung in Wien hat das Gesetz beschlossen. Der Sprecher der Partei nannte die Steuer und das Verfahren "
        "einen Fehler. Die Ministerin Eva Gruber und der Ausschuss lehnen das ab. Gruber will die Reform."
    )
    found = {m.name for m in people(text).mentions}
    assert "Eva Gruber" in found
    assert not found & {"Gesetz", "Steuer", "Reform", "Fehler"}


@pytest.mark.parametrize(
    "text",
    ["", "\n", "THE MINISTER SAID NO. " * 50, "قال الوزير إن الاجتماع انتهى.", "A" * 10_000, "Mr. Mr. Mr.", "O’ D’"],
    ids=["empty", "line break", "capitals", "right to left", "one word", "titles only", "prefixes only"],
)
def test_odd_text_gives_spans_that_lie_in_it(text: str) -> None:
    assert all(0 <= m.start < m.end <= len(text) for m in people(text).mentions)


def test_a_megabyte_of_names_is_read_in_time() -> None:
    start = time.process_time()
    people("Ann Lee met Bo Ray. " * 50_000)
    assert time.process_time() - start < 8
