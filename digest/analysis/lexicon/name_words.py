"""Words that decide whether a capitalised run is a name and of what: titles, institutions, calendar, openers."""

from .foreign_words import CALENDAR as FOREIGN_CALENDAR
from .foreign_words import OPENERS as FOREIGN_OPENERS

TITLES = frozenset(
    "president vice-president chancellor minister premier spokesman spokeswoman spokesperson secretary senator sen rep"
    " representative congressman congresswoman governor gov mayor judge justice chief director general gen colonel col"
    " captain capt lieutenant lt sergeant sgt corporal cpl major maj admiral adm commander officer inspector detective"
    " king queen prince princess pope bishop archbishop cardinal rabbi imam sheikh ayatollah professor prof dr doctor"
    " mr mrs ms miss sir lord lady dame chairman chairwoman chair chairperson attorney lawyer prosecutor leader coach"
    " manager analyst economist strategist consultant adviser advisor candidate nominee ambassador envoy commissioner"
    " speaker delegate lawmaker councilman councilwoman sheriff ceo cfo founder owner editor reporter correspondent"
    " columnist host anchor author actor actress singer rapper comedian writer producer pollster historian scientist"
    " researcher activist organizer aide deputy head frontman guitarist striker midfielder defender goalkeeper boxer"
    " champion rev reverend father sister brother pastor gouverneur präsident präsidentin kanzler kanzlerin"
    " bundeskanzler bundeskanzlerin ministerin sprecher sprecherin außenminister innenminister herr frau président"
    " présidente ministre chancelière porte-parole monsieur madame presidente presidenta ministro ministra portavoz"
    " canciller señor señora don doña".split()
)
"""Titles and callings that stand before a person's name."""

HE = frozenset(
    "mr sir lord king prince spokesman congressman chairman councilman father brother pope actor herr monsieur".split()
)
SHE = frozenset(
    "mrs ms miss lady dame queen princess spokeswoman congresswoman chairwoman councilwoman sister actress frau madame"
    " kanzlerin bundeskanzlerin présidente presidenta ministra".split()
)

BODIES = frozenset(
    "party ministry university inc corp co ltd llc gmbh news times post journal tribune gazette herald house committee"
    " group bank union council department agency association association organization organisation institute office"
    " bureau church company court commission board federation academy school college center centre museum parliament"
    " senate congress assembly army navy force forces police service network league club team foundation fund press"
    " media television tv radio administration authority nations crescent cross state states kingdom republic street"
    " avenue square city county district island islands sea ocean lake river mount airport stadium hospital act"
    " convention conference summit games cup election olympics war treaty agreement project campaign coalition alliance"
    " movement front guard pac america week day american national international".split()
)
"""Words that make a name one of an institution, a place or an occasion, not of a person."""

OF_BODIES = frozenset(
    "bank university department ministry house court party council union league organization organisation association"
    " committee institute office bureau church republic kingdom commission board federation academy school college"
    " center centre museum secretary".split()
)
"""Words that keep "of X" within the name: "Bank of England"."""

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

MONTHS_AND_NAMES = frozenset("may april june august".split())
"""Months that are as well a person's name."""

CALENDAR = FOREIGN_CALENDAR | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

OPENERS = FOREIGN_OPENERS | frozenset(
    "the a an this that these those it its he she they we i you his her their our my your him them us me who whom"
    " whose which what when where why how if in on at by for from to of with without within about after before"
    " during since until while as because although though unless but and or nor so yet not no yes there here then"
    " now also still even just only both either neither each every all some any many most more much few several"
    " other another such same one two three four five six seven eight nine ten hundreds thousands dozens first"
    " second last next once twice meanwhile however moreover instead later earlier recently today yesterday"
    " tomorrow tonight according asked speaking among amid against across around between over under through"
    " despite like unlike following including whether perhaps maybe well oh let do does did is are was were be"
    " been has have had can could will would may might must should shall never ever nearly almost about roughly"
    " officials police authorities residents witnesses experts analysts critics supporters voters reporters people"
    " republicans democrats i'm i've i'll i'd it's that's there's here's he's she's they're we're you're what's"
    " let's don't can't isn't".split()
)
"""Words that open a sentence with a capital and are no name."""

PLACED = frozenset("in at near from to into across around outside of inside in à aus nach en de a".split())
"""What stands before a place."""
