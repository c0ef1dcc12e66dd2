"""What a sentence is to its subject: duties, rights, payments, responsibility.

Also covers registry/suggest/action.py, registry/suggest/set_aside.py,
registry/suggest/frames.py and
registry/suggest/verbs.py.
"""

import pytest

from tests.suggest.samples import actions, fields_of, only, suggestions


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kommunen skal træne borgeren.", ("kommune", "træne borgeren")),
        ("Kommunen bør svare.", ("kommune", "svare")),
        ("Egen læge følger op.", ("praktiserende-laege", "følge op")),
        (
            "Hospitalet har ansvaret for at bestille en tolk.",
            ("hospital", "bestille en tolk"),
        ),
        ("Hospitalet er ansvarligt for at give besked.", ("hospital", "give besked")),
        (
            "Kommunen er forpligtet til at oprette pladser.",
            ("kommune", "oprette pladser"),
        ),
        ("Kommunen forpligter sig til at køre.", ("kommune", "køre")),
        ("Kommunen har pligt til straks at svare.", ("kommune", "svare")),
        ("Det påhviler regionen at måle.", ("region", "måle")),
        ("Det er kommunens opgave at rydde sne.", ("kommune", "rydde sne")),
        ("Regionens opgave er at købe senge.", ("region", "købe senge")),
        (
            "Kommunen har ansvaret for sårplejen.",
            ("kommune", "have ansvaret for sårplejen"),
        ),
        ("Sårplejen er kommunens ansvar.", ("kommune", "have ansvaret for sårplejen")),
        (
            "Ansvaret for vagten ligger hos regionen.",
            ("region", "have ansvaret for vagten"),
        ),
        (
            "Borgeren henvises af egen læge.",
            ("praktiserende-laege", "henvise borgeren"),
        ),
        ("Der laves en plan af hospitalet.", ("hospital", "lave en plan")),
        (
            "Egen læge er tovholder for borgeren.",
            ("praktiserende-laege", "være tovholder for borgeren"),
        ),
        ("Kommunen står for vagten.", ("kommune", "stå for vagten")),
        ("Indkøb sker ved regionen.", ("region", "stå for indkøb")),
        ("Det er op til kommunen at vælge.", ("kommune", "vælge")),
        ("Kommunen pålægges at måle støj.", ("kommune", "måle støj")),
        ("Regionen bemyndiges til at købe senge.", ("region", "købe senge")),
        ("Kun egen læge kan skrive brevet.", ("praktiserende-laege", "skrive brevet")),
        ("I det omfang det går, ringer kommunen.", ("kommune", "ringe")),
        ("Borgeren har ret til at klage.", ("borger", "klage")),
        ("Borgeren har krav på et svar.", ("borger", "have krav på et svar")),
        ("Pårørende har mulighed for at deltage.", ("paaroerende", "deltage")),
        ("Kommunen kan bede om et møde.", ("kommune", "bede om et møde")),
    ],
)
def test_each_way_to_say_that_somebody_does_something(
    text: str, action: tuple[str, str]
) -> None:
    assert actions(text) == [action]


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("Bopælskommunen betaler for opholdet.", ("bopaelskommune",)),
        ("Udgiften til tolken afholdes af regionen.", ("region",)),
        ("Kommunen afholder udgifterne til kørsel.", ("kommune",)),
        ("Ordningen finansieres af regionen og kommunerne.", ("region", "kommune")),
        ("Udgiften deles mellem region og kommune.", ("region", "kommune")),
        (
            "Udgifterne fordeles ligeligt mellem region og kommune.",
            ("region", "kommune"),
        ),
        ("## Økonomi\n\nMedicin afholdes af regionen.", ("region",)),
    ],
)
def test_each_way_to_say_who_pays(text: str, payer: tuple[str, ...]) -> None:
    one = only(text)

    assert (one.payer, one.responsible) == (payer, ())


def test_to_hold_a_meeting_is_no_payment() -> None:
    assert actions("## Økonomi\n\nMødet afholdes af kommunen.") == [
        ("kommune", "afholde mødet")
    ]


