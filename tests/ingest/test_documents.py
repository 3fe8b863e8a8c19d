"""Local documents into the store."""

from datetime import UTC, date, datetime
from pathlib import Path

from digest.ingest.documents import DocumentOutcome, import_paths
from digest.model import Provenance
from digest.store import Store

NOW = datetime(2020, 9, 15, tzinfo=UTC)
FOG = "NEWPORT, Aug 28 (Nordwire) - Fog closed the harbour of Port Ansel on Friday for the third day running.\n"
QUAY = "The harbour board has agreed to widen the northern quay by 40 metres.\n\nSource: QuayCourier and agencies\n"


def take_in(store: Store, *paths: Path, outlet: str = "", day: date | None = None) -> list[DocumentOutcome]:
    return list(import_paths(paths, store, now=NOW, outlet=outlet, date=day))


def test_a_folder_is_taken_in_whole_and_a_bad_file_costs_itself(tmp_path: Path, store: Store) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "fog.txt").write_text(FOG)
    (tmp_path / "below" / "quay.md").write_text(QUAY)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".hidden.txt").write_text(FOG)
    outcomes = {Path(outcome.path).name: outcome for outcome in take_in(store, tmp_path)}
    assert set(outcomes) == {"fog.txt", "quay.md", "empty.txt"}
    assert outcomes["empty.txt"].error == "is empty"
    assert {article.outlet for article in store.articles()} == {"Nordwire", "Quay Courier"}


def test_a_document_taken_in_twice_is_one_article(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "fog.txt"
    path.write_text(FOG)
    (first,) = take_in(store, path)
    (again,) = take_in(store, path)
    path.write_text(FOG.replace("third", "fourth"))
    (edited,) = take_in(store, path)
    assert (first.new, again.new, edited.new) == (True, False, False)
    assert first.article_id == again.article_id == edited.article_id is not None
    assert store.articles()[0].revision == 2


def test_options_hold_for_all_of_them(tmp_path: Path, store: Store) -> None:
    (tmp_path / "a.txt").write_text(FOG)
    (tmp_path / "b.txt").write_text(QUAY)
    take_in(store, tmp_path, outlet="The Tidings", day=date(2020, 8, 20))
    assert {(article.outlet, article.published_from) for article in store.articles()} == {
        ("The Tidings", Provenance.OPTION)
    }


def test_what_is_not_there_is_said(tmp_path: Path, store: Store) -> None:
    (tmp_path / "nothing").mkdir()
    missing, empty, odd = take_in(store, tmp_path / "none.txt", tmp_path / "nothing", tmp_path / "a.docx")
    assert missing.error == "there is no such file"
    assert empty.error.startswith("no documents in this folder")
    assert odd.error
    assert {missing.article_id, empty.article_id, odd.article_id} == {None}
