"""What the reader put right in comparisons by hand, kept for good and taken back like any other act."""

from collections.abc import Iterable

from ..model import Correction, FactKind, Verdict, Words
from .recording import recording
from .rows import Row, listed, to_time
from .ways import Ways

_COLUMNS = "id, verdict, kind, one_article, one_words, other_article, other_words, note, made"


class Corrections:
    """The corrections of marks; every method is one transaction."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    def add(self, made: Iterable[Correction], words: str) -> None:
        """Keep corrections as one act, which `words` say; an earlier one about the same words gives way."""
        with self._ways.writing() as db, recording(db, "correct", words) as act:
            act.watch("corrections", _COLUMNS.split(", ")[1:], "1")
            for one in made:
                other = one.other or Words(0, "")
                pair = (one.one.article_id, one.one.text, other.article_id, other.text)
                db.execute(
                    "DELETE FROM corrections WHERE kind = ?5 AND ("
                    " (one_article = ?1 AND one_words = ?2 AND other_article = ?3 AND other_words = ?4)"
                    " OR (one_article = ?3 AND one_words = ?4 AND other_article = ?1 AND other_words = ?2))",
                    (*pair, one.kind.value),
                )
                db.execute(
                    "INSERT INTO corrections (one_article, one_words, other_article, other_words, kind, verdict, note)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (*pair, one.kind.value, one.verdict.value, one.note),
                )

    def remove(self, correction_id: int) -> bool:
        """Take a correction away, as an act too; False if there is none of that number."""
        with self._ways.writing() as db, recording(db, "correct", f"took correction {correction_id} away") as act:
            act.watch("corrections", _COLUMNS.split(", ")[1:], "id = ?", (correction_id,))
            return bool(db.execute("DELETE FROM corrections WHERE id = ?", (correction_id,)).rowcount)

    def all(self) -> tuple[Correction, ...]:
        """Return every correction, oldest first, but those about an article that was forgotten."""
        with self._ways.reading() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM corrections"
                " WHERE other_article = 0 OR other_article IN (SELECT id FROM articles) ORDER BY id"
            )
            return tuple(map(_correction, rows))

    def of(self, article_ids: Iterable[int]) -> tuple[Correction, ...]:
        """Return the corrections about the words of these articles, oldest first."""
        among = listed(article_ids)
        with self._ways.reading() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM corrections WHERE one_article IN (SELECT value FROM json_each(?1))"
                " AND other_article IN (SELECT value FROM json_each(?1) UNION ALL SELECT 0) ORDER BY id",
                (among,),
            )
            return tuple(map(_correction, rows))


def _correction(row: Row) -> Correction:
    number, verdict, kind, one, one_words, other, other_words, note, made = row
    return Correction(
        Verdict(verdict),
        FactKind(kind),
        Words(one, one_words),
        Words(other, other_words) if other else None,
        note,
        number,
        to_time(made),
    )
