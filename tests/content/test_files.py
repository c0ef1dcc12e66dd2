"""Reading and writing files: each text as it was, each fault by its line."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session, select

from registry import content
from registry.content.files import (
    Literal,
    read_markdown,
    read_yaml,
    write_markdown,
    write_yaml,
)
from registry.models import Version
from tests.content.faults import (
    PERIOD,
    TASKS,
    TERMS,
    VERSION,
    Edit,
    Fault,
    assert_refused,
    refusal,
)
from tests.content.tricky import NEL, TRICKY


def test_a_file_with_a_byte_order_mark_and_windows_lines_is_read(
    engine: Engine, folder: Path
) -> None:
    for name in (VERSION, TASKS):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))

    content.load(engine, folder)

    with Session(engine) as session:
        version = session.exec(select(Version).where(Version.number == 2)).one()
    assert version.body.startswith("Før det hele.\n\n## Udskrivning\n")


# Texts as they were


@pytest.mark.parametrize("text", TRICKY, ids=[str(at) for at in range(len(TRICKY))])
def test_a_tricky_text_is_written_and_read_as_it_was(text: str, tmp_path: Path) -> None:
    data = {"title": text, "summary": Literal(text + "\n"), "same": [text, "kort"]}

    write_markdown(tmp_path / "1.md", data, "Tekst")
    read, body = read_markdown(tmp_path / "1.md", tmp_path)

    assert read == {"title": text, "summary": text + "\n", "same": [text, "kort"]}
    assert body == "Tekst\n"


@pytest.mark.parametrize(
    "text", [f"før{char}efter" for char in NEL], ids=["0085", "2028", "2029"]
)
def test_a_line_end_that_only_yaml_knows_is_written_and_read_as_it_was(
    text: str, tmp_path: Path
) -> None:
    write_yaml(tmp_path / "a.yaml", {"title": text, "summary": Literal(text + "\n")})

    assert read_yaml(tmp_path / "a.yaml", tmp_path) == {
        "title": text,
        "summary": text + "\n",
    }


_texts = st.text(
    st.one_of(
        st.sampled_from("ab:'\"-#&*!|>%@`{}[],?\\ \n\t0123456789æøå§½~=<"),
        st.characters(exclude_categories=["Cs"], exclude_characters=NEL),
    ),
    max_size=40,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=_texts, summary=_texts, listed=st.lists(_texts, max_size=3))
@example(title="null", summary="\n", listed=["", " "])
@example(title=" - a", summary="\n  a\nb ", listed=["\n"])
def test_any_text_is_written_and_read_as_it_was(
    tmp_path: Path, title: str, summary: str, listed: list[str]
) -> None:
    row = {"title": title, "summary": Literal(summary + "\n"), "same": listed}
    expected = {"title": title, "summary": summary + "\n", "same": listed}

    write_yaml(tmp_path / "a.yaml", {"entries": [row], **row})

    read = read_yaml(tmp_path / "a.yaml", tmp_path)
    assert read == {"entries": [expected], **expected}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2200, 1, 1)),
    st.integers(-12, 14),
    st.dates(),
)
def test_any_moment_and_date_is_written_and_read_as_it_was(
    tmp_path: Path, naive: datetime, hours: int, day: date
) -> None:
    moment = naive.replace(tzinfo=timezone(timedelta(hours=hours)))

    write_yaml(tmp_path / "a.yaml", {"recorded_at": moment, "effective_on": day})

    read = read_yaml(tmp_path / "a.yaml", tmp_path)
    assert read == {"recorded_at": moment, "effective_on": day}


# Refusals

FAULTS = (
    Fault(
        "a-field-written-twice",
        VERSION,
        "economics: Fremgår ikke.",
        "economics: Fremgår ikke.\neconomics: Kommunen betaler.",
        "Kommunen betaler",
        "economics",
        "står to gange",
    ),
    Fault(
        "YAML-that-is-none",
        TERMS,
        "same: [varsel]",
        "same: [varsel",
        "confusable: [orientering]",
        "YAML",
        "",
    ),
    Fault(
        "a-control-character",
        TASKS,
        "label: Kørsel hjem",
        "label: Kørsel\x07 hjem",
        "Kørsel",
        "YAML",
        "",
    ),
    Fault(
        "a-tag-that-would-build-an-object",
        TASKS,
        "label: Kørsel hjem",
        "label: !!python/object/apply:os.getcwd []",
        "python/object",
        "YAML",
        "",
    ),
    Fault(
        "no-front-matter",
        VERSION,
        "---\nkind",
        "kind",
        "kind",
        "---",
        "begynder ikke med et hoved",
    ),
    Fault(
        "a-front-matter-that-never-ends",
        VERSION,
        "---\nFør det hele",
        "Før det hele",
        "---",
        "---",
        "begynder ikke med et hoved",
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_refused_with_file_line_and_field(
    fault: Fault, engine: Engine, edit: Edit
) -> None:
    assert_refused(fault, engine, edit)


@pytest.mark.parametrize("name", [VERSION, TASKS, PERIOD])
def test_a_file_that_is_not_in_utf_8_is_refused(
    name: str, engine: Engine, folder: Path
) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_bytes(f"{text}\n# Rød grød".encode("cp1252"))

    error = refusal(engine, folder)

    assert (error.path, error.field) == (name, "fil")
    assert "ikke skrevet i UTF-8" in error.message


@pytest.mark.parametrize("text", ["", "kun en tekst", "- en\n- liste\n"])
def test_a_file_that_holds_no_fields_is_refused(
    text: str, engine: Engine, folder: Path
) -> None:
    (folder / TASKS).write_text(text, encoding="utf-8")

    error = refusal(engine, folder)

    assert (error.path, error.line, error.field) == (TASKS, 1, "fil")
