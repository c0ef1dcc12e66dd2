"""What the gates need to know beside the text: vocabulary, parties, and the version before."""

from collections.abc import Iterable

from registry.catalogue import Catalogue
from registry.clock import today
from registry.fields import Scheme
from registry.models import Adoption, Term
from registry.publishing.adoption_lines import ADOPTED
from registry.publishing.finding import Surroundings
from registry.render import sections
from registry.snapshot import ShownVersion, Snapshot
from registry.version_content import VersionContent, content_of


def surroundings_of(
    catalogue: Catalogue, slug: str, content: VersionContent, fingerprint: str
) -> Surroundings:
    """The catalogue of today around one draft of an agreement."""
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
            key: word.sector or ""
            for key, word in snapshot.vocabulary.schemes[Scheme.ACTORS].items()
        },
        organisation_sectors={o.slug: o.sector or "" for o in snapshot.organisations.values()},
        replaces={
            other.slug: frozenset(
                r.agreement for r in other.shown.relations if r.kind == "replaces"
            )
            for other in snapshot.agreements.values()
            if other.slug != slug
        },
        confusable_pairs=tuple(_confusable(snapshot.terms.values())),
        adopted=adopted_by(snapshot, slug, fingerprint),
    )


def published_content(version: ShownVersion) -> VersionContent:
    """The content of a published version, as recorded."""
    rows = [row.snitflade for row in version.rows]
    return content_of(version.version, rows, version.parties, version.relations)


def adopted_by(snapshot: Snapshot, slug: str, fingerprint: str) -> frozenset[str]:
    """The organisations whose standing decision on this very text is that they adopt it."""
    return frozenset(
        record.organisation
        for record in snapshot.records_of(Adoption, slug)
        if record.fingerprint == fingerprint and record.decision == ADOPTED
    )


def _confusable(terms: Iterable[Term]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each pair of terms not to be used for each other, once, in all the forms they have."""
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
