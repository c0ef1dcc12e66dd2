"""What the form of a choice asks for in one vocabulary that needs words of its own for
it: what a field is called there, and what to write in it.
"""

from collections.abc import Iterable, Mapping

from registry.rules.fields import Field, Scheme

# A field of such a vocabulary that is not named here is not asked for, but for those
# that every record has.
ASKED_OF_ALL = frozenset({"key", "source", "reason"})
ASKED: Mapping[str, Mapping[str, tuple[str, str]]] = {
    Scheme.PLAIN_WORDS: {
        "label": (
            "Sådan får borgeren det fortalt",
            "En opgave skrives uden den, der gør den, og begynder med det, der bliver "
            "gjort: «giver dig …». En betingelse begynder med «Hvis du …» og slutter "
            "med punktum. Skriv aldrig mere, end rækken siger.",
        ),
        "also": (
            "Rækkens tekst",
            "Ordret, som den står i rækken. Passer et eneste tegn ikke, får borgeren "
            "rækkens egen tekst.",
        ),
    }
}


def suited(fields: Iterable[Field], scheme: str) -> list[Field]:
    """The fields that the form of a choice of that vocabulary asks for; all, as they
    are, where it needs no words of its own.
    """
    own = ASKED.get(scheme)
    if own is None:
        return list(fields)
    return [
        _named(field, own) for field in fields if field.name in {*own, *ASKED_OF_ALL}
    ]


def asked_as(field: Field, scheme: str | None) -> str:
    """What the form of a choice of that vocabulary calls the field."""
    return ASKED.get(scheme or "", {}).get(field.name, (field.label, ""))[0]


def _named(field: Field, own: Mapping[str, tuple[str, str]]) -> Field:
    label, hint = own.get(field.name, (field.label, field.hint))
    return field._replace(label=label, hint=hint)
