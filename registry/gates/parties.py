"""The gates of a version's parties: who stands behind the agreement."""

from collections import Counter

from registry.gates.gate import (
    ERROR,
    WARNING,
    GateHits,
    Grounds,
    Surroundings,
    gate,
    main,
)
from registry.gates.wording import enumerated
from registry.rules.fields import Scheme
from registry.rules.party_roles import FORMAL, INVITED
from registry.rules.version_content import VersionContent

NO_ADOPTION = "kraever-ingen"


@gate(
    "for-faa-parter",
    ERROR,
    "Aftalen har færre end to formelle parter. Tilføj dem, der indgår aftalen.",
    only=Grounds.AGREED,
)
def too_few_parties(content: VersionContent, _: Surroundings) -> GateHits:
    """Whom the statute on health binds, or who only accedes, is no second party. A
    programme that others are invited to join is one party's until they do.
    """
    fewest = 1 if content.parties.get(INVITED) else 2
    if len(formal_parties(content)) < fewest:
        yield main("parties"), {}


@gate(
    "kun-en-sektor",
    ERROR,
    "De formelle parter er alle fra samme sektor ({sector}). En samarbejdsaftale "
    "går på tværs: Tilføj parten fra den anden sektor.",
    only=Grounds.AGREED,
)
def one_sector(content: VersionContent, around: Surroundings) -> GateHits:
    """Silent of a single party, of which too_few_parties speaks."""
    formal = formal_parties(content)
    sectors = {around.organisation_sectors.get(name, "") for name in formal} - {""}
    if len(formal) >= 2 and len(sectors) < 2:
        names = [around.labels(Scheme.SECTORS, sector).lower() for sector in sectors]
        yield main("parties"), {"sector": names[0] if names else "ukendt"}


@gate(
    "part-to-gange",
    ERROR,
    "{party} står mere end én gang blandt parterne. En part har én rolle: Behold "
    "den rigtige.",
)
def party_twice(content: VersionContent, around: Surroundings) -> GateHits:
    """Twice in one role, or once in each of two."""
    listed = Counter(name for names in content.parties.values() for name in names)
    for name, times in listed.items():
        if times > 1:
            yield main("parties"), {"party": around.labels(Scheme.ORGANISATIONS, name)}


@gate(
    "ukendt-part",
    ERROR,
    "{what} «{key}» blandt parterne findes ikke i kataloget. Vælg en anden.",
)
def unknown_party(content: VersionContent, around: Surroundings) -> GateHits:
    """Roles, and organisations in whatever role, that the catalogue does not have."""
    for role, names in content.parties.items():
        if role not in around.known.get(Scheme.PARTY_ROLES, ()):
            yield main("parties"), {"what": "Rollen", "key": role}
        for name in names:
            if name not in around.known.get(Scheme.ORGANISATIONS, ()):
                yield main("parties"), {"what": "Organisationen", "key": name}


@gate(
    "vedtagelse-mangler",
    WARNING,
    "{missing} af {all} formelle parter har ikke vedtaget denne tekst: {names}. "
    "Registrér vedtagelserne, når de kommer.",
    only=Grounds.AGREED,
)
def not_adopted(content: VersionContent, around: Surroundings) -> GateHits:
    """Only adoptions of this very text count. What needs no adoption lacks none."""
    formal = formal_parties(content)
    missing = [name for name in formal if name not in around.adopted]

    if missing and content.values["adoption_rule"] != NO_ADOPTION:
        names = [around.labels(Scheme.ORGANISATIONS, name) for name in missing]
        words = {
            "missing": str(len(missing)),
            "all": str(len(formal)),
            "names": enumerated(names),
        }
        yield main("parties"), words


def formal_parties(content: VersionContent) -> tuple[str, ...]:
    """Those who enter into the agreement, each once, in the order given."""
    return tuple(dict.fromkeys(content.parties.get(FORMAL, ())))
