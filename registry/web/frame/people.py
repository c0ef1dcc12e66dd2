"""People on the pages: by the name of their account, never by the name they sign in
with.
"""

from collections.abc import Iterable

from flask import g

from registry.accounts.accounts import names
from registry.language.sorting import danish_key
from registry.services import services


def name_of(username: str) -> str:
    """The name of the person; who has no account (the shipped catalogue, a command) is
    told as stored.
    """
    if "names" not in g:
        g.names = names(services().engine)
    return str(g.names.get(username, username))


def names_of(usernames: Iterable[str]) -> str:
    """Several, in Danish order."""
    return ", ".join(sorted(map(name_of, usernames), key=danish_key))
