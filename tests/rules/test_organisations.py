"""The kinds of organisations: one table, for lists, forms and places."""

from registry.rules.organisations import MUNICIPALITY, ORGANISATION_KINDS


def test_a_kind_is_found_by_its_key_and_has_its_names() -> None:
    for key, kind in ORGANISATION_KINDS.items():
        assert kind.key == key
        assert kind.label and kind.plural

    assert ORGANISATION_KINDS["udvalg"].plural == "Udvalg"
    assert ORGANISATION_KINDS["hospital"].plural == "Hospitaler"


def test_no_two_kinds_are_called_the_same() -> None:
    for names in zip(*ORGANISATION_KINDS.values(), strict=True):
        assert len(set(names)) == len(ORGANISATION_KINDS)


def test_municipalities_are_a_kind() -> None:
    assert ORGANISATION_KINDS[MUNICIPALITY].plural == "Kommuner"
