"""Accounts: what roles one has, and how they are told."""

from datetime import UTC, datetime

import pytest

from registry.models import Account, Role


def account(*roles: Role) -> Account:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    return Account(
        username="n", name="N", session_secret="t", roles=list(roles), created_at=at
    )


def test_one_of_the_roles_is_enough() -> None:
    both = account(Role.EDITOR, Role.APPROVER)

    assert both.has(Role.EDITOR)
    assert both.has(Role.ADMINISTRATOR, Role.APPROVER)
    assert not both.has(Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", Role)
def test_no_role_holds_another(role: Role) -> None:
    assert [other for other in Role if account(role).has(other)] == [role]


def test_without_a_role_asked_for_or_had_nobody_has_it() -> None:
    assert not account(Role.EDITOR).has()
    assert not account().has(*Role)


def test_roles_are_told_in_one_order_however_they_are_kept() -> None:
    assert account(Role.APPROVER, Role.EDITOR).role_labels == ["Redaktør", "Godkender"]
