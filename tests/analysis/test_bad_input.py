"""What is no news text breaks nothing and states no facts."""

import time

import pytest

from digest.analysis.comparison.compare import compare
from digest.analysis.facts import extract
from digest.analysis.sources import choose_sources
from digest.model import Article, Quantity

from .accounts import DAY, account

ODD = {
    "unbalanced quotes": '“We “never said ‘so, the mayor said. He left. „Nein, «non, "no.',
    "nested quotes": "“He told me ‘she said “leave” and left’,” Orla Malk said. “‘Go,’” she added.",
    "all caps": "FIRE KILLS 14 ON FERRY OFF KESTREL SOUND, OWNER SAYS ALARM FAILED ON TUESDAY",
    "no sentences": "ferry fire kestrel 14 injured owner alarm tuesday " * 30,
    "right to left": "قال المسؤول إن 14 شخصا أصيبوا في الحريق يوم الثلاثاء. אמר הדובר כי 14 נפצעו.",
    "only marks": '"—…“”«»‘’,;:.!?" ' * 40,
    "one word": "Ferry",
    "empty": "",
    "emoji and joiners": "👩‍👩‍👧‍👦 said: “🔥🔥” 14 🚢",
    "a table": "Kestrel 3 1 0 2\nOstrin 2 2 1 1\nLethmar 0 0 4 4\n" * 20,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_is_read_and_compared_without_harm(text: str) -> None:
    plain = "A fire injured 14 passengers on the ferry Blue Heron off Kestrel Sound on Tuesday, the coastguard said."
    for fact in extract(account(text)):
        assert fact.text == text[fact.start : fact.end]
    found = compare((account(text), account(plain, outlet="Northern Wire", number=2)))
    assert found.count("differ") == 0
    compare((account(text), account(text, outlet="Northern Wire", number=2)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Call 555-0147 or +44 20 7946 0018 for help.",
        "The F-16 followed the Boeing 737 over Kestrel.",
        "Covid-19 closed the school.",
        "One of the owners agreed.",
        "The 76ers travelled to Ostrin.",
        "Version 3.11.2 came out.",
        "See page/2020/08 for more.",
        "The meeting is at 14:30.",
        "He lives at 10 Downing Street.",
    ],
)
def test_numbers_that_count_nothing_are_no_amounts(sentence: str) -> None:
    amounts = [fact.value for fact in extract(account(sentence)) if isinstance(fact.value, Quantity)]
    assert [amount for amount in amounts if amount.unit != "record"] == []


def test_a_score_is_a_record_and_no_range() -> None:
    facts = extract(account("Kestrel beat Ostrin 3-1 on Saturday."))
    assert [(fact.text, fact.value.unit) for fact in facts if isinstance(fact.value, Quantity)] == [("3-1", "record")]


def test_a_hundred_kilobytes_are_read_in_seconds() -> None:
    text = "Orla Malk said 14 of 20 ferries left Kestrel on Tuesday, “and none came back.” " * 1_300
    began = time.process_time()
    extract(account(text))
    assert time.process_time() - began < 15


def test_two_accounts_of_a_megabyte_are_compared_in_seconds() -> None:
    told = (
        "Orla Malk said {} of {} ferries left Kestrel on Tuesday, “and none came back.” ",
        "The harbour of Ostrin closed for {} hours after {} tonnes of oil had leaked. ",
        "Rescuers brought {} people to Lethmar; the council will spend €{} million on boats.\n\n",
        "The court fined {} drivers after {} crashes on the coast road. ",
        "Nurses at {} clinics want {} more beds before winter, their union told reporters. ",
        "Farmers lost {} sheep and {} hectares of wheat to the flood.\n\n",
        "The bank closed {} branches and dismissed {} clerks. ",
        "Some {} pupils moved into {} classrooms when the new school opened. ",
        "Divers found {} coins and {} jars in the wreck off Sennick.\n\n",
    )

    def text(step: int) -> str:
        return "".join(told[i % 9].format(i * step % 97 + 2, i % 89 + 100) for i in range(15_500))

    two = [
        Article(
            key=str(step),
            id=step,
            outlet=f"Outlet {step}",
            title="Ferries",
            text=text(step),
            fetched=DAY,
            language="en",
        )
        for step in (5, 7)
    ]
    assert min(len(article.text) for article in two) > 1_000_000
    began = time.process_time()
    compare(choose_sources(two, ("Outlet 5", "Outlet 7")))
    choose_sources(two)
    assert time.process_time() - began < 20
