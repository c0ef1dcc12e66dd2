"""An administrator lets another editor go on with the drafts of one who leaves.

Also covers registry/models/drafting.py.
"""

import pytest
from sqlmodel import select

from registry.accounts import accounts
from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, Conflict, NotFound, Refused
from registry.models import AuditEntry, Handover, State
from registry.publishing import beginning
from registry.publishing.desk import desk_of
from registry.publishing.drafts import read_draft
from registry.publishing.handing_over import hand_over, held_drafts, receivers
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage.db import reading
from registry.storage.trail_checks import trail_faults
from tests.publishing.people import ADA, BODIL, EVERYBODY, GORM, RENE, RITA, SLUG
from tests.publishing.test_acts import do, write


@pytest.fixture
def draft(catalogue: Catalogue) -> int:
    """A draft that Rita wrote in, in a house with accounts."""
    for one in EVERYBODY:
        made = (catalogue.engine, one.username, one.username.title(), one.roles)
        accounts.add(*made, actor=COMMAND_LINE)
    begun = beginning.begin_version(catalogue, SLUG, RITA)
    return write(catalogue, begun, title="Ritas titel").id


def held(catalogue: Catalogue) -> dict[str, list[int]]:
    return {who: [d.id for d in of] for who, of in held_drafts(catalogue).items()}


def test_the_draft_stands_with_the_one_who_took_over(
    catalogue: Catalogue, draft: int
) -> None:
    assert held(catalogue) == {"rita": [draft]}
    accounts.close(catalogue.engine, "rita", actor="ada")

    assert hand_over(catalogue, [draft], "rita", "rene", ADA) == 1

    assert held(catalogue) == {"rene": [draft]}
    assert [d.id for d in desk_of(catalogue, RENE).mine] == [draft]
    with reading(catalogue.engine) as session:
        entry = session.exec(select(AuditEntry)).all()[-1]
    assert (entry.actor, entry.event_key) == ("ada", "draft-handed-over")
    assert (entry.subject, entry.detail) == (SLUG, "fra rita til rene")


def test_a_draft_handed_over_is_in_order(catalogue: Catalogue, draft: int) -> None:
    hand_over(catalogue, [draft], "rita", "rene", ADA)

    with reading(catalogue.engine) as session:
        assert list(trail_faults(session)) == []


def test_what_was_returned_waits_for_the_one_who_took_over(
    catalogue: Catalogue, draft: int
) -> None:
    do(catalogue, read_draft(catalogue, draft), "submit", RITA)
    do(catalogue, read_draft(catalogue, draft), "return", GORM, note="Ret fristen.")
    assert desk_of(catalogue, RENE).waiting == []

    hand_over(catalogue, [draft], "rita", "rene", ADA)

    (line,) = desk_of(catalogue, RENE).waiting
    assert (line.id, line.remark) == (draft, "Ret fristen.")


def test_who_took_over_may_lay_it_aside(catalogue: Catalogue, draft: int) -> None:
    with pytest.raises(Refused, match="Kun den, der har skrevet"):
        do(catalogue, read_draft(catalogue, draft), "withdraw", RENE)

    hand_over(catalogue, [draft], "rita", "rene", ADA)

    stood = do(catalogue, read_draft(catalogue, draft), "withdraw", RENE)
    assert stood.state == State.WITHDRAWN


def test_it_makes_nobody_else_the_writer(catalogue: Catalogue, draft: int) -> None:
    """The leaver still wrote; who took over has not, until they do."""
    hand_over(catalogue, [draft], "rita", "bodil", ADA)
    assert read_draft(catalogue, draft).writers == {"rita"}

    write(catalogue, draft, BODIL, summary="Bodils resumé")
    do(catalogue, read_draft(catalogue, draft), "submit", BODIL)

    with pytest.raises(Refused, match="selv skrevet"):
        do(catalogue, read_draft(catalogue, draft), "approve", BODIL)


def test_it_is_handed_on_and_back(catalogue: Catalogue, draft: int) -> None:
    hand_over(catalogue, [draft], "rita", "rene", ADA)
    hand_over(catalogue, [draft], "rene", "bodil", ADA)
    assert held(catalogue) == {"bodil": [draft]}

    hand_over(catalogue, [draft], "bodil", "rita", ADA)

    assert held(catalogue) == {"rita": [draft]}


def test_only_an_administrator_hands_over(catalogue: Catalogue, draft: int) -> None:
    for person in (RITA, GORM, BODIL):
        with pytest.raises(Refused, match="administrator"):
            hand_over(catalogue, [draft], "rita", "rene", person)
    assert held(catalogue) == {"rita": [draft]}


@pytest.mark.parametrize("receiver", ["", "gorm", "ada", "rita", "ukendt", "lukket"])
def test_only_another_open_account_that_writes_takes_over(
    catalogue: Catalogue, draft: int, receiver: str
) -> None:
    accounts.add(catalogue.engine, "lukket", "Lukket", ["redaktoer"], actor="ada")
    accounts.close(catalogue.engine, "lukket", actor="ada")
    names = [account.username for account in receivers(catalogue, "rita")]
    assert names == ["bodil", "rene"]

    with pytest.raises(BadInput) as refused:
        hand_over(catalogue, [draft], "rita", receiver, ADA)
    assert refused.value.field == "modtager"


def test_all_that_is_chosen_is_handed_over_or_nothing(
    catalogue: Catalogue, draft: int
) -> None:
    other = beginning.begin_version(catalogue, "proeve-gammel", RITA)
    with pytest.raises(BadInput, match="mindst én kladde"):
        hand_over(catalogue, [], "rita", "rene", ADA)
    with pytest.raises(Conflict, match="Se listen igen"):
        hand_over(catalogue, [draft, other], "rita", "rene", ADA)
    with pytest.raises(NotFound):
        hand_over(catalogue, [draft, 999], "rita", "rene", ADA)

    do(catalogue, read_draft(catalogue, draft), "withdraw", RITA)
    with pytest.raises(Conflict):
        hand_over(catalogue, [draft], "rita", "rene", ADA)

    with reading(catalogue.engine) as session:
        assert session.exec(select(Handover)).all() == []
