"""Titles of agreements: two that read alike are one, and the second is refused with the
way to the first. One that is too long to be a title is refused too.
"""

from sqlmodel import Session, col, select

from registry.errors import BadInput
from registry.language.normal import read_alike
from registry.models import Agreement, State, Version
from registry.publishing.writing import id_of

# As much as a Word file has room for among its properties.
LONGEST = 255


def refuse_long(title: str) -> None:
    """Raises BadInput for a title that no list and no file has room for."""
    if len(title) > LONGEST:
        raise BadInput(
            f"Titlen er på {len(title)} tegn. Skriv højst {LONGEST} tegn, og resten i "
            "resuméet.",
            "title",
        )


def refuse_alike(session: Session, title: str, slug: str) -> None:
    """Raises BadInput where a title of another agreement than `slug` reads as this."""
    stored = session.exec(
        select(Agreement.slug, Version.title)
        .join(Version, col(Version.agreement_id) == col(Agreement.id))
        .where(col(Version.state) != State.WITHDRAWN)
    )

    wanted = read_alike(title)
    for other_slug, other in stored:
        if other_slug != slug and read_alike(other) == wanted:
            raise BadInput(
                f"Titlen læses som «{other}», der er en anden aftale "
                f"({address_of(session, other_slug)}). Vælg en titel, der kan kendes "
                "fra den.",
                "title",
            )


def refuse_retitled(session: Session, before: str, title: str, slug: str) -> None:
    """The same for an agreement that has a title: one that stands already stays, and
    an empty one waits for its gate. Raises BadInput, also for one that became too long.
    """
    if title != before:
        refuse_long(title)
    wanted = read_alike(title)
    if wanted and wanted != read_alike(before):
        refuse_alike(session, title, slug)


def address_of(session: Session, slug: str) -> str:
    """Where an agreement is found: its page, or the draft of one that has none yet."""
    of_agreement = select(Version).join(Agreement).where(col(Agreement.slug) == slug)
    versions = session.exec(of_agreement.order_by(col(Version.id).desc())).all()
    if any(version.state == State.PUBLISHED for version in versions):
        return f"/aftaler/{slug}"
    return f"/redaktion/kladder/{id_of(versions[0])}"
