"""Settings: default, environment, override, and what is refused."""

from pathlib import Path

import pytest

from registry.errors import BadSetting
from registry.settings import SETTINGS, load_settings

NAMES = [setting.name for setting in SETTINGS]


def test_without_anything_set_the_defaults_hold() -> None:
    assert load_settings({}) == {setting.name: setting.default for setting in SETTINGS}


def test_the_environment_overrides_the_default() -> None:
    assert (
        load_settings({"REGISTRY_INDEX_DIR": "/srv/index"})["INDEX_DIR"] == "/srv/index"
    )


def test_a_number_from_the_environment_is_a_number() -> None:
    assert load_settings({"REGISTRY_ANSWERS_PER_PAGE": "25"})["ANSWERS_PER_PAGE"] == 25


def test_an_override_stands_before_the_environment() -> None:
    found = load_settings({"REGISTRY_INDEX_DIR": "/srv/index"}, INDEX_DIR="/tmp/index")

    assert found["INDEX_DIR"] == "/tmp/index"


def test_the_environment_of_the_process_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REGISTRY_PUBLIC_URL", "https://snitflader.example")

    assert load_settings()["PUBLIC_URL"] == "https://snitflader.example"


def test_a_variable_without_the_prefix_is_not_ours() -> None:
    assert load_settings({"INDEX_DIR": "/srv/index"}) == load_settings({})


def test_an_unknown_override_is_refused_by_name() -> None:
    with pytest.raises(BadSetting, match="Ukendt indstilling: DATABASE_URI"):
        load_settings({}, DATABASE_URI="sqlite:///x")


@pytest.mark.parametrize("text", ["mange", "", "1.5"])
def test_a_number_that_is_none_is_refused_by_name(text: str) -> None:
    with pytest.raises(
        BadSetting, match=r"REGISTRY_ANSWERS_PER_PAGE.*er ikke et heltal"
    ):
        load_settings({"REGISTRY_ANSWERS_PER_PAGE": text})


def test_an_override_of_the_wrong_type_is_refused() -> None:
    with pytest.raises(BadSetting):
        load_settings({}, ANSWERS_PER_PAGE="mange")


def test_every_setting_is_named_once_and_explained() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(
        setting.name.isupper() and setting.help.endswith((".", "…"))
        for setting in SETTINGS
    )


def test_the_folders_do_not_depend_on_where_the_program_is_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    found = load_settings({})

    assert Path(found["CONTENT_DIR"]).is_absolute()
    assert Path(found["INDEX_DIR"]).is_absolute()
