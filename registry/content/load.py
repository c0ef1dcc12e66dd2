"""Reading the files into an empty database, in one transaction, or not at all."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from registry import audit
from registry.clock import COPENHAGEN
from registry.content.files import Located, read_markdown, read_yaml
from registry.content.schema import (
    AGREEMENTS,
    DANISH_TYPE,
    FOLDERS,
    LIMITED,
    RECORD_FILES,
    Spec,
    specs,
)
from registry.db import transaction
from registry.errors import BadContent, BadInput
from registry.fields import VOCABULARIES, Scheme
from registry.models import (
    Agreement,
    HealthAgreement,
    Organisation,
    Party,
    Relation,
    Snitflade,
    State,
    Term,
    Version,
    Word,
)
from registry.render import sections
from registry.status import replacement_circle

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
LINKS = {
    "actor": Scheme.ACTORS,
    "target_group": Scheme.TARGET_GROUPS,
    "phase": Scheme.PHASES,
    "task": Scheme.TASKS,
    "kind": Scheme.KINDS,
}


@dataclass(frozen=True)
class LoadReport:
    """How many of each were loaded."""

    agreements: int
    versions: int
    rows: int
    terms: int
    organisations: int
    records: int


@dataclass
class _Load:
    """One load under way: the files' folder, the known keys by scheme, and what was read."""

    root: Path
    keys: dict[str, set[str]] = field(default_factory=dict)
    found: list[SQLModel] = field(default_factory=list)
    replaces: dict[str, set[str]] = field(default_factory=dict)


def is_empty(engine: Engine) -> bool:
    """True where no agreement, word or organisation has been recorded."""
    with Session(engine) as session:
        tables = (Agreement, Word, Organisation, HealthAgreement)
        return all(session.exec(select(table).limit(1)).first() is None for table in tables)


def load(engine: Engine, directory: Path, *, actor: str = "system") -> LoadReport:
    """Read a content folder into an empty database, drafts first, then published.

    Raises BadContent with file, line and field at the first fault, BadInput where the folder is
    none or the database is not empty; nothing is then kept.
    """
    if not any((directory / folder).is_dir() for folder in FOLDERS):
        raise BadInput(f"«{directory}» er ikke en mappe med et katalog.", "DIR")
    if not is_empty(engine):
        raise BadInput("Databasen er ikke tom. Indlæs i en ny database.", "DIR")
    under_way = _Load(directory)
    _find_keys(under_way)
    with transaction(engine) as session:
        _load_lists(under_way, session)
        _load_health_agreements(under_way, session)
        _load_agreements(under_way, session)
        for file in RECORD_FILES:
            _load_entries(under_way, session, file.path, file.model, file.identity)
        report = _report(under_way)
        audit.record(session, actor=actor, act="load", subject=directory.name, detail=f"{report}")
    return report


def _report(under_way: _Load) -> LoadReport:
    counts = Counter(type(item) for item in under_way.found)
    records = [file.model for file in RECORD_FILES]
    return LoadReport(
        agreements=counts[Agreement],
        versions=counts[Version],
        rows=counts[Snitflade],
        terms=counts[Term],
        organisations=counts[Organisation],
        records=sum(counts[model] for model in records),
    )


def _find_keys(under_way: _Load) -> None:
    """Every key that a field may name, before any field is read."""
    root, keys = under_way.root, under_way.keys
    for scheme in VOCABULARIES:
        keys[scheme] = {
            str(entry.get("key")) for entry in _entries(under_way, f"vocabulary/{scheme}.yaml")
        }
    keys[Scheme.ORGANISATIONS] = {
        str(entry.get("slug"))
        for path in _organisation_files(root)
        for entry in _entries(under_way, path)
    }
    keys[Scheme.HEALTH_AGREEMENTS] = {p.stem for p in (root / "health-agreements").glob("*.md")}
    keys[AGREEMENTS] = {p.name for p in (root / "agreements").glob("*") if p.is_dir()}
    keys[Scheme.PLACES] = keys[Scheme.ORGANISATIONS] | keys[Scheme.PLANNING_AREAS]


def _organisation_files(root: Path) -> list[str]:
    return [f"organisations/{p.name}" for p in sorted((root / "organisations").glob("*.yaml"))]


def _entries(under_way: _Load, name: str) -> list[Located]:
    """The entries of a list file, each with the file's recorded_at unless it has its own."""
    path = under_way.root / name
    if not path.exists():
        return []
    data = read_yaml(path, under_way.root)
    entries = data.get("entries")
    if not isinstance(entries, list) or not all(isinstance(e, Located) for e in entries):
        raise data.refuse("entries", "skal være en liste af poster med felter")
    for entry in entries:
        entry.setdefault("recorded_at", data.get("recorded_at"))
    return entries


