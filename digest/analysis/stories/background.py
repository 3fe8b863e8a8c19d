"""In how many of a thousand English news articles a word stands: figures, counted once over 628 articles.

Words rarer than 60 in a thousand and names are left out; the shares are those of six bands. They keep two articles in
a young database from being alike through "government" and "support", before its own articles say what is common.
"""

from collections.abc import Mapping
from types import MappingProxyType

_BANDS = {
    300: """continu country need work""",
    200: """ad campaign chang follow government group help issu leader look million month plan point public question
        recent right support world""",
    150: """attack call case claim clear clos current director end expect forc general great home includ interest job
        law lead long meet member night offer offic official open plac play policy political provid read remain
        run set start statement system talk top turn""",
    115: """action address allow appear attempt believ best big bring build business chief comment community company
        concern creat different effort election executiv face fami final find five four good happen head held high
        hold hour important information interview kill larg leav left littl live lot major media money name nation
        number order past presidential previous primary privat rais real record releas respond result security
        seem servic show sign social speak stop strong try view win""",
    90: """able act announc answer area argu better candidat care caus challeng charg com come conferenc conservativ
        consider control cut deal decision despit direct earlier economic economy email event experienc fail
        federal feel fight focus foreign friend fund futur grow hand host idea increas latest level line list man
        matter mean opportunity particular pass pay personal polic position potential power problem push reach
        reason receiv requir return secretary serv side speech stand story suggest tak team term total vote war
        women word you'r""",
    70: """account accus actual administration agency agre ahead air almost approach bad bank bas beat begin black
        block book border break capital children choic civil colleg compar cost cours criticism data dead death
        debat decad decid defens describ difficult discuss document due eight enter especial everyth explain fac
        fact fall field financial form gain gather global gun half hard health higher history hit hope immediat
        impact investigation involv join key leadership led life limit local lost main manager mark messag met
        military moment morn mov move movement network note old page person pick politic possibl process program
        promis protect publish ral reporter represent request respons reveal rise role rule school seek send
        senior sery shar shoot short significant six special spend spent star strategy supporter take target tax
        th thought thousand tweet understand victory video violenc visit want warn watch way wrot year-old""",
}

SHARES: Mapping[str, float] = MappingProxyType(
    {stem: thousandths / 1_000 for thousandths, stems in _BANDS.items() for stem in stems.split()}
)
"""The part of all articles that hold each stem (as `text.stem` gives it)."""
