"""What is said to one who may not decide."""

from registry.accounts.four_eyes import JOINED, TOO_FEW, refusal_to
from registry.rules.linked_accounts import AccountEvent, Eyes
from registry.storage.four_eyes import Authors
from tests.publishing.people import GORM, RITA

OTHERS = frozenset({"gorm", "bodil"})
WROTE = "Du har selv skrevet."
LINK = AccountEvent(7, "rita", "gorm", "account-link")


def test_an_author_is_told_so() -> None:
    assert refusal_to(RITA, Authors(frozenset({"rita"}), deciders=OTHERS), WROTE) == (
        WROTE
    )


def test_one_who_is_one_with_an_author_is_told_by_what() -> None:
    authors = Authors(frozenset({"rita"}), Eyes([LINK]), OTHERS)

    told = refusal_to(GORM, authors, WROTE)

    assert "skete dette: rita lavede engangslink (gorm)." in told
    assert "en anden administrator skal bekræfte" in told
    assert TOO_FEW not in told


def test_one_who_joined_their_accounts_is_told_that() -> None:
    joined = LINK._replace(key="account-join", lasting=True)
    authors = Authors(frozenset({"rita"}), Eyes([joined]), OTHERS)

    assert refusal_to(GORM, authors, WROTE) == JOINED


def test_where_nobody_else_may_it_is_said_what_it_takes() -> None:
    authors = Authors(frozenset({"rita"}), Eyes([LINK]), frozenset({"rita", "gorm"}))

    assert "så opret en administrator på maskinen" in TOO_FEW
    assert refusal_to(GORM, authors, WROTE).endswith(TOO_FEW)
    assert refusal_to(RITA, authors, WROTE) == f"{WROTE} {TOO_FEW}"
