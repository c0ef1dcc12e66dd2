"""Issuing an appendix: all its formats are stored for good, with who, when and what is
in it.
"""

from dataclasses import replace
from urllib.parse import urlencode

from registry import clock
from registry.accounts.roles import Person, require_role
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.exports.appendix import publication_of
from registry.exports.appendix_content import appendix_content
from registry.exports.formats import EXPORTS
from registry.exports.rendering import rendered
from registry.exports.request import AppendixRequest
from registry.models import Edition, Role
from registry.storage import editions


def issue(
    catalogue: Catalogue, request: AppendixRequest, public_url: str, by: Person
) -> int:
    """Store the appendix as it is recorded now, in every format. Returns its number.

    Raises Refused for a person without the role, NotFound for an unknown health
    agreement.
    """
    require_role(by, Role.EDITOR, Role.APPROVER)

    at = clock.now()
    # The moment stands in it, so that it can be made again when more has been recorded.
    appendix = appendix_content(
        catalogue, replace(request, moment=Moment(request.moment.pr, at)), public_url
    )
    publication = publication_of(appendix)

    # Made before the transaction: writers wait for each other, and this takes its time.
    files = [
        editions.new_file(
            *(
                export.key,
                export.label,
                export.filename(publication),
                export.media_type,
            ),
            content=rendered(export, publication),
        )
        for export in EXPORTS
    ]

    edition = Edition(
        health_agreement=appendix.health_agreement.slug,
        title=publication.document.title,
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

    return editions.store(catalogue.engine, edition, files)
