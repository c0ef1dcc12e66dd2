"""The commands `registry user`: the first administrator, and the way back in."""

import getpass
import io
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from registry.accounts import accounts, credentials
from registry.commands.main import main
from registry.storage.db import connect, migrate

PASSWORD = "grøn cykel havn 41"
ADA = ("user", "add", "ada", "--name", "Ada", "--role", "administrator")


class Terminal(io.StringIO):
    """An input at which a person sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An installation of its own, with nobody at the keyboard."""
    url = f"sqlite:///{tmp_path / 'registry.sqlite'}"
    monkeypatch.setenv("REGISTRY_DATABASE_URL", url)
    monkeypatch.setenv("REGISTRY_PUBLIC_URL", "https://snitflader.example/")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    engine = connect(url)
    migrate(engine)
    return engine


def typed(monkeypatch: pytest.MonkeyPatch, *passwords: str) -> None:
    """Type the passwords at a terminal, one at each question."""
    waiting = iter(passwords)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: next(waiting))


def test_the_first_administrator_types_a_password_twice(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, PASSWORD, PASSWORD)

    assert main(ADA) == 0

    assert capsys.readouterr().out == "Oprettet: ada (Administrator).\n"
    assert credentials.authenticate(engine, "ada", PASSWORD).roles == ["administrator"]


def test_a_program_gives_the_password_on_a_line(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))

    assert main(ADA) == 0

    assert credentials.authenticate(engine, "ada", PASSWORD).roles == ["administrator"]


def test_an_administrator_who_would_also_write_is_refused(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*ADA, "--role", "redaktoer", "--link"]) == 1

    assert "ikke samtidig" in capsys.readouterr().err
    assert accounts.listing(engine) == []


def test_a_link_is_printed_instead_of_asking(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*ADA, "--link"]) == 0

    address = capsys.readouterr().out.splitlines()[-1]
    start, _, key = address.rpartition("/")
    assert start == "https://snitflader.example/log-ind/engangslink"
    assert credentials.accept_link(engine, key, PASSWORD).username == "ada"


@pytest.mark.parametrize(
    ("passwords", "message"),
    [
        ((PASSWORD, "en anden kode"), "ikke ens"),
        (("kort", "kort"), "mindst 12 tegn"),
        (("adgangskode12", "adgangskode12"), "for let at gætte"),
    ],
)
def test_a_password_that_cannot_be_used_leaves_no_account(
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    passwords: tuple[str, str],
    message: str,
) -> None:
    assert main(["user", "list"]) == 0
    typed(monkeypatch, *passwords)

    assert main(ADA) == 1

    assert message in capsys.readouterr().err
    assert accounts.listing(engine) == []


def test_without_a_password_nothing_is_made(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(ADA) == 1
    assert "Der kom ingen adgangskode." in capsys.readouterr().err


@pytest.mark.usefixtures("engine")
def test_an_unknown_role_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["user", "add", "ada", "--name", "Ada", "--role", "konge"])

    assert "redaktoer" in capsys.readouterr().err


@pytest.mark.usefixtures("engine")
def test_the_list_shows_names_and_roles(capsys: pytest.CaptureFixture[str]) -> None:
    main(["user", "list"])
    assert "ingen konti endnu" in capsys.readouterr().out
    main([*ADA, "--link"])
    main(["user", "add", "bo", "--name", "Bo", "--link"])
    main(["user", "close", "bo"])
    capsys.readouterr()

    assert main(["user", "list"]) == 0

    assert (
        capsys.readouterr().out
        == "ada: Ada, Administrator\nbo: Bo, ingen roller, lukket\n"
    )


def test_roles_and_closing_follow_the_same_rules(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    main([*ADA, "--link"])

    assert main(["user", "roles", "ada", "--role", "redaktoer"]) == 1
    assert main(["user", "close", "ada"]) == 1
    assert capsys.readouterr().err.count("den sidste administrator") == 2

    assert (
        main(["user", "add", "bo", "--name", "Bo", "--role", "administrator", "--link"])
        == 0
    )
    assert main(["user", "roles", "ada", "--role", "redaktoer"]) == 0
    assert main(["user", "close", "ada"]) == 0
    assert main(["user", "link", "ada"]) == 1
    assert main(["user", "reopen", "ada"]) == 0
    assert main(["user", "link", "ada"]) == 0
    assert [(a.username, a.roles) for a in accounts.listing(engine)] == [
        ("ada", ["redaktoer"]),
        ("bo", ["administrator"]),
    ]


@pytest.mark.usefixtures("engine")
def test_an_unknown_account_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["user", "close", "ingen"]) == 1
    assert "ingen konto med brugernavnet «ingen»" in capsys.readouterr().err
