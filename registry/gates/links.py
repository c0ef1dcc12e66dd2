"""The gates of a text's links within the catalogue: a reader must be able to follow
them, also those that others have made to this agreement.
"""

from collections.abc import Iterator

from registry.gates.gate import ERROR, WARNING, GateHits, Surroundings, gate, main
from registry.gates.texts import MARKDOWN_FIELDS
from registry.markup.links import Link, links_of
from registry.rules.fields import BODY, Field
from registry.rules.link_targets import Page, Wrong, wrong_with
from registry.rules.version_content import VersionContent


@gate(
    "link-foerer-ingen-steder-hen",
    ERROR,
    "«{field}»: Linket «{words}» fører til {href}, som ikke findes i kataloget. Ret "
    "adressen, fjern linket, eller lad godkenderen underskrive en grund til, at det "
    "står.",
    signable=True,
)
def dead_link(content: VersionContent, around: Surroundings) -> GateHits:
    """The reader would be told that there is no such page. One that is to come, or
    that is quoted, is signed for.
    """
    for field, link in _wrong(content, around, Wrong.NO_PAGE):
        yield main(field.name), _link_words(field, link)


@gate(
    "link-til-intet-afsnit",
    WARNING,
    "«{field}»: Linket «{words}» fører til {href}. Siden findes, men har ikke det "
    "afsnit eller den snitflade, der står efter #. Ret linket.",
)
def no_such_place(content: VersionContent, around: Surroundings) -> GateHits:
    """The reader comes to the page, and not to the place."""
    for field, link in _wrong(content, around, Wrong.NO_PLACE):
        yield main(field.name), _link_words(field, link)


@gate(
    "andres-henvisning-brydes",
    WARNING,
    "«{title}» henviser til {place} i denne aftale («{words}»), og {place} er ikke i "
    "denne udgave. Behold navnet, eller ret også «{title}».",
)
def place_dropped(content: VersionContent, around: Surroundings) -> GateHits:
    """Others lead to a section or a row that is there today and not in this version."""
    own = own_page(content, around)
    for pointer in around.pointed_at:
        if own.anchors is not None and pointer.place not in own.anchors:
            where = main("rows") if pointer.is_row else main(BODY.name)
            kind = "snitfladen" if pointer.is_row else "afsnittet"
            what = f"{kind} #{pointer.place}"
            yield (
                where,
                {"title": pointer.title, "place": what, "words": pointer.words},
            )


def own_page(content: VersionContent, around: Surroundings) -> Page:
    """The agreement's page as this version would make it."""
    return Page(around.anchors | {row["key"] for row in content.rows})


def _wrong(
    content: VersionContent, around: Surroundings, wrong: Wrong
) -> Iterator[tuple[Field, Link]]:
    own = own_page(content, around)

    def find(path: str) -> Page | None:
        if path == f"/aftaler/{around.slug}":
            return own
        row = f"/snitflader/{around.slug}."
        if path.startswith(row):
            keys = {row["key"] for row in content.rows}
            return Page() if path.removeprefix(row) in keys else None
        return around.page_at(path)

    for field in MARKDOWN_FIELDS:
        for link in links_of(content.values[field.name]):
            if wrong_with(link.href, own, find) is wrong:
                yield field, link


def _link_words(field: Field, link: Link) -> dict[str, str]:
    said = {"words": link.words, "href": link.href}
    return {"field": field.label, "quote": f"[{link.words}]({link.href})", **said}
