"""The appendix of a health agreement: the agreements that continue in force, at a
moment.
"""

from registry.catalogue.queries import Catalogue
from registry.exports.appendix_content import AppendixContent, appendix_content
from registry.exports.appendix_data import data_of, table_of
from registry.exports.appendix_text import document_of
from registry.exports.publication import Publication
from registry.exports.request import AppendixRequest


def appendix(
    catalogue: Catalogue, request: AppendixRequest, public_url: str
) -> Publication:
    """The appendix, ready for any format. Raises NotFound for an unknown health
    agreement.
    """
    return publication_of(appendix_content(catalogue, request, public_url))


def publication_of(appendix: AppendixContent) -> Publication:
    """The appendix ready to be written, in whatever format."""
    request = appendix.request
    return Publication(
        name=f"appendiks-{request.health_agreement}-{request.moment.pr.isoformat()}",
        document=document_of(appendix),
        data=data_of(appendix),
        table=table_of(appendix),
    )
