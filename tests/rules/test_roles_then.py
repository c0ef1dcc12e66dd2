"""Which roles an account had when."""

import pytest

from registry.rules.roles_then import RolesSet, RolesThen, roles_in

TOLD = [
    RolesSet(7, "ada", frozenset()),
    RolesSet(3, "ada", frozenset({"administrator"})),
    RolesSet(4, "bo", frozenset({"redaktoer"})),
]


@pytest.mark.parametrize(
    ("account", "place", "roles"),
    [
        ("ada", 3, set()),
        ("ada", 4, {"administrator"}),
        ("ada", 7, {"administrator"}),
        ("ada", 8, set()),
        ("bo", 9, {"redaktoer"}),
        ("ghost", 9, set()),
    ],
)
def test_an_account_has_the_roles_of_the_last_entry_before(
    account: str, place: int, roles: set[str]
) -> None:
    assert RolesThen(TOLD).of(account, place) == roles


@pytest.mark.parametrize(
    ("detail", "roles"),
    [
        ("administrator", {"administrator"}),
        ("redaktoer, godkender", {"redaktoer", "godkender"}),
        ("redaktoer -> ingen", {"ingen"}),
        ("administrator, redaktoer -> redaktoer", {"redaktoer"}),
        ("", {""}),
    ],
)
def test_a_detail_says_what_is_left(detail: str, roles: set[str]) -> None:
    assert roles_in(detail) == roles
