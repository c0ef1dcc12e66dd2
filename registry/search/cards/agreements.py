"""The cards of agreements: whether each is in force, since when, whose it is, and what
took its place.
"""

from collections.abc import Sequence

from registry.catalogue import addresses
from registry.catalogue.agreement_words import begins, status_words
from registry.catalogue.snapshot import ShownAgreement, ShownVersion, Snapshot
from registry.catalogue.told import told
from registry.language.dates import danish_date
from registry.models import Review
from registry.rules.fields import VERSION_FIELDS_BY_NAME, Scheme
from registry.search.cards.card import Card, CardDocument, evidence, facts
from registry.search.cards.of_agreements import NO_AGREEMENT, OVER
from registry.search.room import MOST_OF_ROLE
from registry.unsaid import NOT_STATED_IN_WORDS

REPLACES = "replaces"


def agreement_documents(snapshot: Snapshot) -> list[CardDocument]:
    """Every agreement by what it is called and what it is about, and the card that
    tells of none.
    """
    none = Card(
        kind="agreement",
        title=NO_AGREEMENT,
        facts=facts(
            ("I kataloget", "Ingen aftale har det i sin titel eller omtale."),
            ("Enkelte snitflader", "En aftale om noget andet kan nævne det."),
            ("Uden for kataloget", NOT_STATED_IN_WORDS),
        ),
        source="",
        url=addresses.agreements(snapshot),
        absent=True,
    )

    shown = (_agreement(snapshot, one) for one in snapshot.sorted_agreements())
    return [*shown, CardDocument(NO_AGREEMENT, none, ())]


def _agreement(snapshot: Snapshot, one: ShownAgreement) -> CardDocument:
    version = one.shown.version

    card = Card(
        kind="agreement",
        title=version.title,
        facts=facts(
            ("Status på datoen", _status(snapshot, one)),
            ("I kraft", begins(snapshot, one.shown)),
            ("Udgaver", _editions(snapshot, one)),
            ("Om udgaven", version.change_note),
            *_parties(snapshot, one.shown),
            ("Ansvarlig for aftalen", _owner(snapshot, version.owner)),
            ("Gennemgået", _reviewed(snapshot, one)),
            ("Afløser", ", ".join(_replaced(snapshot, one.shown))),
            ("Kort", version.summary),
            evidence(version.date_confirmed),
        ),
        source="; ".join(version.evidence),
        url=addresses.agreement(snapshot, one.slug),
    )

    begun = " ".join(begins(snapshot, each) for each in one.versions)
    about = f"{version.title} {one.slug.replace('-', ' ')}"
    label = told(snapshot, VERSION_FIELDS_BY_NAME["kind"], version.kind)

    return CardDocument(
        one.slug,
        card,
        (),
        sort="" if one.answers else OVER,
        about=about,
        besides=f"{label} {version.summary} {version.change_note} {begun}",
    )


def _status(snapshot: Snapshot, one: ShownAgreement) -> str:
    said = filter(None, (one.status.status.value, *status_words(snapshot, one)))
    return ". ".join(sentence.rstrip(".") for sentence in said)


def _editions(snapshot: Snapshot, one: ShownAgreement) -> str:
    if len(one.versions) == 1:
        return ""
    lines = (f"{v.number}: {begins(snapshot, v)}" for v in one.versions)
    return "; ".join(lines)


def _parties(snapshot: Snapshot, version: ShownVersion) -> list[tuple[str, str]]:
    """The parties by their role, in the vocabulary's order."""
    roles = snapshot.vocabulary.schemes[Scheme.PARTY_ROLES]
    listed = [
        (
            choice.label.capitalize(),
            names_of_parties(snapshot, version.parties_in_role(role), MOST_OF_ROLE),
        )
        for role, choice in roles.items()
    ]

    return [
        (f"Part ({label.lower()})" if "part" not in label.lower() else label, names)
        for label, names in listed
        if names
    ] or [("Parter", NOT_STATED_IN_WORDS)]


def names_of_parties(snapshot: Snapshot, parties: Sequence[str], most: int) -> str:
    """Organisations by name; of more municipalities than `most` only the number."""
    municipalities = [slug for slug in parties if snapshot.is_municipality(slug)]
    if len(municipalities) <= most:
        return ", ".join(snapshot.organisation_name(slug) for slug in parties)

    rest = [snapshot.organisation_name(s) for s in parties if s not in municipalities]
    return ", ".join([*rest, f"{len(municipalities)} kommuner"])


def _owner(snapshot: Snapshot, slug: str | None) -> str:
    return snapshot.organisation_name(slug) if slug else ""


def _reviewed(snapshot: Snapshot, one: ShownAgreement) -> str:
    days = [review.effective_on for review in snapshot.records_of(Review, one.slug)]
    return f"senest {danish_date(max(days))}" if days else NOT_STATED_IN_WORDS


def _replaced(snapshot: Snapshot, version: ShownVersion) -> list[str]:
    named = [r.agreement for r in version.relations if r.kind == REPLACES]
    return [snapshot.label(Scheme.AGREEMENTS, slug) for slug in named]
