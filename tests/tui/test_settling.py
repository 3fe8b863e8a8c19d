"""What differs in a story is drawn in the list once it is worked out, and is not worked out twice."""

from dataclasses import replace
from pathlib import Path

from digest.store import Store

from .conftest import MakeApp
from .driving import press, seen, settle
from .library import article, tell
from .samples import NOW

FIRE = "The fire killed {} people, police said.\nThe barge Anneke burned for six hours off Holm."


def leave_open(database: Path) -> None:
    """Tell one story more, and leave open in how much each of them differs."""
    with Store(database) as store:
        told = [article(70 + toll, f"Outlet {toll}", "Barge burns", FIRE.format(toll), NOW) for toll in (14, 17)]
        tell(store, 70, told, title="Barge burns off Holm", lead="", differs=0)
        for story in store.stories():
            store.keep_story(replace(story, differs=None))


async def test_what_differs_is_drawn_when_it_is_known_and_kept(make_app: MakeApp, database: Path) -> None:
    leave_open(database)
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "≠ 1 differs" in seen(pilot)
    with Store(database) as store:
        found = {story.id: story.differs for story in store.stories()}
    assert found[70] == 1
    assert None not in found.values()


async def test_the_list_of_what_differs_holds_stories_nobody_had_looked_at(make_app: MakeApp, database: Path) -> None:
    leave_open(database)
    async with make_app().run_test(size=(150, 24)) as pilot:
        await press(pilot, "5")
        assert "Barge burns off Holm" in seen(pilot)
