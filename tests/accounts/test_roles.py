"""Roles: who may, who may not, and what is said to them."""

import pytest

from registry.accounts.roles import needed, require_role
from registry.errors import Refused
from registry.models import ROLE_LABELS, Role
from tests.publishing.people import ADA, BODIL, GORM, RITA, Someone


def test_one_of_the_roles_is_enough() -> None:
    require_role(RITA, Role.EDITOR)
    require_role(GORM, Role.EDITOR, Role.APPROVER)
    require_role(BODIL, Role.APPROVER)


@pytest.mark.parametrize("person", [GORM, ADA, Someone("ny", ())])
def test_who_has_none_of_them_is_told_which_it_takes(person: Someone) -> None:
    with pytest.raises(Refused, match=r"Det kræver rollen redaktør\."):
        require_role(person, Role.EDITOR)


def test_no_role_contains_another() -> None:
    """An administrator may not approve, nor an approver write."""
    for role in Role:
        others = Someone("n", tuple(other.value for other in Role if other != role))
        with pytest.raises(Refused):
            require_role(others, role)


def test_where_no_role_will_do_nobody_may() -> None:
    with pytest.raises(Refused):
        require_role(BODIL)


def test_several_roles_are_named_as_a_choice() -> None:
    assert needed([Role.EDITOR, Role.APPROVER]) == (
        "Det kræver rollen redaktør eller godkender."
    )


def test_every_role_has_its_name() -> None:
    assert set(ROLE_LABELS) == set(Role)
