"""Reading the files into an empty database, in one transaction, or not at all."""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from registry import audit
from registry.content.files import Located, read_markdown, read_yaml
from registry.content.schema import (
    AGREEMENTS,
    FOLDERS,
    LIMITED,
    RECORD_FILES,
    Spec,
)
from registry.content.values import checked, read_value, read_values
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
NOT_A_SLUG = "må kun have små bogstaver a-z, tal og bindestreg"
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
    drafts: dict[str, str] = field(default_factory=dict)  # the file of the open draft by slug
    numbers: dict[str, set[int]] = field(default_factory=dict)  # published versions by slug


def is_empty(engine: Engine) -> bool:
    """True where no agreement, word or organisation has been recorded."""
    with Session(engine) as session:
        tables = (Agreement, Word, Term, Organisation, HealthAgreement)
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
    for key in data:
        if key not in ("recorded_at", "entries"):
            raise data.refuse(key, "er ikke et felt her")
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
        values = read_values(under_way.keys, entry, model)
        name = str(values[identity])
        if identity in ("key", "slug") and not SLUG.match(name):
            raise entry.refuse(identity, NOT_A_SLUG)
        if (name, values["recorded_at"]) in seen or ("ref" in columns and name in positions):
            raise entry.refuse(identity, f"«{name}» står to gange")
        seen.add((name, values["recorded_at"]))
        position = positions.setdefault(name, len(positions))
        if "position" in columns:
            values["position"] = position
        _check_link(under_way, entry, values)
        _check_record(under_way, entry, values, positions)
        _add(under_way, session, model(**fixed, **values))
    session.flush()


def _check_record(
    under_way: _Load, entry: Located, values: dict[str, Any], refs: dict[str, int]
) -> None:
    """What a record speaks of must be there: the version it concerns, the record it corrects."""
    if "version" in values and values["version"] not in under_way.numbers[values["agreement"]]:
        raise entry.refuse("version", f"aftalen har ingen udgave {values['version']}")
    if values.get("corrects") and values["corrects"] not in refs:
        raise entry.refuse("corrects", f"«{values['corrects']}» findes ikke før denne post")


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
        values = read_values(under_way.keys, head, HealthAgreement)
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
        raise BadContent(name, 1, "slug", NOT_A_SLUG)
    return path.name


def _load_version(under_way: _Load, session: Session, path: Path, agreement: Agreement) -> None:
    """One version as a draft, with its children; then published, where the file says so."""
    head, body = read_markdown(path, under_way.root)
    parties, relations = head.pop("parties", {}), head.pop("relations", [])
    rows = head.pop("rows", [])
    values = read_values(under_way.keys, head, Version)
    _check_version(head, values)
    state = values.pop("state")
    number = _number(head, path, state)
    if state not in (State.PUBLISHED, State.WITHDRAWN):
        if agreement.slug in under_way.drafts:
            other = under_way.drafts[agreement.slug]
            raise head.refuse("state", f"aftalen har allerede en kladde: {other}")
        under_way.drafts[agreement.slug] = path.name
    version = Version(
        **values,
        agreement_id=_id(agreement),
        number=number,
        state=_first_state(state),
        body=body.strip(),
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
        under_way.numbers.setdefault(agreement.slug, set()).add(number)
        version.state = State.PUBLISHED
        session.flush()


def _first_state(state: str) -> str:
    """A published version begins as a draft, since the database takes it in no other way."""
    return State.DRAFT if state == State.PUBLISHED else state


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
    seen: set[str] = set()
    for role, organisations in parties.items():
        if role not in under_way.keys[Scheme.PARTY_ROLES]:
            raise parties.refuse(role, "er ikke en rolle for parter")
        if not organisations:
            raise parties.refuse(role, "mangler: skriv parterne, eller fjern rollen")
        spec = Spec(role, list, True, Scheme.ORGANISATIONS)
        for organisation in checked(under_way.keys, parties, spec, organisations):
            if organisation in seen:
                raise parties.refuse(role, f"«{organisation}» står to gange")
            seen.add(organisation)
            party = Party(version_id=_id(version), organisation=organisation, role=role)
            _add(under_way, session, party)


def _load_relations(
    under_way: _Load, session: Session, head: Located, version: Version, relations: Any
) -> None:
    if not isinstance(relations, list) or not all(isinstance(r, Located) for r in relations):
        raise head.refuse("relations", "skal være en liste med «kind» og «agreement»")
    kind_spec = Spec("kind", str, True, choices=LIMITED["relation"])
    slug_spec = Spec("agreement", str, True, AGREEMENTS)
    seen: set[tuple[str, str]] = set()
    for relation in relations:
        for name in relation:
            if name not in ("kind", "agreement"):
                raise relation.refuse(name, "er ikke et felt her")
        kind = read_value(under_way.keys, relation, kind_spec)
        slug = read_value(under_way.keys, relation, slug_spec)
        if (kind, slug) in seen:
            raise relation.refuse("agreement", f"«{slug}» står to gange")
        seen.add((kind, slug))
        _add(under_way, session, Relation(version_id=_id(version), kind=kind, agreement=slug))


def _load_rows(
    under_way: _Load, session: Session, head: Located, version: Version, rows: Any
) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, Located) for row in rows):
        raise head.refuse("rows", "skal være en liste af snitflader med felter")
    headings = {section.title for section in sections(version.body)}
    keys: set[str] = set()
    for position, row in enumerate(rows):
        values = read_values(under_way.keys, row, Snitflade)
        if not SLUG.match(values["key"]):
            raise row.refuse("key", NOT_A_SLUG)
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
