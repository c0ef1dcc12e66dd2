"""The appendix as a page: whole, and what is text in the content stays text."""

import re

import pytest

from registry.exports import html
from tests.exports.samples_document import every_block

pytestmark = pytest.mark.slow


def test_html_escapes_what_it_holds() -> None:
    made = html.render(every_block()).decode()
    assert "&lt;b&gt; &amp; &quot;citat&quot;" in made
    assert "<script" not in made and "<style" not in made and " style=" not in made


def test_html_is_a_whole_page_with_one_title() -> None:
    made = html.render(every_block()).decode()
    assert made.startswith('<!doctype html>\n<html lang="da">')
    assert made.count("<h1") == 1
    anchors = re.findall(r'href="#([^"]+)"', made)
    assert anchors and all(f'id="{anchor}"' in made for anchor in anchors)
