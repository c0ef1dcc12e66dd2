"""Two names that read alike are one name."""

from collections.abc import Callable

import pytest

from registry.catalogue.queries import Catalogue
from registry.records.alike import wrong_name


@pytest.mark.parametrize(
    "changed",
    [
        lambda name: name.upper(),
        lambda name: name.replace("e", "е"),  # the Cyrillic letter
        lambda name: f" {name}\u200b",
        "\u00ad".join,
        lambda name: name.replace(" ", "\u00a0"),
    ],
)
def test_a_name_that_reads_as_another_s_is_refused(
    catalogue: Catalogue, changed: Callable[[str], str]
) -> None:
    snapshot = catalogue.today()
    first = next(iter(snapshot.organisations.values()))
    entry = {"slug": "en-ny-organisation", "name": changed(first.name)}
    ((field, message),) = wrong_name(snapshot, "organisation", entry)
    assert field == "name"
    assert first.name in message and f"/organisationer/{first.slug}" in message


def test_a_name_that_stands_already_stays(catalogue: Catalogue) -> None:
    snapshot = catalogue.today()
    first = next(iter(snapshot.organisations.values()))
    same = {"slug": first.slug, "name": first.name}
    assert not list(wrong_name(snapshot, "organisation", same))
    other = {"slug": "ny", "name": "Et helt andet navn"}
    assert not list(wrong_name(snapshot, "organisation", other))
