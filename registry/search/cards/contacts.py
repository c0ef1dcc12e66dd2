"""The cards of contacts: the ways to reach an organisation that the catalogue knows,
and that it knows none, where it does not.
"""

from registry.catalogue import addresses
from registry.catalogue.snapshot import Snapshot
from registry.rules.organisations import HOSPITAL, MUNICIPALITY, PSYCHIATRIC_CENTRE
from registry.rules.reaching import ELSEWHERE, WHEREABOUTS_OF
from registry.search.cards.card import Card, CardDocument, facts
from registry.search.cards.organisations import names_of

# Kinds of organisations that people ask a number of, and what is told where none is
# known.
REACHED = frozenset({MUNICIPALITY, HOSPITAL, PSYCHIATRIC_CENTRE})
UNKNOWN = "Intet nummer i kataloget"


def contact_documents(snapshot: Snapshot) -> list[CardDocument]:
    """Every organisation that is known to be reached somewhere, and those that people
    ask a number of: no number is made up.
    """
    known = [point.organisation for point in snapshot.contact_points]
    asked = [o.slug for o in snapshot.organisations.values() if o.kind in REACHED]
    return [
        _contact(snapshot, slug)
        for slug in dict.fromkeys((*known, *asked))
        if slug in snapshot.organisations
    ]


def _contact(snapshot: Snapshot, slug: str) -> CardDocument:
    points = snapshot.contacts(slug)
    card = Card(
        kind="contact",
        title=snapshot.organisation_name(slug),
        facts=facts(
            *((p.function, " ".join(filter(None, (p.phone, p.hours)))) for p in points)
        )
        or facts(
            ("Telefon", UNKNOWN),
            ("Spørg efter", _whom(snapshot.organisations[slug].kind)),
        ),
        source="; ".join(dict.fromkeys(p.source for p in points if p.source)),
        url=addresses.organisation(snapshot, slug),
    )

    one = snapshot.organisations[slug]
    return CardDocument(slug, card, tuple(names_of(one)), one.kind)


def _whom(kind: str) -> str:
    """Whom to ask for in an organisation of a kind; none where any will do."""
    return WHEREABOUTS_OF.get(kind, ELSEWHERE).function
