"""The cards of contacts: the ways to reach an organisation that the catalogue knows."""

from registry.catalogue import addresses
from registry.catalogue.snapshot import Snapshot
from registry.search.cards.card import Card, CardDocument, facts
from registry.search.cards.organisations import names_of


def contact_documents(snapshot: Snapshot) -> list[CardDocument]:
    """Every organisation that is known to be reached somewhere: none is made up."""
    return [
        _contact(snapshot, slug)
        for slug in dict.fromkeys(p.organisation for p in snapshot.contact_points)
        if slug in snapshot.organisations
    ]


def _contact(snapshot: Snapshot, slug: str) -> CardDocument:
    points = snapshot.contacts(slug)
    card = Card(
        kind="contact",
        title=snapshot.organisation_name(slug),
        facts=facts(
            *((p.function, " ".join(filter(None, (p.phone, p.hours)))) for p in points)
        ),
        source="; ".join(dict.fromkeys(p.source for p in points if p.source)),
        url=addresses.organisation(snapshot, slug),
    )

    return CardDocument(slug, card, tuple(names_of(snapshot.organisations[slug])))
