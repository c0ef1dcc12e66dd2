"""Reading agreements from files: each version as a draft with its children, then
published.
"""

from pathlib import Path
from typing import Any

from sqlmodel import Session

from registry.catalogue.headings import headings_of
from registry.content.files import Located, read_markdown
from registry.content.schema import AGREEMENTS, LIMITED, Spec
from registry.content.under_way import UnderWay
from registry.content.values import checked, read_value, read_values, sized
from registry.errors import BadContent
from registry.models import (
    FINAL,
    Agreement,
    Approval,
    Party,
    Relation,
    Snitflade,
    State,
    Verdict,
    Version,
)
from registry.rules.fields import ROW_FIELDS, THREE_FIELDS, VERSION_FIELDS, Scheme
from registry.rules.keys import NOT_A_SLUG, SLUG
from registry.rules.kinds import OF_AGREED, is_statutory
from registry.rules.replacements import replacement_circle
from registry.rules.version_content import VersionContent, content_of, fingerprint

# What hangs on a version, and what a file without it says.
CHILDREN = (("parties", dict), ("relations", list), ("rows", list))


def load_agreements(session: Session, under_way: UnderWay) -> None:
    """Every agreement of the folder with its versions, in the load's own transaction.

    Raises BadContent at the first fault: a text, a row or a party that does not hold, a
    second draft of one agreement, or agreements that replace each other in a circle.
    """
    for folder in sorted((under_way.root / "agreements").glob("*")):
        if not folder.is_dir():
            continue

        agreement = Agreement(slug=_slug(folder, under_way.root))
        under_way.add(session, agreement)
        session.flush()
        # By number, with 10 after 9; a draft, whose name is no number, comes last.
        for path in sorted(folder.glob("*.md"), key=lambda p: (len(p.stem), p.stem)):
            _load_version(session, under_way, path, agreement)

    circle = replacement_circle(under_way.replaces)
    if circle:
        path_of = f"agreements/{circle[0]}"
        raise BadContent(
            path_of, 1, "relations", f"aftaler afløser i ring: {' → '.join(circle)}"
        )


def _slug(path: Path, root: Path) -> str:
    if not SLUG.match(path.name):
        name = path.relative_to(root).as_posix()
        raise BadContent(name, 1, "slug", NOT_A_SLUG)
    return path.name


def _load_version(
    session: Session, under_way: UnderWay, path: Path, agreement: Agreement
) -> None:
    """One version as a draft, with its children; then published, where the file says
    so.
    """
    head, body = read_markdown(path, under_way.root)
    children = [head.pop(name, empty()) for name, empty in CHILDREN]
    values = read_values(under_way.keys, head, Version, _may_lack(head))
    if head.get("state") == State.PUBLISHED:
        _check_version(head, values)

    state = values.pop("state")
    number = _number(head, path, state)
    if state in (State.APPROVED, State.FOR_ADOPTION):
        raise head.refuse(
            "state", "en godkendelse følger ikke med en fil; skriv in_approval"
        )

    if state not in FINAL:
        _note_draft(under_way, head, path, agreement)

    version = Version(
        **values,
        agreement_id=_id(agreement),
        number=number,
        state=State.DRAFT,
        body=sized(head, "body", body.strip()),
    )
    under_way.add(session, version)
    session.flush()

    said = _load_children(session, under_way, head, version, *children)
    version.fingerprint = fingerprint(agreement.slug, said)
    under_way.replaces.setdefault(agreement.slug, set()).update(
        said.relations.get("replaces", ()) if number is not None else ()
    )

    if number is not None:
        under_way.numbers.setdefault(agreement.slug, set()).add(number)
        _publish(session, version)
    else:
        version.state = state
        session.flush()


def _load_children(
    session: Session, under_way: UnderWay, head: Located, version: Version, *given: Any
) -> VersionContent:
    """What hangs on the version (CHILDREN), stored. Returns all that it then says."""
    parties = _load_parties(session, under_way, head, version, given[0])
    relations = _load_relations(session, under_way, head, version, given[1])
    rows = _load_rows(session, under_way, head, version, given[2])
    return content_of(version, rows, parties, relations)


def _note_draft(
    under_way: UnderWay, head: Located, path: Path, agreement: Agreement
) -> None:
    """An agreement has one open draft at most."""
    if agreement.slug in under_way.drafts:
        other = under_way.drafts[agreement.slug]
        raise head.refuse("state", f"aftalen har allerede en kladde: {other}")
    under_way.drafts[agreement.slug] = path.name


def _may_lack(head: Located) -> set[str]:
    """A draft may be unfinished; a published version lacks only what a reason was
    signed for.
    """
    if head.get("state") != State.PUBLISHED:
        return {field.name for field in VERSION_FIELDS}
    reasons = head.get("signed_reasons") or []
    return {
        f.name for f in THREE_FIELDS if any(f":{f.name}:" in str(r) for r in reasons)
    }


