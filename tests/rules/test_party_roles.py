"""The roles that rules hold for stand in the vocabulary, and nowhere else by hand."""

from pathlib import Path

import pytest

import registry
from registry.content.files import read_yaml
from registry.rules.party_roles import ACCEDING, FORMAL, INVITED

PACKAGE = Path(registry.__file__).parent
CONTENT = PACKAGE.parent / "content"


@pytest.mark.parametrize("role", [ACCEDING, FORMAL, INVITED])
def test_a_role_that_rules_hold_for_is_a_key_of_the_vocabulary(role: str) -> None:
    file = read_yaml(CONTENT / "vocabulary" / "party-roles.yaml", CONTENT)

    assert role in {entry["key"] for entry in file["entries"]}


@pytest.mark.parametrize("role", [ACCEDING, FORMAL, INVITED])
def test_no_other_module_spells_it(role: str) -> None:
    spelled = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if f'"{role}"' in path.read_text(encoding="utf-8")
        and "migrations" not in path.parts
    ]

    assert spelled == ["rules/party_roles.py"]
