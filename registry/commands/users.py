"""The commands `registry user`: accounts, before anyone can sign in and when nobody
can.
"""

import argparse
import getpass
import sys
from typing import Any

from registry.commands.database import opened_engine, prepared_engine
from registry.errors import BadInput
from registry.models import Role
from registry.rules.linked_accounts import COMMAND_LINE
from registry.settings import load_settings

# Who has the command line has the machine; the trail names that, not a person.
ACTOR = COMMAND_LINE


def add_commands(commands: Any) -> None:
    """Add `user` with its own commands."""
    text = "opret, vis og luk konti"
    users = commands.add_parser("user", help=text, description=text).add_subparsers(
        title="kommandoer", required=True, metavar="KOMMANDO"
    )

    for name, run, about in _COMMANDS:
        parser = users.add_parser(name, help=about, description=about)
        parser.set_defaults(run=run)
        if name != "list":
            parser.add_argument("username", metavar="BRUGERNAVN")
        if name == "add":
            parser.add_argument("--name", required=True, metavar="NAVN")
            parser.add_argument(
                "--link",
                action="store_true",
                help="vis et engangslink i stedet for adgangskode",
            )

        if name in ("add", "roles"):
            parser.add_argument(
                "--role",
                dest="roles",
                action="append",
                choices=list(Role),
                default=[],
                metavar="ROLLE",
                help=f"{', '.join(Role)}; kan gentages",
            )


def _add(options: argparse.Namespace) -> None:
    from registry.accounts import accounts

    password = "" if options.link else _password()
    account = accounts.add(
        prepared_engine(),
        options.username,
        options.name,
        options.roles,
        actor=ACTOR,
        password=password,
    )

    print(
        f"Oprettet: {account.username} "
        f"({', '.join(account.role_labels) or 'ingen roller'})."
    )
    if options.link:
        _link(options)


def _list(_options: argparse.Namespace) -> None:
    from registry.accounts import accounts

    listed = accounts.listing(opened_engine())
    for account in listed:
        roles = ", ".join(account.role_labels) or "ingen roller"
        print(
            f"{account.username}: {account.name}, "
            f"{roles}{', lukket' if account.closed else ''}"
        )
    if not listed:
        print("Der er ingen konti endnu. Opret den første med registry user add.")


def _link(options: argparse.Namespace) -> None:
    from registry.accounts import credentials
    from registry.catalogue import addresses

    key = credentials.issue_link(opened_engine(), options.username, actor=ACTOR)
    print("Engangslink, som virker én gang i syv dage:")
    print(addresses.one_time_link(load_settings()["PUBLIC_URL"], key))


def _roles(options: argparse.Namespace) -> None:
    from registry.accounts import accounts

    account = accounts.set_roles(
        opened_engine(), options.username, options.roles, actor=ACTOR
    )
    print(
        f"{account.username} har nu: "
        f"{', '.join(account.role_labels) or 'ingen roller'}."
    )


def _close(options: argparse.Namespace) -> None:
    from registry.accounts import accounts

    account = accounts.close(opened_engine(), options.username, actor=ACTOR)
    print(f"Kontoen {account.username} er lukket.")


def _reopen(options: argparse.Namespace) -> None:
    from registry.accounts import accounts

    account = accounts.reopen(opened_engine(), options.username, actor=ACTOR)
    print(f"Kontoen {account.username} er åben igen.")


_COMMANDS = (
    ("add", _add, "opret en konto"),
    ("list", _list, "vis alle konti"),
    ("link", _link, "lav et nyt engangslink til at sætte adgangskode"),
    ("roles", _roles, "sæt en kontos roller; uden --role: ingen"),
    ("close", _close, "luk en konto"),
    ("reopen", _reopen, "åbn en lukket konto igen"),
)


def _password() -> str:
    """The password, typed twice unseen; a line of input where nobody sits at the
    keyboard.
    """
    if not sys.stdin.isatty():
        return _line()
    password = getpass.getpass("Adgangskode: ")
    if password != getpass.getpass("Gentag adgangskoden: "):
        raise BadInput("De to adgangskoder er ikke ens.")
    return password


def _line() -> str:
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise BadInput(
            "Der kom ingen adgangskode. Skriv den på en linje, eller brug --link."
        )
    return password
