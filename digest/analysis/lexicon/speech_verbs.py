"""Verbs that report speech, as plain data: which are neutral and which take a stand."""

from .foreign_words import SPEECH

_NEUTRAL = """
say says said saying | tell tells told telling | add adds added adding | note notes noted noting
states stated stating | write writes wrote written writing | ask asks asked asking
answer answers answered answering | reply replies replied replying | respond responds responded responding
explain explains explained explaining | continue continues continued continuing | report reports reported reporting
announce announces announced announcing | declare declares declared declaring | tweet tweets tweeted tweeting
posted posting | recall recalls recalled recalling | remark remarks remarked remarking
commented commenting | quoted quoting | observe observes observed observing
describe describes described describing | conclude concludes concluded concluding | quip quips quipped quipping
joke jokes joked joking | recount recounts recounted recounting | mention mentions mentioned mentioning
testify testifies testified testifying | predict predicts predicted predicting | suggest suggests suggested suggesting
shout shouts shouted shouting | yell yells yelled yelling | whisper whispers whispered whispering
cry cries cried crying | read reads reading | begin begins began beginning | reiterate reiterates reiterated reiterating
repeat repeats repeated repeating | confirm confirms confirmed confirming | emphasize emphasizes emphasized emphasizing
stress stresses stressed stressing | opine opines opined opining | retort retorts retorted retorting
interject interjects interjected interjecting | proclaim proclaims proclaimed proclaiming
chant chants chanted chanting | believe believes believed believing | think thinks thought thinking
elaborate elaborates elaborated elaborating | interrupt interrupts interrupted interrupting
muse muses mused musing | shot | assured | barked | applauded | reacted
emailed emailing | labeled labelled labeling labelling | dub dubs dubbed dubbing
urge urges urged urging | requested requesting | inform informs informed informing
exclaim exclaims exclaimed exclaiming | laugh laughs laughed laughing | sing sings sang singing | chime chimes chimed
express expresses expressed expressing | speak speaks spoke spoken speaking | talk talks talked talking
calls called calling | tout touts touted touting | summarize summarizes summarized summarizing
counter counters countered countering | joined | echo echoes echoed echoing | caution cautions cautioned cautioning
advise advises advised advising | promise promises promised promising | pledge pledges pledged pledging
vow vows vowed vowing | insist insists insisted insisting | warn warns warned warning
refer refers referred referring | propose proposes proposed proposing | hear hears heard | deem deems deemed deeming
clarify clarifies clarified clarifying | recommend recommends recommended recommending | hint hints hinted hinting
lament laments lamented lamenting | demanded demanding | acknowledge acknowledges acknowledged
predicting | estimate estimates estimated estimating | pronounce pronounces pronounced pronouncing
characterize characterizes characterized characterizing | cite cites cited citing
branded branding | termed terming | mouth mouths mouthed mouthing | agree agrees agreed agreeing
find finds found | argue argues argued arguing | contend contends contended contending
wonder wonders wondered wondering | praise praises praised praising | thank thanks thanked thanking
"""

_STANDS = """
claim claims claimed claiming | allege alleges alleged alleging | deny denies denied denying
admit admits admitted admitting | concede concedes conceded conceding | accuse accuses accused accusing
maintain maintains maintained maintaining | assert asserts asserted asserting | boast boasts boasted boasting
complain complains complained complaining | charged charging | blast blasts blasted blasting
slam slams slammed slamming | criticize criticizes criticized criticizing | mock mocks mocked mocking
criticise criticises criticised criticising | denounce denounces denounced denouncing | brag brags bragged bragging
attacked attacking | decry decries decried decrying | condemn condemns condemned condemning
ridicule ridicules ridiculed ridiculing | threaten threatens threatened threatening | blame blames blamed blaming
rip rips ripped ripping | dismiss dismisses dismissed dismissing | reveal reveals revealed revealing
"""


def _forms(table: str) -> dict[str, str]:
    return {
        form: group.split()[0]
        for line in table.strip().split("\n")
        for group in line.split("|")
        for form in group.split()
    }


NEUTRAL = _forms(_NEUTRAL)
"""Every form of a verb that reports without taking a stand -> its lemma."""
STANDS = _forms(_STANDS)
"""Every form of a verb by which the writer takes a stand ("claimed", "denied") -> its lemma."""
FOREIGN = frozenset(SPEECH.split())
"""Forms of German, French and Spanish verbs of speech."""
VERBS = frozenset(NEUTRAL) | frozenset(STANDS) | FOREIGN
"""All of them."""

_WEAK = frozenset(
    "believe think find hear read calls describe praise thank blame slam blast attacked mock rip labeled dub branded"
    " termed deem refer express talk speak hint wonder agree demanded requested find cite tout condemn denounce"
    " ridicule begin dismiss decry characterize pronounce laugh sing accuse criticize criticise".split()
)
STRONG = frozenset(form for form, lemma in {**NEUTRAL, **STANDS}.items() if lemma not in _WEAK) | FOREIGN
"""Forms of verbs whose object is what is said, however far from the quotation they stand."""

REPORTING = {
    form: group.split()[0]
    for group in (
        "say says said | tell tells told | report reports reported | announce announces announced | note notes noted"
        " | state stated | claim claims claimed | allege alleges alleged | confirm confirms confirmed"
        " | reveal reveals revealed | insist insists insisted | acknowledge acknowledges acknowledged"
        " | deny denies denied | quote quotes quoted | assert asserts asserted | put puts put"
    ).split("|")
    for form in group.split()
    if form != group.split()[0] or form in ("say", "put")
}
"""Finite forms of the verbs by which news names its source -> lemma."""
HEDGING = frozenset("claim allege assert insist".split())
"""Verbs that keep the writer's distance."""
