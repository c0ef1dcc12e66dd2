"""The appendix of a health agreement: the agreements that continue in force, at a
moment.
"""

from dataclasses import replace

from registry.catalogue.queries import Catalogue
from registry.exports.appendix_content import AppendixContent, appendix_content
from registry.exports.appendix_data import data_of, table_of
from registry.exports.appendix_text import document_of
from registry.exports.links import leading_out
from registry.exports.publication import Publication
from registry.exports.request import NARROWING, AppendixRequest


def appendix(
    catalogue: Catalogue, request: AppendixRequest, public_url: str
) -> Publication:
    """The appendix, ready for any format. Raises NotFound for an unknown health
    agreement.
    """
    return publication_of(appendix_content(catalogue, request, public_url))


def publication_of(appendix: AppendixContent) -> Publication:
    """The appendix ready to be written, in whatever format."""
    document = document_of(appendix)
    blocks = leading_out(document.blocks, appendix.public_url)
    return Publication(
        name=_name(appendix.request),
        document=replace(document, blocks=blocks),
        data=data_of(appendix),
        table=table_of(appendix),
    )


def _name(request: AppendixRequest) -> str:
    """What tells its files from those of another appendix of the day."""
    parts = (
        "appendiks",
        request.health_agreement,
        request.moment.pr.isoformat(),
        "fuldt" if request.full else "kort",
        "med-snitflader" if request.rows else "",
        *(getattr(request, parameter.name) for parameter, _ in NARROWING),
        f"siden-{request.since.isoformat()}" if request.since else "",
    )
    return "-".join(part for part in parts if part)
