"""README says what is so: its commands, options and keys are those of the program."""

import re
import shlex
from pathlib import Path

import click
import pytest

from digest.cli.commands import COMMANDS, cli

from .conftest import Digest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CALL = re.compile(r"(?:^|[`/ ])digest (?P<rest>[a-z][^`#|>\n]*)", re.MULTILINE)
CALLS = sorted(
    {match["rest"].strip() for match in CALL.finditer("\n".join(re.findall(r"```.*?```|`[^`\n]+`", README, re.S)))}
)


def options(command: click.Command) -> set[str]:
    return {name for param in command.params for name in (*param.opts, *param.secondary_opts)} | {"--help"}


def test_readme_shows_every_command() -> None:
    assert {call.split()[0] for call in CALLS} == set(COMMANDS)


@pytest.mark.parametrize("call", CALLS)
def test_a_call_in_readme_is_one_the_program_takes(call: str) -> None:
    name, *rest = call.split()
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    if isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        command = command.commands[rest[0]]
    assert {word for word in rest if word.startswith("--")} <= options(command)


def test_readme_has_the_two_commands_that_start_and_test_it() -> None:
    lines = README.splitlines()
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/digest demo" in lines
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/python -m pytest" in lines


def test_ci_runs_the_test_command_that_readme_gives() -> None:
    script = ROOT / ".ci" / "run"
    if not script.exists():
        pytest.skip("an sdist has no .ci")
    assert script.stat().st_mode & 0o111
    (pattern,) = re.findall(r"grep -E '([^']+)' README\.md", script.read_text(encoding="utf-8"))
    assert len(re.findall(pattern, README, re.MULTILINE)) == 1


def test_readme_names_every_exit_code_and_mark() -> None:
    assert "0 all well · 1 some feeds or documents failed" in README
    for sign in "≡≈⊂≠+·?":
        assert f"| `{sign}` |" in README


def test_every_command_for_the_samples_works_on_them_in_the_order_given(
    digest: Digest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(home))
    assert digest("--db", home / "digest.db", "demo").code == 0
    block = README.split("The numbers are those of the samples", 1)[1].split("```")[1]
    lines = [shlex.split(re.sub(r"> \S+", "", line), comments=True) for line in block.splitlines()[1:]]
    also = ["story split 12 a34", "story move a34 9", "story why a34", "search 'ferry -fire newer:2d'", "undo --list"]
    calls = [line[1:] for line in lines if line[1] != "import"] + [shlex.split(call) for call in also]
    ended = {" ".join(call): digest(*(word.replace("~", str(home)) for word in call)) for call in calls}
    assert {name: (result.code, result.err) for name, result in ended.items() if result.code} == {}
    assert len(ended) > 20


def test_the_comparison_at_the_top_is_what_the_samples_give(digest: Digest, home: Path) -> None:
    digest("--db", home / "digest.db", "demo")
    call, *shown = README.split("```\n$ digest ", 1)[1].split("\n```", 1)[0].splitlines()
    given = digest(*shlex.split(call.removesuffix("(shortened)")), "--columns", "--all").out
    said = " ".join(given.split())
    assert " ".join(" ".join(shown[:2]).split()) in said
    assert shown[2].strip() in said
