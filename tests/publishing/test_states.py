"""The table of acts: each row whole, and who may do what from where."""

import re
import sqlite3
from contextlib import closing
from itertools import product

import pytest

from registry.models import FINAL, Role, State
from registry.publishing.states import ACTS, OPEN, Act, act_at, open_acts, refusal
from registry.storage.four_eyes import Authors
from registry.storage.triggers import TRIGGERS
from tests.publishing.people import ADA, BODIL, GORM, RENE, RITA, Someone

ROWS = pytest.mark.parametrize("act", list(ACTS.values()), ids=list(ACTS))
AUTHORS = Authors(frozenset({"rita"}), deciders=frozenset({"rita", "gorm"}))
# What each may do of a text that Rita wrote. The addresses are links out there.
MAY = {
    State.DRAFT: {"rita": "submit withdraw", "rene": "submit", "bodil": "submit"},
    State.RETURNED: {"rita": "submit withdraw", "rene": "submit", "bodil": "submit"},
    State.IN_APPROVAL: {
        "rita": "take-back withdraw",
        "rene": "take-back",
        "gorm": "approve return",
        "bodil": "take-back approve return",
    },
    State.APPROVED: {
        "rita": "send-for-adoption withdraw",
        "rene": "send-for-adoption",
        "gorm": "return send-for-adoption publish",
        "bodil": "return send-for-adoption publish",
    },
    State.FOR_ADOPTION: {
        "rita": "withdraw",
        "gorm": "return publish",
        "bodil": "return publish",
    },
    State.PUBLISHED: {},
    State.WITHDRAWN: {"rita": "reopen", "rene": "reopen", "bodil": "reopen"},
}
ADDRESSES = {
    "submit": "indsend",
    "take-back": "tag-tilbage",
    "approve": "godkend",
    "return": "returner",
    "send-for-adoption": "til-vedtagelse",
    "publish": "offentliggoer",
    "withdraw": "laeg-vaek",
    "reopen": "genaabn",
}


def keys(acts: list[Act]) -> str:
    return " ".join(act.key for act in acts)


@ROWS
def test_a_row_says_all_there_is_to_say(act: Act) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", act.key)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", act.path)
    assert all((act.label, act.done, act.trail, act.roles, act.sources))
    assert act.done.endswith(".")
    assert act.target not in act.sources
    assert State.PUBLISHED not in act.sources


def test_the_addresses_are_as_they_were() -> None:
    assert {act.key: act.path for act in ACTS.values()} == ADDRESSES


@ROWS
def test_an_act_is_found_by_its_address_alone(act: Act) -> None:
    assert act_at(act.path) is act
    assert act_at(act.key) is None
    assert act_at("") is None


@pytest.mark.parametrize(
    ("state", "person"),
    list(product(State, (RITA, RENE, GORM, BODIL, ADA))),
    ids=lambda value: value if isinstance(value, State) else value.username,
)
def test_who_may_do_what_from_where(state: State, person: Someone) -> None:
    assert keys(open_acts(state, person, AUTHORS)) == MAY[state].get(
        person.username, ""
    )


@pytest.mark.parametrize("state", State)
def test_whoever_wrote_decides_nothing_by_any_role(state: State) -> None:
    everything = Someone("rita", tuple(Role))

    assert not any(act.by_others for act in open_acts(state, everything, AUTHORS))


@pytest.mark.parametrize("state", OPEN)
def test_a_draft_that_nobody_wrote_in_may_be_withdrawn_by_any_editor(
    state: State,
) -> None:
    assert keys(open_acts(state, RENE, Authors())) == "submit withdraw"


@pytest.mark.parametrize(
    ("key", "state", "person", "sentence"),
    [
        (
            "approve",
            State.DRAFT,
            GORM,
            "Udgaven er en kladde. «Godkend» kan ikke bruges nu.",
        ),
        (
            "submit",
            State.PUBLISHED,
            RITA,
            "Udgaven er offentliggjort. «Send til godkendelse» kan ikke bruges nu.",
        ),
        ("submit", State.DRAFT, GORM, "Det kræver rollen redaktør."),
        (
            "send-for-adoption",
            State.APPROVED,
            ADA,
            "Det kræver rollen redaktør eller godkender.",
        ),
        (
            "return",
            State.IN_APPROVAL,
            Someone("rita", tuple(Role)),
            "Du har selv skrevet i kladden. En anden skal godkende eller returnere "
            "den.",
        ),
        (
            "withdraw",
            State.DRAFT,
            RENE,
            "Kun den, der har skrevet i kladden, kan bruge «Læg kladden væk».",
        ),
        ("withdraw", State.DRAFT, RITA, ""),
    ],
)
def test_a_refusal_says_why(
    key: str, state: State, person: Someone, sentence: str
) -> None:
    assert refusal(ACTS[key], state, person, AUTHORS) == sentence


def test_a_refusal_to_others_than_its_writers_names_the_act() -> None:
    reopen = ACTS["reopen"]._replace(by_writers=True)

    told = refusal(reopen, State.WITHDRAWN, RENE, AUTHORS)
    assert told == "Kun den, der har skrevet i kladden, kan bruge «Genåbn»."


def test_decisions_are_taken_where_the_text_is_read() -> None:
    assert [act.key for act in ACTS.values() if act.is_decision] == [
        "approve",
        "return",
    ]


def test_some_acts_lead_on_and_some_back() -> None:
    assert [act.key for act in ACTS.values() if not act.leads_on] == [
        "take-back",
        "return",
        "withdraw",
        "reopen",
    ]


# What the database holds by itself


def refused(table: str, operation: str, rule: str, old: State, **new: object) -> bool:
    """Whether the triggers of a rule refuse the new values, where a version stands in
    the old state.
    """
    same = {"id": 1, "agreement_id": 1, "version_id": 1, "revision": 1}
    stored = {**same, "fingerprint": "", "recorded_at": 1, "state": old}
    written = {**stored, "verdict": "", **new}
    of_rule = [
        trigger.condition
        for trigger in TRIGGERS
        if (trigger.table, trigger.operation, trigger.rule) == (table, operation, rule)
    ]
    assert of_rule

    with closing(sqlite3.connect(":memory:")) as base:
        values = ", ".join(f":{name} AS {name}" for name in stored)
        base.execute(f"CREATE TABLE version AS SELECT {values}", stored)
        values = ", ".join(f":{name} AS {name}" for name in written)
        asked = (
            f"SELECT {' OR '.join(f'({condition})' for condition in of_rule)} "
            f"FROM version AS OLD, (SELECT {values}) AS NEW"
        )
        (answer,) = base.execute(asked, written).fetchone()
    return bool(answer)


@pytest.mark.parametrize(
    ("rule", "old"), [("immutable", State.PUBLISHED), ("final", State.WITHDRAWN)]
)
@pytest.mark.parametrize("new", State)
def test_out_of_what_is_over_the_database_lets_the_acts_lead_and_nothing_else(
    rule: str, old: State, new: State
) -> None:
    assert old in FINAL
    leads = any(old in act.sources and act.target is new for act in ACTS.values())
    stays = old is new is State.WITHDRAWN

    assert refused("version", "UPDATE", rule, old, state=new) is not (leads or stays)


@pytest.mark.parametrize(
    ("key", "verdict"), [("approve", "approved"), ("return", "returned")]
)
@pytest.mark.parametrize("state", State)
def test_the_database_takes_a_decision_where_its_act_may_be_done(
    key: str, verdict: str, state: State
) -> None:
    is_refused = refused("approval", "INSERT", "about", state, verdict=verdict)

    assert is_refused is (state not in ACTS[key].sources)
