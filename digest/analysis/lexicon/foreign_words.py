"""German, French and Spanish words the rules need, in one place, so that the spelling checker can pass them over."""

SPEECH = """
sagen sagt sagte gesagt erklären erklärt erklärte betonen betont betonte mitteilen teilte berichten berichtet berichtete
fordern fordert forderte warnen warnt warnte meinen meint meinte antworten antwortet antwortete schreiben schreibt
schrieb kritisieren kritisiert kritisierte ergänzen ergänzt ergänzte versichern versicherte fragen fragt fragte nennen
nennt nannte hinzufügen fügte bezeichnen bezeichnete melden meldet meldete
dire dit disait déclarer déclare déclaré déclarait affirmer affirme affirmé affirmait ajouter ajoute ajouté ajoutait
expliquer explique expliqué expliquait estimer estime estimé préciser précise précisé indiquer indique indiqué répondre
répond répondu raconter raconte raconté souligner souligne souligné écrire écrit annoncer annonce annoncé assurer assure
assuré lancer lance lancé rapporter rapporte rapporté dénoncer dénonce dénoncé juger juge jugé confier confie confié
regretter regrette regretté
decir dice dijo decía afirmar afirma afirmó declarar declara declaró añadir añade añadió agregar agrega agregó explicar
explica explicó señalar señala señaló asegurar asegura aseguró indicar indica indicó escribir escribe escribió
manifestar manifestó anunciar anuncia anunció responder responde respondió subrayar subraya subrayó destacar destaca
destacó informar informa informó advertir advierte advirtió insistir insiste insistió dicho afirmado declarado asegurado
explicado señalado añadido
"""
"""Forms of verbs of speech."""

PRONOUNS = frozenset("er sie il elle ils elles ella ellos wir ich".split())

AFTER_NAME = frozenset(
    "am im bei nach vor gegenüber zu lors dans à au aux en ce lundi mardi mercredi jeudi vendredi samedi dimanche"
    " durante tras el este".split()
)
"""What ends a name behind an inverted verb: prepositions and weekdays."""

CALENDAR = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober"
    " dezember".split()
)
"""Weekdays and months that are written with a capital."""

OPENERS = frozenset(
    "der die das ein eine einer er sie es wir ich und oder aber im am auf mit nach von vor zu bei für als wenn"
    " le la les un une des du de il elle ils elles nous vous je et ou mais dans en au aux pour par sur avec sans ce"
    " cette ces el los las una unos unas y o pero con por para sin su sus este esta".split()
)
"""Words that open a sentence with a capital and are no name."""

ARTICLES = frozenset("der die das den dem und ein eine".split())
"""What often stands before a capital in a language that writes every noun with one."""
