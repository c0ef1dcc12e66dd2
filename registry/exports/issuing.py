"""Issuing an appendix: all its formats are stored for good, with who, when and what is
in it.
"""

from dataclasses import replace
from urllib.parse import urlencode

from registry import clock
from registry.accounts.roles import Person, require_role
from registry.catalogue import addresses
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import Refused
from registry.exports.appendix import publication_of
from registry.exports.appendix_content import appendix_content
from registry.exports.formats import EXPORTS
from registry.exports.publication import Publication
from registry.exports.rendering import rendered
from registry.exports.request import AppendixRequest
from registry.models import Edition, EditionFile, Role
from registry.storage import editions

LOCAL = (
    "Appendikset kan ikke udstedes, for dets adresser ville føre til denne maskine "
    "({address}) og til ingenting hos dem, der får det. Bed driften sætte "
    "REGISTRY_PUBLIC_URL til den adresse, læserne bruger."
)


def require_lasting(public_url: str) -> None:
    """Raises Refused where the addresses that it would carry for good are local."""
    if addresses.is_local(public_url):
        raise Refused(LOCAL.format(address=public_url))


def issue(
    catalogue: Catalogue,
    request: AppendixRequest,
    public_url: str,
    by: Person,
    *,
    title: str = "",
    settle: editions.Settle | None = None,
) -> int:
    """Store the appendix as it is recorded now, in every format. Returns its number.

    `title`: its name among those issued; without, that of the document. `settle`: what
    else is to be written in the transaction. Raises Refused for a person without the
    role and where addresses are local, NotFound for an unknown health agreement, and
    what `settle` raises; then nothing is stored.
    """
    require_role(by, Role.EDITOR, Role.APPROVER)
    require_lasting(public_url)

    at = clock.now()
    # The moment stands in it, so that it can be made again when more has been recorded.
    appendix = appendix_content(
        catalogue, replace(request, moment=Moment(request.moment.pr, at)), public_url
    )
    publication = publication_of(appendix)

    # Made before the transaction: writers wait for each other, and this takes its time.
    files = _files(publication)

    edition = Edition(
        health_agreement=appendix.health_agreement.slug,
        title=title or publication.document.title,
        as_of=request.moment.pr,
        at=at,
        issued_by=by.username,
        parameters=urlencode(appendix.request.parameters()),
        continued=len(appendix.continued),
        unsettled=len(appendix.unsettled),
        undecided=len(appendix.selection.undecided),
        fingerprint=appendix.fingerprint,
        hash=editions.hash_of(files),
    )

    return editions.store(catalogue.engine, edition, files, settle)


def _files(publication: Publication) -> list[EditionFile]:
    """The appendix in every format."""
    return [
        editions.new_file(
            *(
                export.key,
                export.label,
                export.filename(publication),
                export.media_type,
            ),
            data=rendered(export, publication),
        )
        for export in EXPORTS
    ]
