"""Writing the database back to files, in one canonical form: the same data, the same
bytes.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, col, select

from registry.content.files import Literal, write_markdown, write_yaml
from registry.content.schema import FOLDERS, RECORD_FILES, specs
from registry.errors import BadInput
from registry.models import (
    LOCKED,
    Agreement,
    Choice,
    HealthAgreement,
    Organisation,
    Party,
    Relation,
    Snitflade,
    State,
    Term,
    Version,
)
from registry.rules.kinds import is_statutory
from registry.storage.db import reading

DRAFT_FILE = "kladde"
LEFT_OUT = (
    ("void", False),
    ("recorded_by", "startkatalog"),
)  # what most items would say


def dump(engine: Engine, directory: Path, *, drafts: bool = False) -> None:
    """Write catalogue, vocabularies and records to a folder, in the form `load` reads.

    Raises BadInput where the folder holds something that is no catalogue.
    """
    _make_room(directory)

    with reading(engine) as session:
        _dump_vocabulary(session, directory)
        _dump_organisations(session, directory)
        _dump_health_agreements(session, directory)
        _dump_agreements(session, directory, drafts)

        for file in RECORD_FILES:
            model: Any = file.model
            recorded = session.exec(select(model).order_by(model.id))
            _write_items(directory / file.path, _of_dumped(directory, recorded))


def _make_room(directory: Path) -> None:
    """Empty a folder that holds an earlier catalogue; leave any other folder alone."""
    if directory.exists() and not directory.is_dir():
        raise BadInput(f"«{directory}» er en fil. Vælg en mappe.", "DIR")
    directory.mkdir(parents=True, exist_ok=True)

    strangers = [
        p.name for p in directory.iterdir() if p.name not in (*FOLDERS, "README.md")
    ]
    strangers += [
        p.name
        for folder in FOLDERS
        for p in (directory / folder).rglob("*")
        if p.is_file() and p.suffix not in (".md", ".yaml")
    ]

    if strangers:
        raise BadInput(
            f"«{directory}» indeholder andet end et katalog ({strangers[0]}). Vælg en "
            "tom mappe.",
            "DIR",
        )

    for folder in FOLDERS:
        shutil.rmtree(directory / folder, ignore_errors=True)


def _dump_vocabulary(session: Session, directory: Path) -> None:
    schemes: dict[str, list[Choice]] = defaultdict(list)
    for choice in session.exec(
        select(Choice).order_by(col(Choice.position), col(Choice.recorded_at))
    ):
        schemes[choice.scheme].append(choice)

    for scheme, choices in schemes.items():
        _write_items(directory / "vocabulary" / f"{scheme}.yaml", choices)

    terms = select(Term).order_by(col(Term.position), col(Term.recorded_at))
    _write_items(directory / "vocabulary" / "terms.yaml", session.exec(terms))


def _dump_organisations(session: Session, directory: Path) -> None:
    kinds: dict[str, list[Organisation]] = defaultdict(list)
    for organisation in session.exec(
        select(Organisation).order_by(col(Organisation.id))
    ):
        kinds[organisation.kind].append(organisation)
    for kind, organisations in kinds.items():
        _write_items(directory / "organisations" / f"{kind}.yaml", organisations)


def _dump_health_agreements(session: Session, directory: Path) -> None:
    for agreement in session.exec(select(HealthAgreement)):
        data = _data(agreement)
        del data["slug"]
        write_markdown(
            directory / "health-agreements" / f"{agreement.slug}.md",
            data,
            agreement.body,
        )


def _dump_agreements(session: Session, directory: Path, drafts: bool) -> None:
    slugs = {
        agreement.id: agreement.slug for agreement in session.exec(select(Agreement))
    }
    wanted = [
        State.PUBLISHED,
        *([s for s in State if s != State.WITHDRAWN] if drafts else []),
    ]

    for version in session.exec(select(Version).where(col(Version.state).in_(wanted))):
        name = version.number if version.state == State.PUBLISHED else DRAFT_FILE
        path = directory / "agreements" / slugs[version.agreement_id] / f"{name}.md"
        write_markdown(path, _version(session, version), version.body)


def _version(session: Session, version: Version) -> dict[str, Any]:
    data = _data(version)
    if version.state in LOCKED:
        # An approval was given here, and does not travel with the file.
        data["state"] = State.IN_APPROVAL.value

    parties: dict[str, list[str]] = {}
    for party in _children(session, Party, version, Party.id):
        parties.setdefault(party.role, []).append(party.organisation)
    if not is_statutory(version.kind):
        data["parties"] = parties

    relations = _children(session, Relation, version, Relation.id)
    if relations:
        data["relations"] = [
            {"kind": r.kind, "agreement": r.agreement} for r in relations
        ]

    rows = _children(session, Snitflade, version, Snitflade.position)
    if rows:
        data["rows"] = [_data(row) for row in rows]
    return data


def _children(
    session: Session, model: Any, version: Version, order: Any
) -> Sequence[Any]:
    return list(
        session.exec(
            select(model).where(model.version_id == version.id).order_by(order)
        )
    )


def _of_dumped(directory: Path, recorded: Iterable[Any]) -> list[Any]:
    """Less those of agreements that are not written: a draft may be adopted before it
    is out.
    """
    known = {None, "", *(path.name for path in (directory / "agreements").glob("*"))}
    return [item for item in recorded if getattr(item, "agreement", None) in known]


def _write_items(path: Path, stored: Iterable[Any]) -> None:
    """A list file: the earliest recorded_at stands once at the top. No file where no
    items.
    """
    items = [_data(one) for one in stored]
    if not items:
        return
    first: datetime = min(item["recorded_at"] for item in items)
    for item in items:
        if item["recorded_at"] == first:
            del item["recorded_at"]
    write_yaml(path, {"recorded_at": first, "entries": items})


def _data(item: SQLModel) -> dict[str, Any]:
    """The fields of one item as they stand in a file; what is empty is left out."""
    data: dict[str, Any] = {}
    for spec in specs(type(item)):
        value = getattr(item, spec.name)
        if (spec.name, value) in LEFT_OUT:
            continue
        if value in (None, "", []) and not (spec.required and spec.type is bool):
            continue

        if isinstance(value, str) and (spec.markdown or "\n" in value):
            value = Literal(value + "\n")
        elif isinstance(value, str):
            value = str(value)
        elif spec.type is float and value == int(value):
            value = int(value)

        data[spec.name] = value

    return data
