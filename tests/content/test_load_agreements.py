"""Agreements from their files: versions, parties, relations and rows."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry import content
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import BadContent
from registry.markup.markdown_html import to_html
from registry.markup.remarks import MOST_LINES
from registry.models import Party, Relation, Snitflade, State, Version
from tests.content.faults import FIRST, VERSION, Edit, Fault, assert_refused, refusal


def test_a_published_version_is_numbered_by_its_file(loaded: Engine) -> None:
    with Session(loaded) as session:
        titled = select(Version).where(col(Version.title).contains("udskrivning"))
        versions = session.exec(titled).all()

    assert {(v.number, v.state) for v in versions} == {
        (1, "published"),
        (2, "published"),
    }


def test_rows_keep_the_order_of_the_file(loaded: Engine) -> None:
    with Session(loaded) as session:
        version = session.exec(select(Version).where(Version.number == 2)).one()
        rows = session.exec(
            select(Snitflade).where(Snitflade.version_id == version.id)
        ).all()

    in_order = sorted(rows, key=lambda row: row.position)
    assert [row.key for row in in_order] == [
        "varsel-boern",
        "varsel-voksne",
        "stroemper",
    ]


def test_parties_and_relations_hang_on_their_version(loaded: Engine) -> None:
    with Session(loaded) as session:
        version = session.exec(select(Version).where(Version.number == 2)).one()
        parties = session.exec(
            select(Party).where(Party.version_id == version.id)
        ).all()
        relations = session.exec(
            select(Relation).where(Relation.version_id == version.id)
        ).all()

    assert [(p.role, p.organisation) for p in parties] == [
        ("formel-part", "proeveregion"),
        ("formel-part", "nordby"),
        ("formel-part", "sydby"),
    ]
    assert [(r.kind, r.agreement) for r in relations] == [("replaces", "proeve-gammel")]


def test_a_draft_gets_no_number_and_no_reader_sees_it(
    engine: Engine, folder: Path
) -> None:
    text = (folder / VERSION).read_text(encoding="utf-8")
    draft = folder / "agreements" / "proeve-udskrivning" / "kladde.md"
    draft.write_text(text.replace("state: published", "state: draft"), encoding="utf-8")

    content.load(engine, folder)

    with Session(engine) as session:
        drafts = session.exec(
            select(Version).where(Version.state != State.PUBLISHED)
        ).all()
    assert [(d.state, d.number) for d in drafts] == [("draft", None)]
    shown = (
        Catalogue(engine).at(Moment(date(2026, 12, 1))).agreement("proeve-udskrivning")
    )
    assert [v.number for v in shown.versions] == [1, 2]


@pytest.mark.parametrize("state", [State.IN_APPROVAL, State.WITHDRAWN], ids=str)
def test_a_draft_under_way_is_never_turned_into_a_plain_draft(
    state: State, engine: Engine, folder: Path
) -> None:
    """What the file says of the state either holds, or is refused."""
    text = (folder / VERSION).read_text(encoding="utf-8")
    draft = folder / "agreements" / "proeve-udskrivning" / "kladde.md"
    draft.write_text(
        text.replace("state: published", f"state: {state}"), encoding="utf-8"
    )

    refused = None
    try:
        content.load(engine, folder)
    except BadContent as error:
        refused = error.field

    with Session(engine) as session:
        held = session.exec(
            select(Version.state).where(col(Version.number).is_(None))
        ).all()
    assert refused == "state" or held == [state]


def test_numbers_above_nine_follow_the_ninth(engine: Engine, folder: Path) -> None:
    agreement = folder / "agreements" / "proeve-gammel"
    for number in (2, 10):
        shutil.copy(agreement / "1.md", agreement / f"{number}.md")

    content.load(engine, folder)

    shown = Catalogue(engine).at(Moment(date(2026, 12, 1))).agreement("proeve-gammel")
    assert [version.number for version in shown.versions] == [1, 2, 10]


# Script in content


def test_script_in_content_is_kept_as_text_and_never_served(
    loaded: Engine, client: FlaskClient
) -> None:
    with Session(loaded) as session:
        body = session.exec(select(Version.body).where(Version.number == 2)).one()
    assert '<script>alert("ond")</script>' in body
    assert 'href="javascript:alert(1)"' in body

    page = client.get("/aftaler/proeve-udskrivning").text
    for html in (to_html(body), page):
        assert '&lt;script&gt;alert("ond")&lt;/script&gt;' in html
        assert '<script>alert("ond")' not in html
        assert not re.search(r"<[^>]*(?:javascript:|onclick)", html)


def test_script_in_a_plain_field_is_shown_as_letters(
    engine: Engine, edit: Edit
) -> None:
    evil = "<script>alert(1)</script>"
    path = edit(
        VERSION, "summary: Opdigtet prøveindhold til testene.", f"summary: {evil}"
    )

    content.load(engine, path.parents[2])

    with Session(engine) as session:
        assert (
            session.exec(select(Version.summary).where(Version.number == 2)).one()
            == evil
        )


# Refusals

FAULTS = (
    Fault(
        "a-row-key-used-twice",
        VERSION,
        "key: varsel-voksne",
        "key: varsel-boern",
        "SECOND",
        "key",
        "«varsel-boern» står to gange",
    ),
    Fault(
        "a-row-key-that-is-no-name",
        VERSION,
        "key: stroemper",
        "key: Strømper",
        "Strømper",
        "key",
        "bindestreg",
    ),
    Fault(
        "a-version-that-ends-before-it-begins",
        FIRST,
        "in_force_until: 2030-01-01",
        "in_force_until: 2019-01-01",
        "in_force_until",
        "in_force_until",
        "ophører, før den træder i kraft",
    ),
    Fault(
        "a-version-of-no-time",
        FIRST,
        "in_force_from: 2020-01-01\n",
        "",
        "kind: samarbejdsaftale",
        "in_force_from",
        "ikke indgået under en periode",
    ),
    Fault(
        "an-unknown-field-of-a-relation",
        VERSION,
        "    agreement: proeve-gammel\n",
        "    agreement: proeve-gammel\n    note: Kun delvis\n",
        "note: Kun delvis",
        "note",
        "er ikke et felt her",
    ),
    Fault(
        "an-unknown-relation-target",
        VERSION,
        "agreement: proeve-gammel",
        "agreement: proeve-glemt",
        "proeve-glemt",
        "agreement",
        "«proeve-glemt» findes ikke (agreements)",
    ),
    Fault(
        "an-unknown-kind-of-relation",
        VERSION,
        "kind: replaces",
        "kind: overtrumfer",
        "overtrumfer",
        "kind",
        "«overtrumfer» er ikke en af",
    ),
    Fault(
        "a-section-that-the-body-has-not",
        VERSION,
        "section: Efter udskrivning",
        "section: Kontakt",
        "section: Kontakt",
        "section",
        "intet afsnit «Kontakt»",
    ),
    Fault(
        "an-unknown-party",
        VERSION,
        "formel-part: [proeveregion, nordby, sydby]",
        "formel-part: [proeveregion, sydhavsoeerne]",
        "sydhavsoeerne",
        "formel-part",
        "«sydhavsoeerne» findes ikke",
    ),
    Fault(
        "an-unknown-role-of-parties",
        VERSION,
        "formel-part: [",
        "heppekor: [",
        "heppekor",
        "heppekor",
        "er ikke en rolle",
    ),
    Fault(
        "no-parties",
        VERSION,
        "parties:\n  formel-part: [proeveregion, nordby, sydby]\n",
        "",
        "kind: samarbejdsaftale",
        "parties",
        "mangler",
    ),
    Fault(
        "a-role-without-parties",
        VERSION,
        "formel-part: [proeveregion, nordby, sydby]",
        "formel-part: []",
        "formel-part: []",
        "formel-part",
        "mangler",
    ),
    Fault(
        "a-party-named-twice",
        VERSION,
        "formel-part: [proeveregion, nordby, sydby]",
        "formel-part: [proeveregion, nordby, nordby]",
        "nordby, nordby",
        "formel-part",
        "«nordby» står to gange",
    ),
    Fault(
        "a-party-in-two-roles",
        VERSION,
        "formel-part: [proeveregion, nordby, sydby]",
        "formel-part: [proeveregion, nordby]\n  tiltraedende-part: [nordby]",
        "tiltraedende-part",
        "tiltraedende-part",
        "«nordby» står to gange",
    ),
    Fault(
        "a-relation-written-twice",
        VERSION,
        "    agreement: proeve-gammel\n",
        "    agreement: proeve-gammel\n  - kind: replaces\n    agreement: "
        "proeve-gammel\n",
        "SECOND",
        "agreement",
        "«proeve-gammel» står to gange",
    ),
    Fault(
        "relations-that-are-no-list",
        VERSION,
        "  - kind: replaces",
        "    kind: replaces",
        "relations:",
        "relations",
        "skal være en liste",
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_refused_with_file_line_and_field(
    fault: Fault, engine: Engine, edit: Edit
) -> None:
    assert_refused(fault, engine, edit)


@pytest.mark.parametrize("name", ["01", "forste", "²"])
def test_a_published_version_in_a_file_that_is_no_number_is_refused(
    name: str, engine: Engine, folder: Path
) -> None:
    path = folder / FIRST
    path.rename(path.with_name(f"{name}.md"))

    error = refusal(engine, folder)

    assert error.path == f"agreements/proeve-udskrivning/{name}.md"
    assert error.field == "state"


@pytest.mark.parametrize("name", ["Prøve", "proeve_aftale"])
def test_an_agreement_in_a_folder_that_is_no_name_is_refused(
    name: str, engine: Engine, folder: Path
) -> None:
    (folder / "agreements" / "proeve-kommende").rename(folder / "agreements" / name)

    error = refusal(engine, folder)

    assert (error.path, error.field) == (f"agreements/{name}", "slug")


def test_two_open_drafts_of_one_agreement_are_refused(
    engine: Engine, folder: Path
) -> None:
    text = (
        (folder / VERSION)
        .read_text(encoding="utf-8")
        .replace("state: published", "state: draft")
    )
    for name in ("kladde", "kladde-2"):
        (folder / "agreements" / "proeve-udskrivning" / f"{name}.md").write_text(
            text, encoding="utf-8"
        )

    error = refusal(engine, folder)

    assert error.path == "agreements/proeve-udskrivning/kladde-2.md"
    assert error.field == "state"


def test_a_circle_of_replaces_is_refused_with_the_agreements_in_it(
    engine: Engine, edit: Edit
) -> None:
    ring = (
        "relations:\n  - kind: replaces\n    agreement: proeve-udskrivning\nrecorded_at"
    )
    path = edit("agreements/proeve-gammel/1.md", "recorded_at", ring)

    error = refusal(engine, path.parents[2])

    assert error.field == "relations"
    assert error.path.startswith("agreements/proeve-")
    assert "i ring: " in error.message
    assert {"proeve-gammel", "proeve-udskrivning"} <= set(error.message.split())


def test_an_agreement_that_replaces_itself_is_refused(
    engine: Engine, edit: Edit
) -> None:
    path = edit(VERSION, "agreement: proeve-gammel", "agreement: proeve-udskrivning")

    assert refusal(engine, path.parents[2]).field == "relations"


def test_a_faulty_draft_is_refused_too(engine: Engine, edit: Edit) -> None:
    path = edit(VERSION, "state: published", "state: draft")
    edit(VERSION, "responsible: [afdeling]", "responsible: [spoegelse]")
    path = path.rename(path.with_name("kladde.md"))

    error = refusal(engine, path.parents[2])

    assert (error.path, error.field) == (
        "agreements/proeve-udskrivning/kladde.md",
        "responsible",
    )


SUMMARY = "summary: Opdigtet prøveindhold til testene."


@pytest.mark.parametrize(
    ("old", "new", "field", "says"),
    [
        (
            "\n## ",
            "\n" + "ord " * 75_001 + "\n\n## ",
            "body",
            "Der er plads til 300.000.",
        ),
        ("\n## ", "\n" * MOST_LINES + "\n## ", "body", "Der er plads til 10.000."),
        (
            SUMMARY,
            f"summary: {'a' * 300_001}",
            "summary",
            "Teksten er på 300.001 tegn.",
        ),
        ("task: ", f"task: {'a' * 300_000} ", "task", "Der er plads til 300.000."),
    ],
    ids=["the text", "its lines", "a field", "a row"],
)
def test_a_text_larger_than_a_person_may_write_is_not_loaded(
    engine: Engine, folder: Path, old: str, new: str, field: str, says: str
) -> None:
    path = folder / VERSION
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    error = refusal(engine, folder)

    assert (error.path, error.field) == (VERSION, field)
    assert says in error.message and "Del den i bilag." in error.message
