"""The gates of rules that stand in a statute and hold for everyone: it stands where
an agreement has its parties.
"""

from registry.gates.gate import ERROR, GateHits, Grounds, Surroundings, gate, main
from registry.rules.fields import VERSION_FIELDS_BY_NAME
from registry.rules.kinds import OF_AGREED
from registry.rules.version_content import VersionContent


@gate(
    "lovgrundlag-mangler",
    ERROR,
    "Reglerne står i en lov, men lovgrundlaget mangler. Skriv loven og paragraffen.",
    only=Grounds.LAW,
)
def no_legal_basis(content: VersionContent, _: Surroundings) -> GateHits:
    """Without the statute nobody can see that the rule holds."""
    if not content.values["legal_basis"]:
        yield main("legal_basis"), {}


@gate(
    "aftalt-i-lov",
    ERROR,
    "«{field}» hører ikke til regler, der står i en lov: De gælder, uden at nogen "
    "aftaler dem. Tøm feltet, eller vælg en anden type aftale.",
    only=Grounds.LAW,
)
def agreed_in_law(content: VersionContent, _: Surroundings) -> GateHits:
    """Nobody is a party to a statute, adopts it or continues it."""
    for name in OF_AGREED:
        if content.values[name]:
            yield main(name), {"field": VERSION_FIELDS_BY_NAME[name].label}
    if any(content.parties.values()):
        yield main("parties"), {"field": "Parter"}