@pytest.mark.parametrize(
    ("text", "who", "task"),
    [
        ("Hospitalet har behandlingsansvaret.", "hospital", "have behandlingsansvaret"),
        (
            *("Behandlingsansvaret overgår til egen læge.", "praktiserende-laege"),
            "overtage behandlingsansvaret",
        ),
        (
            *("Behandlingsansvaret ligger hos overlægen.", "overlaege"),
            "have behandlingsansvaret",
        ),
        (
            *("Egen læge er behandlingsansvarlig.", "praktiserende-laege"),
            "have behandlingsansvaret",
        ),
    ],
)
def test_each_way_to_say_who_treats(text: str, who: str, task: str) -> None:
    one = only(text)

    assert (one.treatment_responsible, one.responsible) == ((who,), ())
    assert one.task == task


def test_who_hands_the_treatment_over_names_who_takes_it() -> None:
    one = only("Hospitalet overdrager behandlingsansvaret til egen læge.")

    assert one.treatment_responsible == ("praktiserende-laege",)


def test_who_does_not_pay_is_no_payer_and_what_is_left_undone_is_denied() -> None:
    one = only("Kommunen betaler ikke for medicinen.")
    left = only("Kommunen undlader at ringe.")

    assert (one.payer, one.responsible, one.title) == (
        *((), ("kommune",)),
        "Ikke betale for medicinen",
    )
    assert (left.title, left.denied) == ("Ikke ringe", True)


def test_what_is_denied_is_told_as_what_does_not_apply() -> None:
    one = only("Kommunen skal ikke betale for medicin.")
    free = only("Hospitalet er ikke forpligtet til at køre.")

    assert one.does_not_apply_to == "Kommunen skal ikke betale for medicin"
    assert (free.responsible, free.task) == (("hospital",), "køre")
    assert free.title == "Ikke køre"


def test_not_only_is_no_denial() -> None:
    assert fields_of("Kommunen skal ikke kun ringe.", "does_not_apply_to") == [""]


def test_neither_denies_and_a_doubt_in_brackets_does_not() -> None:
    name = "does_not_apply_to"

    assert fields_of("Hverken region eller kommune skal betale gebyret.", name) == [
        "Hverken region eller kommune skal betale gebyret"
    ]
    assert fields_of("Kommunen ringer til borgeren (ikke bekræftet).", name) == [""]


def test_a_decision_is_the_authoritys() -> None:
    assert fields_of("Kommunen bevilger stolen.", "authority") == [("kommune",)]
    assert fields_of("Borgeren har krav på en afgørelse.", "authority") == [()]


def test_who_is_to_have_got_something_is_told_and_does_not_do_it() -> None:
    one = only("Kommunen skal have modtaget varslet senest 5 dage før udskrivningen.")

    assert (one.responsible, one.informed) == ((), ("kommune",))


def test_what_a_text_is_to_hold_is_somebodys_duty() -> None:
    one = only("Henvisningen skal indeholde en diagnose.")

    assert (one.responsible, one.sure) == ((), False)


def test_only_people_do_what_only_people_do() -> None:
    assert only("Herberget orienterer kommunen.").asked == "Herberget"
    assert suggestions("Aftalen orienterer kommunen.") == []


def test_no_duty_and_a_happening_by_its_time() -> None:
    one = only("Egen læge har ingen pligt til at svare.")
    assert (one.responsible, one.task, one.denied) == (
        ("praktiserende-laege",),
        "svare",
        True,
    )
    paid = only("Udbetaling sker senest to år efter mødet.")
    assert (paid.asked, paid.deadline) == ("hvem", "senest to år efter mødet")


def test_who_is_obliged_by_another_is_to_do_it() -> None:
    assert actions("Regionen pålægger hospitalet at svare.") == [("hospital", "svare")]
    assert actions("Aftalen forpligter kommunen til at svare.") == [
        ("kommune", "svare")
    ]
    assert actions("Kommunen forpligter sig til at svare.") == [("kommune", "svare")]