def _load_lists(under_way: _Load, session: Session) -> None:
    for scheme in VOCABULARIES:
        path = f"vocabulary/{scheme}.yaml"
        _load_entries(under_way, session, path, Word, "key", scheme=str(scheme))
    _load_entries(under_way, session, "vocabulary/terms.yaml", Term, "key")
    for path in _organisation_files(under_way.root):
        _load_entries(under_way, session, path, Organisation, "slug")


def _load_entries(
    under_way: _Load,
    session: Session,
    path: str,
    model: type[SQLModel],
    identity: str,
    **fixed: Any,
) -> None:
    """One list file. An entry with a name used before is a change, so must be recorded later."""
    positions: dict[str, int] = {}
    seen: set[tuple[str, Any]] = set()
    columns = set(model.model_fields)
    for entry in _entries(under_way, path):
        values = _values(under_way, entry, model)
        name = str(values[identity])
        if (name, values["recorded_at"]) in seen or ("ref" in columns and name in positions):
            raise entry.refuse(identity, f"«{name}» står to gange")
        seen.add((name, values["recorded_at"]))
        position = positions.setdefault(name, len(positions))
        if "position" in columns:
            values["position"] = position
        _check_link(under_way, entry, values)
        _add(under_way, session, model(**fixed, **values))
    session.flush()


def _check_link(under_way: _Load, entry: Located, values: dict[str, Any]) -> None:
    link = values.get("link")
    if not link:
        return
    kind, _, key = link.partition(":")
    if kind not in LINKS or key not in under_way.keys[LINKS[kind]]:
        raise entry.refuse("link", f"«{link}» findes ikke i ordlisterne")


def _load_health_agreements(under_way: _Load, session: Session) -> None:
    for path in sorted((under_way.root / "health-agreements").glob("*.md")):
        head, body = read_markdown(path, under_way.root)
        head["slug"] = path.stem
        values = _values(under_way, head, HealthAgreement)
        if values["period_end"] <= values["period_start"]:
            raise head.refuse("period_end", "perioden slutter, før den begynder")
        _add(under_way, session, HealthAgreement(**values, body=body.strip()))
    session.flush()


def _load_agreements(under_way: _Load, session: Session) -> None:
    for folder in sorted((under_way.root / "agreements").glob("*")):
        if not folder.is_dir():
            continue
        agreement = Agreement(slug=_slug(folder, under_way.root))
        _add(under_way, session, agreement)
        session.flush()
        for path in sorted(folder.glob("*.md"), key=lambda p: (len(p.stem), p.stem)):
            _load_version(under_way, session, path, agreement)
    circle = replacement_circle(under_way.replaces)
    if circle:
        path_of = f"agreements/{circle[0]}"
        raise BadContent(path_of, 1, "relations", f"aftaler afløser i ring: {' → '.join(circle)}")


def _slug(path: Path, root: Path) -> str:
    if not SLUG.match(path.name):
        name = path.relative_to(root).as_posix()
        raise BadContent(name, 1, "slug", "navnet må kun have små bogstaver a-z, tal og bindestreg")
    return path.name


def _load_version(under_way: _Load, session: Session, path: Path, agreement: Agreement) -> None:
    """One version as a draft, with its children; then published, where the file says so."""
    head, body = read_markdown(path, under_way.root)
    parties, relations = head.pop("parties", {}), head.pop("relations", [])
    rows = head.pop("rows", [])
    values = _values(under_way, head, Version)
    _check_version(head, values)
    number = _number(head, path, values.pop("state"))
    version = Version(
        **values, agreement_id=_id(agreement), number=number, state=State.DRAFT, body=body.strip()
    )
    _add(under_way, session, version)
    session.flush()
    _load_parties(under_way, session, head, version, parties)
    _load_relations(under_way, session, head, version, relations)
    under_way.replaces.setdefault(agreement.slug, set()).update(
        r["agreement"] for r in relations if r.get("kind") == "replaces" and number is not None
    )
    _load_rows(under_way, session, head, version, rows)
    if number is not None:
        version.state = State.PUBLISHED
        session.flush()


def _number(head: Located, path: Path, state: str) -> int | None:
    """A published version's number is its file's name; a draft has none yet."""
    if state != State.PUBLISHED:
        return None
    if not path.stem.isdecimal() or path.stem != str(int(path.stem)):
        raise head.refuse("state", "en offentliggjort udgaves fil skal hedde sit nummer, fx 1.md")
    return int(path.stem)


