"""Reading the files into an empty database, in one transaction, or not at all."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from registry.content.files import Located, read_markdown, read_yaml
from registry.content.load_agreements import load_agreements
from registry.content.schema import AGREEMENTS, FOLDERS, RECORD_FILES
from registry.content.under_way import UnderWay
from registry.content.values import read_values
from registry.errors import BadInput
from registry.models import (
    Agreement,
    Choice,
    HealthAgreement,
    Organisation,
    Snitflade,
    Term,
    Version,
)
from registry.rules.fields import VOCABULARIES, Scheme
from registry.rules.follow_up import last_of
from registry.rules.keys import NOT_A_SLUG, TERM_LINKS, is_key
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.events import Event

FINGERPRINT = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True)
class LoadReport:
    """How many of each were loaded."""

    agreements: int
    versions: int
    rows: int
    terms: int
    organisations: int
    records: int


def is_empty(engine: Engine) -> bool:
    """True where no agreement, choice or organisation has been recorded."""
    with Session(engine) as session:
        tables = (Agreement, Choice, Term, Organisation, HealthAgreement)
        return all(
            session.exec(select(table).limit(1)).first() is None for table in tables
        )


def load(engine: Engine, directory: Path, *, actor: str = "system") -> LoadReport:
    """Read a content folder into an empty database, drafts first, then published.

    Raises BadContent with file, line and field at the first fault, BadInput where the
    folder is none or the database is not empty; nothing is then kept.
    """
    if not any((directory / folder).is_dir() for folder in FOLDERS):
        raise BadInput(f"«{directory}» er ikke en mappe med et katalog.", "DIR")
    if not is_empty(engine):
        raise BadInput("Databasen er ikke tom. Indlæs i en ny database.", "DIR")

    under_way = UnderWay(directory)
    _find_keys(under_way)

    with transaction(engine) as session:
        _load_lists(session, under_way)
        _load_health_agreements(session, under_way)
        load_agreements(session, under_way)
        for file in RECORD_FILES:
            _load_items(session, under_way, file.path, file.model, file.identity)
        report = _report(under_way)
        audit.write_entry(
            session,
            actor=actor,
            event=Event.LOAD,
            subject=directory.name,
            detail=f"{report}",
        )

    return report


def _report(under_way: UnderWay) -> LoadReport:
    counts = Counter(type(item) for item in under_way.added)
    records = [file.model for file in RECORD_FILES]

    return LoadReport(
        agreements=counts[Agreement],
        versions=counts[Version],
        rows=counts[Snitflade],
        terms=counts[Term],
        organisations=counts[Organisation],
        records=sum(counts[model] for model in records),
    )


def _find_keys(under_way: UnderWay) -> None:
    """Every key that a field may name, before any field is read."""
    root, keys = under_way.root, under_way.keys
    for scheme in VOCABULARIES:
        keys[scheme] = {
            str(item.get("key"))
            for item in _items(under_way, f"vocabulary/{scheme}.yaml")
        }

    keys[Scheme.ORGANISATIONS] = {
        str(item.get("slug"))
        for path in _organisation_files(root)
        for item in _items(under_way, path)
    }

    keys[Scheme.HEALTH_AGREEMENTS] = {
        p.stem for p in (root / "health-agreements").glob("*.md")
    }

    keys[AGREEMENTS] = {p.name for p in (root / "agreements").glob("*") if p.is_dir()}
    keys[Scheme.PLACES] = keys[Scheme.ORGANISATIONS] | keys[Scheme.PLANNING_AREAS]


def _organisation_files(root: Path) -> list[str]:
    return [
        f"organisations/{p.name}"
        for p in sorted((root / "organisations").glob("*.yaml"))
    ]


def _items(under_way: UnderWay, name: str) -> list[Located]:
    """The items of a list file, each with the file's recorded_at unless it has its
    own.
    """
    path = under_way.root / name
    if not path.exists():
        return []

    data = read_yaml(path, under_way.root)
    items = data.get("entries")
    if not isinstance(items, list) or not all(
        isinstance(item, Located) for item in items
    ):
        raise data.refuse("entries", "skal være en liste af poster med felter")

    for key in data:
        if key not in ("recorded_at", "entries"):
            raise data.refuse(key, "er ikke et felt her")

    for item in items:
        item.setdefault("recorded_at", data.get("recorded_at"))
    return items


def _load_lists(session: Session, under_way: UnderWay) -> None:
    for scheme in VOCABULARIES:
        path = f"vocabulary/{scheme}.yaml"
        _load_items(session, under_way, path, Choice, "key", scheme=str(scheme))
    _load_items(session, under_way, "vocabulary/terms.yaml", Term, "key")
    for path in _organisation_files(under_way.root):
        _load_items(session, under_way, path, Organisation, "slug")


def _load_items(
    session: Session,
    under_way: UnderWay,
    path: str,
    model: type[SQLModel],
    identity: str,
    **fixed: Any,
) -> None:
    """One list file. An item with a name used before is a change, so must be recorded
    later.
    """
    positions: dict[str, int] = {}
    seen: set[tuple[str, Any, Any]] = set()
    columns = set(model.model_fields)

    for item in _items(under_way, path):
        values = read_values(under_way.keys, item, model)
        name = str(values[identity])
        if identity in ("key", "slug") and not is_key(name, fixed.get("scheme", "")):
            raise item.refuse(identity, NOT_A_SLUG)

        mark = (name, values.get("function"), values["recorded_at"])
        if mark in seen or ("ref" in columns and name in positions):
            raise item.refuse(identity, f"«{name}» står to gange")
        seen.add(mark)

        position = positions.setdefault(name, len(positions))
        if "position" in columns:
            values["position"] = position
        _check_link(under_way, item, values)
        _check_record(under_way, item, values, positions, columns)
        under_way.add(session, model(**fixed, **values))

    session.flush()


def _check_record(
    under_way: UnderWay,
    item: Located,
    values: dict[str, Any],
    refs: dict[str, int],
    columns: set[str],
) -> None:
    """What a record speaks of must be there: the version it concerns, the record it
    corrects.
    """
    known = under_way.numbers.get(values.get("agreement", ""), set())
    if "version" in values and values["version"] not in known:
        raise item.refuse("version", f"aftalen har ingen udgave {values['version']}")

    mark = values.get("fingerprint")
    if mark is not None and not FINGERPRINT.match(mark):
        raise item.refuse("fingerprint", "skal være tekstens 64 hexadecimale cifre")
    if "fingerprint" in columns and not mark and "version" not in values:
        raise item.refuse(
            "version", "mangler: skriv udgavens nummer eller tekstens fingeraftryk"
        )

    if values.get("corrects") and values["corrects"] not in refs:
        raise item.refuse(
            "corrects", f"«{values['corrects']}» findes ikke før denne post"
        )

    if "period" in columns and values["effective_on"] != last_of(
        values["effective_on"], values["period"]
    ):
        raise item.refuse("effective_on", "er ikke den sidste dag af perioden")
    if "stage" in columns and ("agreement" in values) == ("focus_area" in values):
        raise item.refuse(
            "agreement", "skriv enten en aftale eller et fokusområde (focus_area)"
        )


def _check_link(under_way: UnderWay, item: Located, values: dict[str, Any]) -> None:
    link = values.get("link")
    if not link:
        return
    kind, _, key = link.partition(":")
    if kind not in TERM_LINKS or key not in under_way.keys[TERM_LINKS[kind]]:
        raise item.refuse("link", f"«{link}» findes ikke i ordlisterne")


def _load_health_agreements(session: Session, under_way: UnderWay) -> None:
    for path in sorted((under_way.root / "health-agreements").glob("*.md")):
        head, body = read_markdown(path, under_way.root)
        head["slug"] = path.stem
        values = read_values(under_way.keys, head, HealthAgreement)
        if values["period_end"] <= values["period_start"]:
            raise head.refuse("period_end", "perioden slutter, før den begynder")
        under_way.add(session, HealthAgreement(**values, body=body.strip()))
    session.flush()
