"""Files of large documents: made in a process of their own, and the same to the
byte.
"""

import pytest

from registry.documents.blocks import Block, paragraph
from registry.exports import rendering
from registry.exports.docx import render
from registry.exports.formats import EXPORTS, export_named
from registry.exports.publication import Publication
from registry.exports.rendering import LARGE, NotMade, rendered
from tests.exports.samples_document import document, every_block

DOCX = export_named("docx")


def large() -> Publication:
    filling: list[Block] = [paragraph(f"Afsnit {at}") for at in range(LARGE)]
    return document(*filling, *every_block().document.blocks[2:])


@pytest.mark.parametrize("key", [export.key for export in EXPORTS])
def test_the_file_is_the_same_wherever_it_is_made(key: str) -> None:
    publication = large()

    assert rendered(export_named(key), publication) == export_named(key).render(
        publication
    )


def test_only_what_takes_long_has_a_process_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[str] = []
    real = rendering.run
    monkeypatch.setattr(
        rendering,
        "run",
        lambda module, key, given: begun.append(key) or real(module, key, given=given),
    )
    rendered(DOCX, every_block())
    rendered(export_named("md"), large())
    assert begun == []
    assert rendered(DOCX, large()) == render(large())
    assert begun == ["docx"]


def test_a_process_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "MODULE", "registry.findes_ikke")

    with pytest.raises(NotMade, match="findes_ikke"):
        rendered(DOCX, large())
