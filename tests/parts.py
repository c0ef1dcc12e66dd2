"""The parts that the tests are run in: what the fast part leaves out, and why, and how
much of the rest it tries.

A file that is slow for another reason, or a single test, says so by its own mark.
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGES = "walks through many pages, each of them made for one reader"
WORK = "leads drafts and records through the database, step by step"
HARM = "harms a database or its trail, and looks through all of it each time"
PROGRAMS = "starts programs, or waits for them"
DOCUMENTS = "makes whole documents, and reads them back"
MUCH = "tries the whole catalogue, or much text made by chance"
# Folders and files below this one. What the rooms of rules say (rules, language, gates,
# suggest, markup, search, catalogue) is tried in the fast part.
SLOW = {
    "catalogue/test_snapshot_cache.py": MUCH,
    "commands": PROGRAMS,
    "content/test_dump.py": WORK,
    "content/test_load.py": WORK,
    "content/test_load_agreements.py": WORK,
    "content/test_values.py": WORK,
    "exports/pathway/test_pdf.py": DOCUMENTS,
    "exports/test_appendix.py": DOCUMENTS,
    "exports/test_rendering.py": DOCUMENTS,
    "exports/test_status_paper.py": DOCUMENTS,
    "intake/test_docx_kinds.py": PROGRAMS,
    "markup/test_fuzz.py": MUCH,
    "publishing/test_acts.py": WORK,
    "publishing/test_comments.py": WORK,
    "publishing/test_editing.py": WORK,
    "publishing/test_handing_over.py": WORK,
    "publishing/test_kept_numbers.py": WORK,
    "publishing/test_many_rows.py": WORK,
    "publishing/test_removed_rows.py": WORK,
    "publishing/test_reopening.py": WORK,
    "publishing/test_since_return.py": WORK,
    "publishing/test_suggestions.py": WORK,
    "records/test_adoptions.py": WORK,
    "records/test_follow_up_checks.py": WORK,
    "records/test_originals.py": WORK,
    "records/test_proposals.py": WORK,
    "relevance/test_cards.py": MUCH,
    "storage/test_audit.py": HARM,
    "storage/test_backup.py": HARM,
    "storage/test_checks.py": HARM,
    "storage/test_events.py": HARM,
    "storage/test_migrating.py": HARM,
    "storage/test_migrations.py": HARM,
    "storage/test_proof.py": HARM,
    "storage/test_tampering.py": HARM,
    "storage/test_trail_checks.py": HARM,
    "storage/test_triggers.py": HARM,
    "storage/test_troubles.py": HARM,
    "test_bench.py": MUCH,
    "web/accounts": PAGES,
    "web/editorial": PAGES,
    "web/frame/test_catching_up.py": PAGES,
    "web/frame/test_once.py": PAGES,
    "web/frame/test_people.py": PAGES,
    "web/frame/test_together.py": PROGRAMS,
    "web/frame/test_waiting.py": PROGRAMS,
    "web/reader/test_citizen.py": PAGES,
    "web/reader/test_originals.py": PAGES,
    "web/reader/test_pathway.py": PAGES,
    "web/reader/test_ringing.py": PAGES,
    "web/reader/test_search.py": PAGES,
    "web/test_last_days.py": PAGES,
    "web/test_starved.py": PAGES,
}
# Files with one test, or a few, that take a minute and more: they are begun first.
# Begun last, one process would be at work for minutes while the others wait for it.
LONG = (
    "api/test_suggest.py",
    "browser/test_every_page.py",
    "browser/test_offline.py",
    "browser/test_reading_an_answer.py",
    "browser/test_text_editor.py",
    "intake/test_fuzz.py",
    "offline/test_reader.py",
    "publishing/test_any_sequence.py",
    "relevance/test_decided.py",
    "relevance/test_relevance.py",
    "test_scale.py",
    "web/test_page_sizes.py",
    "web/test_typed_is_shown.py",
)
# How many times fewer examples the fast part tries of a rule that holds for all texts,
# or all catalogues; and how many there are where a test says no number.
FEWER, FEWEST, USUAL = 5, 10, 100

_fewer = 1


def is_slow(path: Path) -> bool:
    """Whether the fast part leaves out a file of tests."""
    inside = path.relative_to(HERE)
    return any(one.as_posix() in SLOW for one in (inside, *inside.parents))


def is_long(path: Path) -> bool:
    """Whether a file of tests is begun before the others."""
    return path.relative_to(HERE).as_posix() in LONG


def be_fast() -> None:
    """From now on `examples` counts for the fast part."""
    global _fewer  # noqa: PLW0603
    _fewer = FEWER


def examples(number: int = USUAL) -> int:
    """How many examples are tried where the whole suite tries that many."""
    return min(number, max(FEWEST, number // _fewer))
