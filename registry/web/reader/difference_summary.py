"""What differs between two versions in a sentence, and where only a reader can tell."""

from registry.rules.differences import Differences, RowDifference, RowKind
from registry.rules.fields import (
    ROW_FIELDS_BY_NAME,
    THREE_FIELDS,
    VERSION_FIELDS,
    VERSION_FIELDS_BY_NAME,
    Kind,
)

# What became of a row in a word, and how such rows are counted.
ROW_WORDS = {
    RowKind.CHANGED: ("Ændret", "ansvaret er ændret i {} {}"),
    RowKind.ADDED: ("Tilføjet", "{} {} er kommet til"),
    RowKind.REMOVED: ("Fjernet", "{} {} er fjernet"),
}
# What the sentence on top calls the fields that are no texts.
CALLED = {field.name: field.summed for field in VERSION_FIELDS if field.summed}
WORDING, OTHERS = "ordlyden", "øvrige oplysninger"
IN_WORDS = (Kind.TEXT, Kind.MARKDOWN, Kind.TEXTS)


def summary(differences: Differences) -> str:
    """What kind of things differ, responsibility first."""
    if not differences:
        return "De to udgaver siger det samme."
    if differences.has_responsibility:
        return _counted(differences)

    # Who the parties are, and whom the agreement concerns, says to whom the rows apply.
    frame = {change.name for change in differences.fields} & {"target_groups"}
    of = "Ansvaret i snitfladerne" if differences.parties or frame else "Ansvaret"
    return f"{of} er uændret: Der er kun ændret i {_listed(_kinds(differences))}."


def caution(differences: Differences) -> str:
    """Which of the three fields have other words; empty for none."""
    changed = {change.name for change in differences.fields}
    names = [f.label for f in THREE_FIELDS if f.name in changed]
    if not names:
        return ""
    return (
        f"Teksten er ændret under {_listed(names)}. Læs selv, om de nye ord ændrer, "
        "hvem der har ansvaret."
    )


def rows_of_responsibility(
    differences: Differences, kind: RowKind
) -> list[RowDifference]:
    """The rows of that kind that say anything else of responsibility."""
    said = [
        row
        for row in differences.rows
        if row.responsibility or row.kind is not RowKind.CHANGED
    ]
    return [row for row in said if row.kind is kind]


def _counted(differences: Differences) -> str:
    counted = []
    for kind, (_, text) in ROW_WORDS.items():
        if number := len(rows_of_responsibility(differences, kind)):
            rows = "snitflade" if number == 1 else "snitflader"
            counted.append(text.format(number, rows))
    text = ", og ".join(filter(None, (", ".join(counted[:-1]), counted[-1])))
    return f"{text[0].upper()}{text[1:]}."


def _kinds(differences: Differences) -> list[str]:
    """What was changed beside responsibility, the weightier first."""
    rows = [
        ROW_FIELDS_BY_NAME[change.name]
        for row in differences.rows
        for change in row.wording
    ]
    fields = [VERSION_FIELDS_BY_NAME[change.name] for change in differences.fields]

    called = {CALLED[f.name] for f in fields if f.name in CALLED}
    called |= {
        WORDING if f.kind in IN_WORDS and not f.options else OTHERS
        for f in (*rows, *(f for f in fields if f.name not in CALLED))
    }
    called |= {"parter"} if differences.parties else set()
    called |= {"sammenhængen med andre aftaler"} if differences.relations else set()
    called |= {"snitfladernes rækkefølge"} if differences.reordered else set()

    order = (
        "parter",
        "målgrupper",
        "datoer",
        "sammenhængen med andre aftaler",
        WORDING,
        OTHERS,
    )
    return sorted(
        called, key=lambda word: order.index(word) if word in order else len(order)
    )


def _listed(words: list[str]) -> str:
    return " og ".join(filter(None, (", ".join(words[:-1]), words[-1])))
