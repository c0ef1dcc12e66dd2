"""`registry appendix`: the same file as the page gives."""

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from registry.commands.main import main
from registry.exports.formats import EXPORTS

pytestmark = pytest.mark.slow

HEALTH = "sundhedsaftale-2024-2027"


def run(folder: Path, key: str, *more: str) -> Path:
    target = folder / f"ud.{key}"
    wanted = [
        "appendix",
        "--health-agreement",
        HEALTH,
        "--as-of",
        "2026-11-22",
        "--format",
        key,
    ]
    assert main([*wanted, "-o", str(target), *more]) == 0
    return target


@pytest.mark.parametrize(
    "key", [export.key for export in EXPORTS if export.key != "html"]
)
def test_every_format_is_the_same_as_the_page_gives(
    installed: Path, client: FlaskClient, key: str
) -> None:
    """But for the html format, which on the site is a page of the site."""
    answer = client.get(
        f"/appendiks?sundhedsaftale={HEALTH}&pr=2026-11-22&format={key}"
    )
    assert run(installed, key).read_bytes() == answer.data


def test_html_is_a_file_of_its_own(installed: Path) -> None:
    assert (
        run(installed, "html").read_text(encoding="utf-8").startswith("<!doctype html>")
    )


def test_it_says_what_it_wrote(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(installed, "md")
    assert "1 videreføres, 0 afklares, 0 er ikke besluttet." in capsys.readouterr().out


def test_the_choices_are_those_of_the_page(installed: Path) -> None:
    target = run(
        installed, "json", "--scope", "kort", "--rows", "--kind", "samarbejdsaftale"
    )
    appendix = json.loads(target.read_text(encoding="utf-8"))
    assert (appendix["scope"], appendix["total"]) == ("short", 0)
    assert appendix["narrowed_to"] == {"Aftaletype": "Samarbejdsaftale"}


def test_without_a_file_it_is_written_out(
    installed: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["appendix", "--format", "md"]) == 0
    assert capsysbinary.readouterr().out.startswith(
        b"# Appendiks: Eksisterende aftaler"
    )


@pytest.mark.parametrize("public_url", ["", "https://katalog.example"])
def test_a_file_with_local_addresses_says_so_and_that_it_is_not_issued(
    installed: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    public_url: str,
) -> None:
    if public_url:
        monkeypatch.setenv("REGISTRY_PUBLIC_URL", public_url)

    run(installed, "md")

    said = capsys.readouterr().err
    assert ("Sæt REGISTRY_PUBLIC_URL, før den sendes" in said) is not bool(public_url)
    assert ("Filen er ikke udstedt; det gør to" in said) is not bool(public_url)


@pytest.mark.parametrize(
    "wrong",
    [
        ["--format", "odt"],
        ["--format", "md", "--health-agreement", "ukendt"],
        ["--format", "md", "--as-of", "i morgen"],
        ["--format", "md", "-o", "/findes/ikke/ud.md"],
    ],
)
def test_what_cannot_be_done_is_said(
    installed: Path, capsys: pytest.CaptureFixture[str], wrong: list[str]
) -> None:
    assert main(["appendix", *wrong]) == 1
    assert capsys.readouterr().err.startswith("registry: ")
