"""What the gates need to know beside the text: vocabulary, parties, and the version
before.
"""

from collections.abc import Iterable
from functools import partial

from registry.catalogue.destinations import anchors_of, page_at, pointing_at
from registry.catalogue.findings import GAP, KINDS, OVERLAP, Found
from registry.catalogue.impact import Impact
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import ShownVersion, Snapshot
from registry.catalogue.suggested import suggested
from registry.clock import today
from registry.gates.finding import Foreseen, PointedAt, Surroundings
from registry.models import ADOPTED, Adoption, Term
from registry.render import sections
from registry.rules.fields import Scheme
from registry.rules.version_content import VersionContent, content_of


def surroundings_of(
    catalogue: Catalogue,
    slug: str,
    content: VersionContent,
    fingerprint: str,
    *,
    kept_numbers: tuple[str, ...] = (),
    impact: Impact | None = None,
    refused: frozenset[str] = frozenset(),
    sentences_lost: frozenset[str] = frozenset(),
) -> Surroundings:
    """The catalogue of today around one draft of an agreement.

    `kept_numbers`: what is kept beside its text and holds a CPR number. `impact`: what
    it would change in the findings, where that is asked. `refused` and
    `sentences_lost`: what was decided on the rows suggested from it.
    """
    snapshot = catalogue.today()
    agreement = snapshot.agreements.get(slug)
    previous = max(agreement.versions, key=lambda v: v.number) if agreement else None

    return Surroundings(
        slug=slug,
        on=today(),
        headings=frozenset(s.title for s in sections(content.values["body"])),
        previous=published_content(previous) if previous else None,
        labels=snapshot.label,
        known=snapshot.known_keys,
        actor_sectors={
            key: choice.sector or ""
            for key, choice in snapshot.vocabulary.schemes[Scheme.ACTORS].items()
        },
        organisation_sectors={
            o.slug: o.sector or "" for o in snapshot.organisations.values()
        },
        replaces=_replaced_by_others(snapshot, slug),
        confusable_pairs=tuple(_confusable(snapshot.terms.values())),
        adopted=adopted_by(snapshot, slug, fingerprint),
        kept_numbers=kept_numbers,
        created=_foreseen(slug, impact.created) if impact else (),
        closed=_foreseen(slug, impact.closed) if impact else (),
        suggested=partial(suggested, snapshot),
        refused=refused,
        sentences_lost=sentences_lost,
        anchors=anchors_of(content.values["body"], ()),
        page_at=partial(page_at, snapshot),
        pointed_at=tuple(_pointed_at(snapshot, slug)),
    )


def _pointed_at(snapshot: Snapshot, slug: str) -> Iterable[PointedAt]:
    agreement = snapshot.agreements.get(slug)
    rows = {row.snitflade.key for row in agreement.shown.rows} if agreement else set()
    for placed, place in pointing_at(snapshot, slug):
        yield PointedAt(placed.title, placed.link.words, place, place in rows)


def _replaced_by_others(snapshot: Snapshot, slug: str) -> dict[str, frozenset[str]]:
    return {
        other.slug: frozenset(
            r.agreement for r in other.shown.relations if r.kind == "replaces"
        )
        for other in snapshot.agreements.values()
        if other.slug != slug
    }


def _foreseen(slug: str, listed: Iterable[Found]) -> tuple[Foreseen, ...]:
    """The overlaps and gaps. Of duties on non-parties another gate speaks."""
    own = f"{slug}."
    return tuple(
        Foreseen(
            KINDS[found.kind].label,
            found.text,
            tuple(r.removeprefix(own) for r in found.rows if r.startswith(own)),
        )
        for found in listed
        if found.kind in (OVERLAP, GAP)
    )


def published_content(version: ShownVersion) -> VersionContent:
    """The content of a published version, as recorded."""
    rows = [row.snitflade for row in version.rows]
    return content_of(version.version, rows, version.parties, version.relations)


def adopted_by(snapshot: Snapshot, slug: str, fingerprint: str) -> frozenset[str]:
    """The organisations whose standing decision on this very text is that they adopt
    it.
    """
    return frozenset(
        record.organisation
        for record in snapshot.records_of(Adoption, slug)
        if record.fingerprint == fingerprint and record.decision == ADOPTED
    )


def _confusable(
    terms: Iterable[Term],
) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each pair of terms not to be used for each other, once, in all the forms they
    have.
    """
    listed = list(terms)
    forms = {form.lower(): term for term in listed for form in _forms(term)}

    seen: set[frozenset[str]] = set()
    for term in listed:
        for name in term.confusable:
            other = forms.get(name.lower())
            pair = frozenset({term.key, other.key if other else name.lower()})
            if pair not in seen and len(pair) == 2:
                seen.add(pair)
                yield _forms(term), _forms(other) if other else (name,)


def _forms(term: Term) -> tuple[str, ...]:
    return (term.term, *term.same, *term.abbreviations)
