"""What of the catalogue a text may lead to, found by a few words of its name."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.language.danish import fold
from registry.markup.markdown_html import sections
from registry.rules.version_content import VersionContent

MOST = 20


class Reference(NamedTuple):
    """Something to lead to: its name, what it is, and its address."""

    title: str
    about: str
    address: str


def references(
    snapshot: Snapshot, content: VersionContent, words: str
) -> list[Reference]:
    """What has all the words in its name: the text's own sections and rows first, then
    agreements, rows and terms; those that begin with the words before others.
    """
    wanted = fold(words).split()
    if not wanted:
        return []

    own = [one for one in _own(content) if _has(one, wanted)]
    others = [one for one in _all(snapshot) if _has(one, wanted)]
    others.sort(key=lambda one: not fold(one.title).startswith(wanted[0]))
    return [*own, *others][:MOST]


def _has(reference: Reference, wanted: Iterable[str]) -> bool:
    name = fold(f"{reference.title} {reference.about}")
    return all(word in name for word in wanted)


def _own(content: VersionContent) -> Iterator[Reference]:
    for section in sections(content.values["body"]):
        if section.anchor:
            yield Reference(section.title, "afsnit i denne tekst", f"#{section.anchor}")
    for row in content.rows:
        yield Reference(row["task"], "snitflade i denne udgave", f"#{row['key']}")


@kept_with_snapshot
def _all(snapshot: Snapshot) -> tuple[Reference, ...]:
    agreements = snapshot.sorted_agreements()
    rows = [row for agreement in agreements for row in agreement.shown.rows]
    titles = {a.slug: a.shown.version.title for a in agreements}

    return (
        *(
            Reference(titles[a.slug], "aftale", f"/aftaler/{a.slug}")
            for a in agreements
        ),
        *(
            Reference(
                row.snitflade.task,
                f"snitflade i {titles[row.agreement]}",
                f"/snitflader/{row.id}",
            )
            for row in rows
        ),
        *(
            Reference(term.term, "ord i ordlisten", f"/ordliste#{term.key}")
            for term in snapshot.terms.values()
        ),
    )
