"""EXPORTS: one row per format. Pages, API, commands and issued editions loop over
it.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from registry.documents.originals import DOCX_TYPE
from registry.errors import BadInput
from registry.exports.publication import Publication


class Export(NamedTuple):
    """One format: its key in addresses and file names, its name, and the module that
    writes it.

    `is_document`: it holds a text to be read, so that a single agreement has it too.
    `takes_long`: a large document takes so much computing that readers would notice.
    """

    key: str
    label: str
    media_type: str
    module: str
    is_document: bool = True
    takes_long: bool = False

    def render(self, publication: Publication) -> bytes:
        """The same publication gives the same bytes, whenever and wherever."""
        # Imported here: the libraries of some formats take their time.
        write: Callable[[Publication], bytes] = import_module(self.module).render
        return write(publication)

    def filename(self, publication: Publication) -> str:
        """The name under which the file is saved."""
        return f"{publication.name}.{self.key}"


_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXPORTS = (
    Export("html", "Webside", "text/html; charset=utf-8", "registry.exports.html"),
    Export("docx", "Word", DOCX_TYPE, "registry.exports.docx", takes_long=True),
    Export("pdf", "PDF", "application/pdf", "registry.exports.pdf"),
    Export(
        "md", "Markdown", "text/markdown; charset=utf-8", "registry.exports.markdown"
    ),
    Export(
        "xlsx",
        "Regneark (Excel)",
        _EXCEL,
        "registry.exports.xlsx",
        False,
        takes_long=True,
    ),
    Export(
        "csv",
        "Regneark (CSV)",
        "text/csv; charset=utf-8",
        "registry.exports.appendix_csv",
        False,
    ),
    Export(
        "json",
        "Data (JSON)",
        "application/json",
        "registry.exports.appendix_json",
        False,
    ),
)


def export_named(key: str, field: str = "format") -> Export:
    """Raises BadInput naming the field."""
    for export in EXPORTS:
        if export.key == key:
            return export
    keys = ", ".join(export.key for export in EXPORTS)
    raise BadInput(f"{field}: vælg et af formaterne {keys}.", field)