def _publish(session: Session, version: Version) -> None:
    """A published version in a file was approved where it came from; the file stands
    for that.
    """
    version.state = State.IN_APPROVAL
    session.flush()
    session.add(
        Approval(
            version_id=_id(version),
            revision=version.revision,
            fingerprint=version.fingerprint,
            verdict=Verdict.APPROVED,
            decided_by=version.recorded_by,
            at=version.recorded_at,
            signed_reasons=version.signed_reasons,
        )
    )

    session.flush()
    version.state = State.PUBLISHED
    session.flush()


def _number(head: Located, path: Path, state: str) -> int | None:
    """A published version's number is its file's name; a draft has none yet."""
    if state != State.PUBLISHED:
        return None
    if not path.stem.isdecimal() or path.stem != str(int(path.stem)):
        raise head.refuse(
            "state", "en offentliggjort udgaves fil skal hedde sit nummer, fx 1.md"
        )
    return int(path.stem)


def _check_version(head: Located, values: dict[str, Any]) -> None:
    begins, ends = values.get("in_force_from"), values.get("in_force_until")
    if begins and ends and ends <= begins:
        raise head.refuse("in_force_until", "udgaven ophører, før den træder i kraft")

    if is_statutory(values["kind"]):
        _check_rule_of_law(head, values)
    elif not begins and not values.get("made_under"):
        raise head.refuse(
            "in_force_from", "mangler, og udgaven er ikke indgået under en periode"
        )


def _check_rule_of_law(head: Located, values: dict[str, Any]) -> None:
    """A rule of law rests on a statute; no period and no party stands behind."""
    if not values.get("legal_basis"):
        raise head.refuse("legal_basis", "mangler: skriv den lov, reglen står i")
    for name in OF_AGREED:
        if values.get(name):
            raise head.refuse(name, "hører ikke til regler, der står i en lov")


def _load_parties(
    session: Session, under_way: UnderWay, head: Located, version: Version, parties: Any
) -> list[Party]:
    loaded: list[Party] = []
    if is_statutory(version.kind):
        if parties:
            raise head.refuse("parties", "hører ikke til regler, der står i en lov")
        return loaded

    if not isinstance(parties, Located) or not (parties or version.number is None):
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
            under_way.add(session, party)
            loaded.append(party)
    return loaded


def _load_relations(
    session: Session,
    under_way: UnderWay,
    head: Located,
    version: Version,
    relations: Any,
) -> list[Relation]:
    if not isinstance(relations, list) or not all(
        isinstance(r, Located) for r in relations
    ):
        raise head.refuse("relations", "skal være en liste med «kind» og «agreement»")

    kind_spec = Spec("kind", str, True, options=LIMITED["relation"])
    slug_spec = Spec("agreement", str, True, AGREEMENTS)
    seen: set[tuple[str, str]] = set()
    loaded: list[Relation] = []

    for relation in relations:
        for name in relation:
            if name not in ("kind", "agreement"):
                raise relation.refuse(name, "er ikke et felt her")
        kind = read_value(under_way.keys, relation, kind_spec)
        slug = read_value(under_way.keys, relation, slug_spec)

        if (kind, slug) in seen:
            raise relation.refuse("agreement", f"«{slug}» står to gange")
        seen.add((kind, slug))
        loaded.append(Relation(version_id=_id(version), kind=kind, agreement=slug))
        under_way.add(session, loaded[-1])
    return loaded


def _load_rows(
    session: Session, under_way: UnderWay, head: Located, version: Version, rows: Any
) -> list[Snitflade]:
    if not isinstance(rows, list) or not all(isinstance(row, Located) for row in rows):
        raise head.refuse("rows", "skal være en liste af snitflader med felter")

    unfinished = version.number is None
    may_lack = {field.name for field in ROW_FIELDS} - {"key"} if unfinished else set()
    headings = headings_of(version.model_dump())
    keys: set[str] = set()
    loaded: list[Snitflade] = []

    for position, row in enumerate(rows):
        values = read_values(under_way.keys, row, Snitflade, may_lack)
        if not SLUG.match(values["key"]):
            raise row.refuse("key", NOT_A_SLUG)
        if values["key"] in keys:
            raise row.refuse("key", f"«{values['key']}» står to gange")

        if values.get("section") not in headings and not unfinished:
            raise row.refuse(
                "section", f"aftalens tekst har intet afsnit «{values['section']}»"
            )

        keys.add(values["key"])
        loaded.append(Snitflade(version_id=_id(version), position=position, **values))
        under_way.add(session, loaded[-1])
    session.flush()
    return loaded


def _id(item: Agreement | Version) -> int:
    """The id that the database gave at the flush."""
    assert item.id is not None
    return item.id