def _check_version(head: Located, values: dict[str, Any]) -> None:
    begins, ends = values.get("in_force_from"), values.get("in_force_until")
    if begins and ends and ends <= begins:
        raise head.refuse("in_force_until", "udgaven ophører, før den træder i kraft")
    if not begins and not values.get("made_under"):
        raise head.refuse("in_force_from", "mangler, og udgaven er ikke indgået under en periode")


def _load_parties(
    under_way: _Load, session: Session, head: Located, version: Version, parties: Any
) -> None:
    if not isinstance(parties, Located) or not parties:
        raise head.refuse("parties", "mangler: skriv parterne under hver rolle")
    for role, organisations in parties.items():
        if role not in under_way.keys[Scheme.PARTY_ROLES]:
            raise parties.refuse(role, "er ikke en rolle for parter")
        spec = Spec(role, list, True, Scheme.ORGANISATIONS)
        for organisation in _checked(under_way, parties, spec, organisations):
            party = Party(version_id=_id(version), organisation=organisation, role=role)
            _add(under_way, session, party)


def _load_relations(
    under_way: _Load, session: Session, head: Located, version: Version, relations: Any
) -> None:
    if not isinstance(relations, list) or not all(isinstance(r, Located) for r in relations):
        raise head.refuse("relations", "skal være en liste med «kind» og «agreement»")
    for relation in relations:
        kind = Spec("kind", str, True, choices=LIMITED["relation"])
        slug = Spec("agreement", str, True, AGREEMENTS)
        _add(
            under_way,
            session,
            Relation(
                version_id=_id(version),
                kind=_value(under_way, relation, kind),
                agreement=_value(under_way, relation, slug),
            ),
        )


def _load_rows(
    under_way: _Load, session: Session, head: Located, version: Version, rows: Any
) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, Located) for row in rows):
        raise head.refuse("rows", "skal være en liste af snitflader med felter")
    headings = {section.title for section in sections(version.body)}
    keys: set[str] = set()
    for position, row in enumerate(rows):
        values = _values(under_way, row, Snitflade)
        if not SLUG.match(values["key"]):
            raise row.refuse("key", "må kun have små bogstaver a-z, tal og bindestreg")
        if values["key"] in keys:
            raise row.refuse("key", f"«{values['key']}» står to gange")
        if values["section"] not in headings:
            raise row.refuse("section", f"aftalens tekst har intet afsnit «{values['section']}»")
        keys.add(values["key"])
        _add(under_way, session, Snitflade(version_id=_id(version), position=position, **values))
    session.flush()


def _id(item: Agreement | Version) -> int:
    """The id that the database gave at the flush."""
    assert item.id is not None
    return item.id


def _add(under_way: _Load, session: Session, item: SQLModel) -> None:
    session.add(item)
    under_way.found.append(item)


def _values(under_way: _Load, entry: Located, model: type[SQLModel]) -> dict[str, Any]:
    """The entry's fields, checked one by one. Raises BadContent at the first fault."""
    known = {spec.name: spec for spec in specs(model)}
    for name in entry:
        if name not in known:
            raise entry.refuse(name, "er ikke et felt her")
    values = {
        name: value
        for name, spec in known.items()
        if (value := _value(under_way, entry, spec)) is not None
    }
    if "recorded_at" in known and "recorded_at" not in values:
        raise entry.refuse("recorded_at", "mangler")
    return values


def _value(under_way: _Load, entry: Located, spec: Spec) -> Any:
    value = entry.get(spec.name)
    if value is None or (spec.required and value in ("", [])):
        if spec.required:
            raise entry.refuse(spec.name, "mangler")
        return None
    return _checked(under_way, entry, spec, value)


def _checked(under_way: _Load, entry: Located, spec: Spec, value: Any) -> Any:
    if not _fits(value, spec.type):
        raise entry.refuse(spec.name, f"«{value}» er ikke {DANISH_TYPE[spec.type]}")
    if isinstance(value, str):
        value = value.strip()
    if isinstance(value, datetime) and value.tzinfo is None:
        value = value.replace(tzinfo=COPENHAGEN)
    if spec.choices and value not in spec.choices:
        raise entry.refuse(spec.name, f"«{value}» er ikke en af: {', '.join(spec.choices)}")
    if spec.scheme:
        for key in value if isinstance(value, list) else [value]:
            if key not in under_way.keys[spec.scheme]:
                raise entry.refuse(spec.name, f"«{key}» findes ikke ({spec.scheme})")
    return value


def _fits(value: Any, wanted: type) -> bool:
    if wanted is list:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is date:
        return isinstance(value, date) and not isinstance(value, datetime)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, wanted)
