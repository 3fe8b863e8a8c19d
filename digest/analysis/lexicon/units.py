"""What numbers count: unit classes, and the roles in which people are counted."""

import re

from ...text import singular, stem
from .kin import kind_of_thing

PERSON = "person"

_PERSONS = (
    "people person man woman men women child children boy girl baby infant teenager adult pensioner student pupil"
    " teacher worker employee staff miner driver passenger pilot sailor crew tourist resident villager citizen"
    " civilian victim casualty survivor patient doctor nurse medic firefighter rescuer volunteer officer official"
    " minister lawmaker senator deputy delegate diplomat spokesman soldier troop troops fighter militant rebel gunman"
    " police policeman guard protester demonstrator activist supporter voter migrant refugee prisoner inmate detainee"
    " hostage suspect witness journalist reporter member players player fan customer guest visitor farmer fisherman"
    " colleague co-worker family families household homeless others dead injured wounded missing personnel reservist"
    " adults supervisor mechanic manager lawyer judge juror mayor captain trainer coach athlete referee actor singer"
    " artist boss clerk cook carpenter plumber baker engineer scientist researcher analyst economist trader banker"
    " investor shareholder saver shopper pedestrian motorist cyclist climber hiker swimmer diver fisher docker"
    " inspector detective prosecutor defendant convict fugitive escapee thief robber burglar smuggler trafficker"
    " dealer addict neighbour neighbor relative parent mother father brother sister son daughter husband wife widow"
    " uncle aunt cousin friend spectator participant candidate applicant recruit veteran cadet nun priest monk pilgrim"
    " worshipper follower staffer aide adviser contractor subcontractor technician electrician caller recipient"
    " graduate childminder carer spokeswoman spokesperson chairman chairwoman executive congressman congresswoman"
    " councillor inhabitant settler nomad tenant landlord homeowner native foreigner expatriate teammate footballer"
    " goalkeeper striker midfielder defender batsman bowler boxer"
)
_PERSON_STEMS = frozenset(stem(word) for word in _PERSONS.split())

_MEASURES = {
    "%": "percent per% cent percentage pct",
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years yr yrs",
    "km": "km kilometre kilometres kilometer kilometers",
    "m": "metre metres meter meters",
    "mile": "mile miles",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "kg": "kg kilogram kilograms kilo kilos",
    "tonne": "tonne tonnes ton tons",
    "litre": "litre litres liter liters",
    "hectare": "hectare hectares",
    "acre": "acre acres",
    "°C": "celsius",
    "MW": "mw megawatt megawatts",
}
_MEASURE = {word: unit for unit, words in _MEASURES.items() for word in words.split()}

MEASURES = frozenset(_MEASURES)
"""The unit classes that measure rather than count."""

_CURRENCIES = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "A$": "AUD",
    "C$": "CAD",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "rouble": "RUB",
    "ruble": "RUB",
    "crown": "crown",
    "franc": "CHF",
    "rupee": "INR",
    "peso": "peso",
    "krona": "SEK",
    "krone": "krone",
    "lira": "TRY",
    "yuan": "CNY",
    "shilling": "shilling",
    "dinar": "dinar",
}

# Each role's verbs and nouns by stem: what happened to those who are counted.
_ROLES = {
    "die": "die died dies dying dead death kill fatal fatality toll execute drown perish slain murder bodies",
    "injure": "injure injury hurt wound casualty burn",
    "detain": "detain arrest jail imprison custody",
    "miss": "missing unaccounted",
    "rescue": "rescue save evacuate evacuated",
    "displace": "homeless displace flee",
    "infect": "infect infection case",
    "treat": "treat treatment hospital hospitalise hospitalize",
    "target": "sanction ban freeze blacklist",
    "lose-job": "layoff redundant redundancy sack",
    "damage": "damage destroy flatten raze level",
    "attend": "attend attendance crowd gather march",
    "rise": "rise rose risen increase grow grew climb jump gain surge soar",
    "fall": "fall fell fallen drop decline decrease shrink shrank slip slump plunge tumble dip",
}
TRENDS = frozenset({"rise", "fall"})
"""Which way a measure went."""
_ROLE = {stem(word): role for role, words in _ROLES.items() for word in words.split()}
HUMAN_ROLES = frozenset({"die", "injure", "detain", "miss", "rescue", "displace", "infect", "treat", "target"})
_WORD = re.compile(r"[\w%-]+")


def unit_of(word: str) -> str:
    """Return the unit class of a counted noun: "person", a measure, a currency, else the noun in the singular."""
    word = word.lower()
    if word in _MEASURE:
        return _MEASURE[word]
    root = stem(word)
    if root in _PERSON_STEMS:
        return PERSON
    noun = singular(word)
    return _CURRENCIES.get(noun) or kind_of_thing(noun)


def is_currency(word: str) -> bool:
    """Tell whether the word names a currency ("pounds")."""
    return singular(word) in _CURRENCIES


def is_measure(word: str) -> bool:
    """Tell whether the word is a unit of measure ("km", "percent", "years")."""
    return word.lower() in _MEASURE


def currency_of(sign: str) -> str:
    """Return the ISO 4217 code of a currency sign, else the sign itself."""
    return _CURRENCIES.get(sign.upper(), sign)


def role_of(word: str) -> str:
    """Return what the verb or noun says happens to those counted ("die", "injure"), or an empty string."""
    return _ROLE.get(stem(word.lower()), "")


_LENGTHS = {"km": 1000.0, "m": 1.0, "mile": 1609.344, "foot": 0.3048, "inch": 0.0254}
_MASSES = {"kg": 1.0, "tonne": 1000.0}
_AREAS = {"hectare": 1.0, "acre": 0.404686}
_TIMES = {"second": 1.0, "minute": 60.0, "hour": 3600.0}


def convert(unit: str, other: str) -> float | None:
    """Return the factor that turns an amount of `unit` into `other`, or None where they measure different things."""
    for table in (_LENGTHS, _MASSES, _AREAS, _TIMES):
        if unit in table and other in table:
            return table[unit] / table[other]
    return None
