"""What the pair model is told of two articles: numbers that do not depend on which comes first."""

from collections.abc import Mapping

from .profile import Profile, Weight
from .terms import LEAD, NAME, TITLE

NAMES = (
    "whole", "lead", "title", "names", "names_all", "title_least", "title_most", "rarest", "shared", "numbers", "pairs",
    "top5_least", "top5_most", "top20_least", "top20_most", "lead_names_least", "lead_names_most",
    "missing_least", "missing_most", "days", "stated", "same_days", "other_days", "same_years", "other_years",
    "weekday", "weekdays", "length", "terms", "seen", "crowd1_least", "crowd5_least", "crowd5_most",
    "crowd20_least", "crowd20_most", "beside_crowd5", "beside_crowd20",
)  # fmt: skip
"""The names of the features in their order; -1 stands for unknown."""

_NEAR = 0.02
_FAR = 400.0
"""Days beyond which two stated dates are equally far apart."""


def features(a: Profile, b: Profile) -> tuple[float, ...]:
    """Return the features of a pair, as `NAMES` lists them."""
    whole, *shared = _shared(a, b)
    return (whole, *shared, *_coverage(a, b), *_time(a, b), *_sizes(a, b), *_crowds(a, b, whole))


def days_apart(a: Profile, b: Profile) -> float:
    """Return the days between two publications, 0 where one has no date."""
    return abs(a.when - b.when) if a.dated and b.dated else 0.0


def _shared(a: Profile, b: Profile) -> tuple[float, ...]:
    """Return cosines of whole, lead and title, and what the shared terms weigh as names, title words, numbers."""
    x, y = a.terms, b.terms
    whole = lead = title = names = first = second = numbers = pairs = rarest = 0.0
    count = 0
    for term in [term for term in x if term in y]:  # a set's order would differ from run to run, and with it the sums
        weight, rare, marks = x[term]
        other, other_rare, other_marks = y[term]
        count += 1
        whole += weight * other
        square = rare * other_rare
        rare = min(rare, other_rare)
        rarest = max(rare, rarest)
        both = marks & other_marks
        if marks & (LEAD | TITLE) and other_marks & (LEAD | TITLE):
            lead += square
        if both & TITLE:
            title += square
        if both & NAME:
            names += rare
        if marks & TITLE:
            first += rare
        if other_marks & TITLE:
            second += rare
        if " " in term:
            pairs += rare
        elif term[0].isdigit():
            numbers += rare
    lead_a, title_a, all_a, names_a = a.lengths
    lead_b, title_b, all_b, names_b = b.lengths
    fewer, union = min(names_a, names_b), names_a + names_b - names
    held, holds = (first / all_a if all_a else 0.0), (second / all_b if all_b else 0.0)
    return (
        whole, lead / lead_a / lead_b, title / title_a / title_b, names / fewer if fewer else -1.0,
        names / union if union else -1.0, min(held, holds), max(held, holds), rarest, count, numbers, pairs,
    )  # fmt: skip


def _coverage(a: Profile, b: Profile) -> tuple[float, ...]:
    """Return how much of what is weightiest in each the other has too, and the weight of the first it has not."""
    five = _covered(a.top[:5], b.terms), _covered(b.top[:5], a.terms)
    twenty = _covered(a.top, b.terms), _covered(b.top, a.terms)
    names = _covered(a.lead_names, b.terms, -1.0), _covered(b.lead_names, a.terms, -1.0)
    missing = (
        next((weight for term, weight in a.top if term not in b.terms), 0.0),
        next((weight for term, weight in b.top if term not in a.terms), 0.0),
    )
    return min(five), max(five), min(twenty), max(twenty), min(names), max(names), min(missing), max(missing)


def _covered(some: tuple[tuple[str, float], ...], there: Mapping[str, Weight], unknown: float = 0.0) -> float:
    whole = held = 0.0
    for term, weight in some:
        whole += weight
        if term in there:
            held += weight
    return held / whole if whole else unknown


def _time(a: Profile, b: Profile) -> tuple[float, ...]:
    """Return the days between publications and between stated dates, and how the days both speak of agree."""
    one, other = a.times, b.times
    day_a, day_b = one.stated or (a.dated and _day(a)), other.stated or (b.dated and _day(b))
    days = len(one.days & other.days)
    years = len(one.years & other.years)
    weekday, weekdays = 0.0, -1.0
    if one.weekdays and other.weekdays:
        weekday = 1.0 if one.weekdays[0] == other.weekdays[0] else -1.0
        alike = sum(min(one.weekdays.count(day), other.weekdays.count(day)) for day in set(one.weekdays))
        weekdays = alike / (len(one.weekdays) + len(other.weekdays) - alike)
    return (
        abs(a.when - b.when) if a.dated and b.dated else -1.0,
        min(_FAR, abs(day_a - day_b)) if day_a and day_b else -1.0,
        days,
        float(bool(one.days and other.days and not days)),
        years,
        float(bool(one.years and other.years and not years)),
        weekday,
        weekdays,
    )


_FIRST_OF_1970 = 719_163


def _day(profile: Profile) -> int:
    return int(profile.when) + _FIRST_OF_1970


def _sizes(a: Profile, b: Profile) -> tuple[float, ...]:
    shorter, longer = sorted((max(a.length, 1), max(b.length, 1)))
    return shorter / longer, min(len(a.terms), len(b.terms)), min(a.seen, b.seen)


def _crowds(a: Profile, b: Profile, whole: float) -> tuple[float, ...]:
    """Return how crowded the surroundings of each are: in a crowd of look-alikes a pair has to stand out."""
    (one_a, five_a, twenty_a), (one_b, five_b, twenty_b) = a.crowd, b.crowd
    five, twenty = max(five_a, five_b), max(twenty_a, twenty_b)
    return (
        min(one_a, one_b), min(five_a, five_b), five, min(twenty_a, twenty_b), twenty,
        whole / (five + _NEAR), whole / (twenty + _NEAR),
    )  # fmt: skip
