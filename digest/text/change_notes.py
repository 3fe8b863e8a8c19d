"""Notes in which an outlet says that it has changed an article: corrections, clarifications, updates."""

import re

from .words import tokens

_TITLE = re.compile(
    r"^(?:update[sd]?|correct(?:s|ed|ion)|clarif(?:ies|ied|ication)|amended|refile[sd]?|korrektur|korrigiert|"
    r"aktualisiert|rectificatif|corrección|rettifica|rectificatie)\b\s*\d*\s*[-:–—(|]",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^[\W_]*(?:"
    r"(?:corrections?|clarifications?|editor[’']?s[’']? notes?|updates?|updated|amendments?|errat(?:um|a)|"
    r"korrektur|berichtigung|richtigstellung|anmerkung der redaktion|hinweis der redaktion|aktualisierung|"
    r"rectificatif|précision|mise à jour|note de la rédaction|corrección|fe de err(?:ores|atas)|aclaración|"
    r"rectificación|actualización|nota de la redacción|correzione|rettifica|errata corrige|aggiornamento|"
    r"correctie|rectificatie|aanvulling|correção|atualização)\b[^:\n]{0,60}[:–—]\s*\S"
    r"|(?:corrects|updates|adds|clarifies|recasts|refiles)\b[^)\n]{3,200}\)"  # an agency's "(Corrects paragraph 3)"
    r")",
    re.IGNORECASE,
)
_THIS = r"\bth(?:is|e) (?:article|story|report|piece|page|post|headline|item)\b"
_DONE = r"\b(?:amended|updated|corrected|changed|edited|revised|clarified)\b"
_SAYING = re.compile(
    rf"{_THIS}[^.\n]{{0,60}}\b(?:was|been|is)\b[^.\n]{{0,40}}{_DONE}"
    r"|\b(?:earlier|previous|prior|original) version of (?:this\b|(?:the|our) (?:article|story|report|headline|page)\b)"
    r"|\bin einer (?:früheren|vorherigen|ersten|älteren) (?:version|fassung)\b"
    r"|\bdieser (?:artikel|beitrag|text|bericht) wurde\b[^.\n]{0,60}\b(?:aktualisiert|korrigiert|geändert|ergänzt)\b"
    r"|\bune (?:première|précédente) version de ce\b|\bune (?:première|précédente) version de cet\b"
    r"|\bcet article a été\b[^.\n]{0,40}\b(?:modifié|corrigé|mise? à jour)\b"
    r"|\buna versión anterior de est[ea]\b|\beste artículo (?:ha sido|fue) (?:corregido|actualizado|modificado)\b"
    r"|\buna (?:precedente|prima) versione di quest|\bin een eerdere versie van dit\b|\buma versão anterior dest",
    re.IGNORECASE,
)


def change_notes(title: str, text: str) -> frozenset[str]:
    """Return the lines that own up to a change, each as its words in lower case; a bare time of updating is none.

    Known are the usual forms of English, and the commonest of German, French, Spanish, Italian, Dutch and Portuguese.
    """
    lines = [line for line in text.split("\n") if _OPENING.search(line[:300]) or _SAYING.search(line)]
    if _TITLE.search(title):
        lines.append(title)
    return frozenset(" ".join(token.text for token in tokens(line)) for line in lines)
