"""What a Word file would have had from elsewhere, and its macros: the file is read
without them, nothing is fetched or run, and what is left out is told with its place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from registry.intake.docx import drawings
from registry.intake.docx.package import Outside, Package
from registry.intake.docx.places import of_part
from registry.intake.docx.refusals import cut
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.xml import MC, Node, O, R
from registry.intake.read_text import Concern, Piece

OLDER = f"{{{MC}}}Fallback"
MACROS = "Filens makroer er udeladt og ikke kørt; teksten er læst uden dem"
IN_MACROS = "i filens makroer, ikke i teksten"
OBJECT = (
    "1 objekt (fx et regneark), der ligger uden for filen, er ikke hentet; den tekst, "
    "det viste sidst, står der stadig",
    "{} objekter (fx regneark), der ligger uden for filen, er ikke hentet; den tekst, "
    "de viste sidst, står der stadig",
)
MERGED = (
    "Brevfletningens data er ikke hentet; felterne står med det, de viste sidst",
    "Brevfletningens data ({} steder) er ikke hentet; felterne står med det, de viste "
    "sidst",
)
TEMPLATE = (
    "Filens skabelon ligger et andet sted og er ikke hentet; teksten er læst uden den",
    "Filens skabeloner ({}) ligger andre steder og er ikke hentet; teksten er læst "
    "uden dem",
)
PICTURE = (
    "1 billede, der ligger uden for filen, er ikke hentet",
    "{} billeder, der ligger uden for filen, er ikke hentet",
)
OTHER = (
    "1 henvisning til noget uden for filen er ikke fulgt",
    "{} henvisninger til noget uden for filen er ikke fulgt",
)
# One of it and many of it, by the last word of the relationship's type.
SENTENCES: Mapping[str, tuple[str, str]] = {
    "attachedtemplate": TEMPLATE,
    "image": PICTURE,
    "oleobject": OBJECT,
    "package": OBJECT,
    "mailmergesource": MERGED,
    "mailmergeheadersource": MERGED,
}


def tell(package: Package, body: Node, remarks: Remarks) -> None:
    """Tell of all that the file is read without, before anything is taken out of it."""
    if package.has_macros:
        remarks.add(Concern.LEFT_OUT, MACROS, Piece("", IN_MACROS))

    users = _users(package, body)
    by_sentence: dict[tuple[str, str], list[Piece]] = {}
    for outside in package.outside:
        sentences = SENTENCES.get(outside.kind, OTHER)
        by_sentence.setdefault(sentences, []).extend(
            _pieces(package, outside, users, remarks)
        )
    for (one, many), pieces in by_sentence.items():
        remarks.count(Concern.LEFT_OUT, one, many, pieces)


def _pieces(
    package: Package,
    outside: Outside,
    users: Mapping[str, Sequence[Node]],
    remarks: Remarks,
) -> Iterator[Piece]:
    """One for each place where it was used."""
    target = cut(outside.target)
    used = users.get(outside.key, ()) if outside.part == package.main else ()
    for node in used:
        drawn = next(node.iterancestors(*drawings.DRAWN), None)
        words = target if drawn is None else _described(drawn, target)
        yield remarks.piece(node, words)
    if not used:
        yield Piece(target, of_part(outside.part))


def _described(drawn: Node, target: str) -> str:
    drawn.set(drawings.REMARKED, "1")
    shown = drawings.alternative(drawn)
    return f"{shown} ({target})" if shown else target


def _users(package: Package, body: Node) -> dict[str, list[Node]]:
    """The elements that refer to something outside, by the key of its relation."""
    keys = {outside.key for outside in package.outside if outside.part == package.main}
    users: dict[str, list[Node]] = {}
    if not keys:
        return users

    for node in body.iter():
        for key in _keys(node):
            if key in keys and next(node.iterancestors(OLDER), None) is None:
                users.setdefault(key, []).append(node)
    return users


def _keys(node: Node) -> Iterable[str]:
    return {
        str(written)
        for name, written in node.attrib.items()
        if name.startswith((f"{{{R}}}", f"{{{O}}}"))
    }
