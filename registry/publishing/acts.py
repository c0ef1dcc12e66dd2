"""Doing an act on a draft as a whole (states.ACTS): one transaction, of the text that
the person looked at, named by its fingerprint.
"""

from collections.abc import Mapping

from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.errors import Conflict, Refused
from registry.models import Version
from registry.publishing.effects import Doing
from registry.publishing.states import ACTS, refusal
from registry.rules.privacy import refuse_numbers
from registry.rules.version_content import fingerprint
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.four_eyes import authors_of
from registry.storage.versions import content_in, slug_of, version_by_id


def perform(
    catalogue: Catalogue,
    version_id: int,
    key: str,
    by: Person,
    *,
    seen: str,
    note: str = "",
    signed: Mapping[str, str] | None = None,
) -> Version:
    """Do the act with that key (states.ACTS) and return the version as it then stands.

    `seen`: the fingerprint of the text the person looked at. `signed`: the approver's
    reasons, by the signature of the gate finding. Raises Refused (role, four eyes,
    state), Conflict (the text has changed since it was seen), NotFound, and what the
    act's effect raises: Blocked (gates), BadInput (a return without a note, a CPR
    number in what is written), Refused.
    """
    refuse_numbers("note", note, *(signed or {}).values())
    act = ACTS[key]

    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        refused = refusal(act, version.state, by, authors_of(session, version))
        if refused:
            raise Refused(refused)

        slug, content = slug_of(session, version), content_in(session, version)
        mark = fingerprint(slug, content)
        if seen != mark:
            raise Conflict(
                "Teksten er ændret, siden du så den. Læs den igen, og tag så stilling.",
                "seen",
            )

        note, signed = note.strip(), signed or {}
        act.effect(
            Doing(session, catalogue, version, slug, content, mark, by, note, signed)
        )
        version.state = act.target
        session.flush()

        detail = _detail(version, note)
        audit.write_entry(
            session, actor=by.username, event=act, subject=slug, detail=detail
        )

        return version


def _detail(version: Version, note: str) -> str:
    number = f"udgave {version.number}, " if version.number else ""
    return f"{number}tekst {version.fingerprint[:12]}{f': {note}' if note else ''}"
