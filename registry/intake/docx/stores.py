"""What a Word file's content controls are bound to: its properties, and the data that a
case system wrote beside the text. Word shows the data, whatever the text says.
"""

import re

from lxml import etree

from registry.intake.docx.package import Package
from registry.intake.docx.xml import Node, child, tree, w

ITEM = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
# Word's own numbers of the properties' parts.
PROPERTIES = {
    "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}": "core-properties",
    "{6668398D-A668-4E3E-A75B-62EB855F1643}": "extended-properties",
}
# Only a way down to one place: nothing that is worked out, or leads elsewhere.
NAME = r"[^\W\d][\w.-]*"
STEPS = re.compile(rf"(?:/@?(?:{NAME}:)?{NAME}(?:\[\d{{1,4}}\])?){{1,30}}")
MAPPING = re.compile(r"xmlns:([\w.-]+)\s*=\s*['\"]([^'\"]+)['\"]")


class Stores:
    """The data of one file."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._by_id: dict[str, Node] | None = None

    def value(self, control: Node) -> str:
        """What a control is bound to; empty where it is bound to nothing."""
        bound = child(control, "sdtPr", "dataBinding")
        if bound is None:
            return ""

        steps = (bound.get(w("xpath")) or "").strip()
        key = (bound.get(w("storeItemID")) or "").upper()
        mapped = dict(MAPPING.findall(bound.get(w("prefixMappings")) or ""))
        stores = self._stores()
        places = [stores[key]] if key in stores else [] if key else stores.values()
        if not STEPS.fullmatch(steps):
            return ""
        return next((said for one in places if (said := _at(one, steps, mapped))), "")

    def _stores(self) -> dict[str, Node]:
        if self._by_id is None:
            self._by_id = dict(self._custom())
            for key, kind in PROPERTIES.items():
                for name in self._package.related("", kind):
                    self._by_id[key] = tree(self._package, name)
        return self._by_id

    def _custom(self) -> list[tuple[str, Node]]:
        stores = []
        for name in self._package.related(self._package.main, "customxml"):
            for about in self._package.related(name, "customxmlprops"):
                key = tree(self._package, about).get(ITEM) or ""
                stores.append((key.upper(), tree(self._package, name)))
        return stores


def _at(root: Node, steps: str, mapped: dict[str, str]) -> str:
    try:
        values = root.getroottree().xpath(steps, namespaces=mapped)
    except (etree.XPathError, ValueError):
        return ""
    if not isinstance(values, list) or not values:
        return ""
    said = values[0] if isinstance(values[0], str) else "".join(values[0].itertext())
    return " ".join(said.split())
