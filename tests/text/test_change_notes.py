"""Which lines own up to a change of the article."""

import pytest

from digest.text import change_notes


@pytest.mark.parametrize(
    "line",
    [
        "Correction: an earlier headline named the wrong harbour.",
        "CLARIFICATION (Friday): the toll is the coastguard's.",
        "Editor's note: this report was shortened.",
        "This article was amended on 28 August 2020 to correct a name.",
        "This story has since been updated with the mayor's answer.",
        "An earlier version of this report gave the toll as six.",
        "(Corrects paragraph 3 to say Thursday, not Friday)",
        "(Adds quotes, background)",
        "Korrektur: Das Schiff heißt Anneke.",
        "In einer früheren Version hieß es, das Schiff sei gesunken.",
        "Cet article a été modifié vendredi pour corriger un nom.",
        "Fe de errores: el barco se llama Anneke.",
        "In een eerdere versie van dit bericht stond een verkeerde naam.",
    ],
)
def test_a_note_is_known(line: str) -> None:
    assert len(change_notes("A title", f"The ferry left.\n\n{line}\n\nNobody was hurt.")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Last updated at 08:20",
        "Updated 28 August 2020",
        "Update on the ferry is expected on Friday.",
        "The law was amended in May.",
        "The minister corrected the figure: 14 people, not 17.",
        "An earlier version of the bill was rejected.",
        "The correction of the books took a year.",
    ],
)
def test_news_of_a_change_is_no_note_of_one(line: str) -> None:
    assert change_notes("A title", line) == frozenset()


def test_an_agency_may_say_it_in_the_title() -> None:
    assert change_notes("UPDATE 2-Ferry left late", "")
    assert change_notes("CORRECTED-Ferry left late", "")
    assert not change_notes("Updated rules for ferries", "")
