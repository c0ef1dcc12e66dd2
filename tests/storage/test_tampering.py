"""What is altered behind the catalogue's back is refused by the database or named by
`registry check`; nothing passes unseen.
"""

import shutil
import sqlite3
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import Engine

from registry.catalogue.queries import Catalogue
from registry.publishing import beginning
from registry.rules.checkpoint import Checkpoint, read
from registry.search.ask import Asker
from registry.storage.checks import faults
from registry.storage.db import connect, reading
from registry.storage.witness import Heads, Signer, against
from tests.publishing.people import RITA
from tests.storage.tampered import alter, in_use, make_anew


class Tampering(NamedTuple):
    """One way to alter the database. `lifted`: every trigger is taken away meanwhile,
    and is there again when it is looked for.
    """

    what: str
    statements: tuple[str, ...]
    lifted: bool = False


VERSION_COLUMNS = (
    "agreement_id, number, state, kind, title, summary, in_force_from, "
    "in_force_until, date_precision, date_confirmed, review_on, adoption_rule, "
    "made_under, owner, target_groups, focus_areas, goals, legal_basis, evidence, "
    "change_note, illustrative, treatment_responsibility, "
    "division_of_responsibility, economics, body, signed_reasons, revision, "
    "fingerprint, recorded_at, recorded_by"
)
RECORD = "ref, effective_on, recorded_at, recorded_by, void, reason, source, confirmed"
RECORDED = "'2026-11-02', '2026-11-02 10:00:00.000000', 'rita', 0, '', 'Brev', 1"
NEW_ACCOUNT = (
    "INSERT INTO account (username, name, roles, password_hash, token, closed, "
    "created_at) VALUES ('mallory', 'M', '[\"godkender\"]', '', 't', 0, "
    "'2026-11-01 10:00:00.000000')"
)
FORGED_APPROVAL = (
    "INSERT INTO approval (version_id, revision, fingerprint, verdict, decided_by, at, "
    "note, signed_reasons) SELECT id, revision, fingerprint, 'approved', 'ingen', "
    "'2026-11-22 10:00:00.000000', '', '[]' FROM version WHERE id = {}"
)


def one(what: str, *statements: str, lifted: bool = False) -> Tampering:
    return Tampering(what, statements, lifted)


# Straight at the tables, with every trigger where it belongs.
STRAIGHT = (
    one("a text is changed", "UPDATE version SET economics = 'Alt' WHERE id = 5"),
    one("a version is set back", "UPDATE version SET state = 'draft' WHERE id = 5"),
    one("a version is deleted", "DELETE FROM version WHERE id = 5"),
    one("a row is changed", "UPDATE snitflade SET payer = '[\"kommune\"]'"),
    one("a row is deleted", "DELETE FROM snitflade WHERE version_id = 5"),
    one(
        "a row is added",
        "INSERT INTO snitflade SELECT NULL, version_id, 99, 'ny', task_key, task, "
        + "situation, phase, target_groups, responsible, authority, payer, "
        + "treatment_responsible, contributes, informed, deadline, deadline_amount, "
        + "deadline_unit, deadline_relation, deadline_event, does_not_apply_to, "
        + "applies_in, economic_consequences, example, in_doubt, legal_basis, "
        + "section, source, fact, confirmed FROM snitflade WHERE version_id = 5 "
        + "LIMIT 1",
    ),
    one("a party is changed", "UPDATE party SET role = 'tiltraedende-part'"),
    one("a party is deleted", "DELETE FROM party WHERE version_id = 5"),
    one("a record is changed", "UPDATE ending SET effective_on = '2030-01-01'"),
    one("a record is deleted", "DELETE FROM adoption"),
    one("an approval is changed", "UPDATE approval SET decided_by = 'bodil'"),
    one("an approval is deleted", "DELETE FROM approval WHERE version_id = 6"),
    one("the trail is changed", "UPDATE audit_entry SET actor = 'en anden'"),
    one("the trail is cut", "DELETE FROM audit_entry WHERE id > 9"),
    one("an account is deleted", "DELETE FROM account WHERE username = 'gorm'"),
    one("an account is renamed", "UPDATE account SET username = 'x' WHERE id = 1"),
    one(
        "a version is published without approval",
        "UPDATE version SET state = 'published', number = 9 WHERE state = 'draft'",
    ),
    one(
        "a published version is inserted",
        f"INSERT INTO version ({VERSION_COLUMNS}) SELECT "
        + VERSION_COLUMNS.replace("number,", "9,")
        + " FROM version WHERE id = 5",
    ),
    one("a file is changed", "UPDATE edition_file SET content = x'00'"),
    one("a word is changed", "UPDATE word SET label = 'Andet'"),
)

# Straight at the tables: what no trigger can tell from honest work.
FORGED = (
    one("an approval by nobody", FORGED_APPROVAL.format(7)),
    one(
        "an approval by an account that does not exist, and its publication",
        "UPDATE version SET state = 'in_approval', fingerprint = 'f' WHERE id = 8",
        FORGED_APPROVAL.format(8),
        "UPDATE version SET state = 'published', number = 1 WHERE id = 8",
    ),
    one(
        "an ending",
        f"INSERT INTO ending ({RECORD}, agreement) VALUES ('falsk', {RECORDED}, "
        + "'proeve-udskrivning')",
    ),
    one(
        "an ending that is recorded long ago",
        f"INSERT INTO ending ({RECORD}, agreement) VALUES ('falsk', "
        + RECORDED.replace("2026-11-02 10", "2026-01-01 10")
        + ", 'proeve-udskrivning')",
    ),
    one(
        "a continuation",
        f"INSERT INTO continuation ({RECORD}, agreement, health_agreement, decision) "
        + f"VALUES ('falsk', {RECORDED}, 'proeve-lokal', 'sundhedsaftale-2024-2027', "
        + "'ophoerer')",
    ),
    one(
        "an adoption",
        f"INSERT INTO adoption ({RECORD}, agreement, version, organisation, decision, "
        + f"reference, fingerprint) VALUES ('falsk', {RECORDED}, 'proeve-lokal', 2, "
        + "'proeveregion', 'vedtaget', '', 'f')",
    ),
    one(
        "a confirmation",
        f"INSERT INTO confirmation ({RECORD}, agreement, version, row) VALUES ('falsk',"
        + f" {RECORDED}, 'proeve-udskrivning', 2, 'koersel')",
    ),
    one(
        "a review",
        f"INSERT INTO review ({RECORD}, agreement) VALUES ('falsk', {RECORDED}, "
        + "'proeve-udskrivning')",
    ),
    one(
        "an editor's note",
        f"INSERT INTO editor_note ({RECORD}, agreement, text) VALUES ('falsk', "
        + f"{RECORDED}, 'proeve-udskrivning', 'Gælder ikke')",
    ),
    one(
        "a rekeying",
        f"INSERT INTO rekeying ({RECORD}, agreement, row, task_key) VALUES ('falsk', "
        + f"{RECORDED}, 'proeve-udskrivning', 'koersel', 'varsling')",
    ),
    one(
        "a settling",
        f"INSERT INTO settling ({RECORD}, finding, told) VALUES ('falsk', {RECORDED}, "
        + "'hul-1:a', '')",
    ),
    one(
        "an original for readers",
        f"INSERT INTO shown_original ({RECORD}, agreement, version, sha256, name, told)"
        + f" VALUES ('falsk', {RECORDED}, 'proeve-udskrivning', 1, '', 'a.docx', '')",
    ),
    one(
        "an aim",
        f"INSERT INTO aim ({RECORD}, health_agreement, aim, title, focus_area, goals, "
        + f"indicators) VALUES ('falsk', {RECORDED}, 'sundhedsaftale-2024-2027', 'a', "
        + "'Falsk', 'psykisk-sygdom', '[]', '[]')",
    ),
    one(
        "a figure",
        f"INSERT INTO measurement ({RECORD}, indicator, place, period, value, unit) "
        + f"VALUES ('falsk', {RECORDED}, 'genindlaeggelser', 'nordby', 'year', 1.5, "
        + "'procent')",
    ),
    one(
        "a status report",
        f"INSERT INTO status_report ({RECORD}, health_agreement, occasion, "
        + f"received_by, text) VALUES ('falsk', {RECORDED}, "
        + "'sundhedsaftale-2024-2027', 'midtvejs', 'nordby', 'Falsk')",
    ),
    one(
        "how far a municipality has come",
        f"INSERT INTO implementation ({RECORD}, health_agreement, agreement, "
        + f"focus_area, municipality, stage) VALUES ('falsk', {RECORDED}, "
        + "'sundhedsaftale-2024-2027', '', 'psykisk-sygdom', 'nordby', 'i-drift')",
    ),
    one(
        "a succession",
        f"INSERT INTO succession ({RECORD}, predecessors, successors, date_precision) "
        + f"VALUES ('falsk', {RECORDED}, '[\"nordby\"]', '[\"nyregion\"]', 'day')",
    ),
    one(
        "a correction that makes a record void",
        f"INSERT INTO ending ({RECORD}, corrects, agreement) SELECT 'falsk', "
        + RECORDED.replace(" 0,", " 1,")
        + ", ref, agreement FROM ending LIMIT 1",
    ),
    one(
        "a term",
        "INSERT INTO term SELECT NULL, 'falsk', 99, 'falsk', 'falsk', same, "
        + "abbreviations, everyday, misspellings, narrower, broader, confusable, "
        + "confusable_note, link, source, confirmed, recorded_at, recorded_by, "
        + "[foreign] FROM term LIMIT 1",
    ),
    one(
        "a later form of a term",
        "INSERT INTO term SELECT NULL, key, position, term, 'noget andet', same, "
        + "abbreviations, everyday, misspellings, narrower, broader, confusable, "
        + "confusable_note, link, source, confirmed, '2026-11-02 10:00:00.000000', "
        + "recorded_by, [foreign] FROM term LIMIT 1",
    ),
    one(
        "a word",
        "INSERT INTO word SELECT NULL, scheme, 'falsk', 99, 'falsk', description, "
        + "also, sector, source, recorded_at, recorded_by, '', NULL, '[]', '[]', "
        + "NULL FROM word LIMIT 1",
    ),
    one(
        "an organisation",
        "INSERT INTO organisation SELECT NULL, 'falsk', 'Falsk', kind, sector, parent, "
        + "planning_areas, area_hospital, psychiatric_centres, health_cluster, "
        + "health_council, valid_from, valid_to, note, source, confirmed, recorded_at, "
        + "recorded_by FROM organisation LIMIT 1",
    ),
    one(
        "a contact point",
        "INSERT INTO contact_point (organisation, function, phone, hours, source, "
        + "recorded_at, recorded_by) VALUES ('nordby', 'vagt', '1', '', '', "
        + "'2026-11-02 10:00:00.000000', 'rita')",
    ),
    one("an agreement", "INSERT INTO agreement (slug) VALUES ('falsk')"),
    one(
        "a health agreement",
        "INSERT INTO health_agreement SELECT NULL, 'falsk', title, '2029-01-01', "
        + "'2033-01-01', date_precision, parties, parties_note, period_note, "
        + "focus_areas, goals, legal_basis, approved_by, status_note, source, "
        + "confirmed, illustrative, body, recorded_at, recorded_by FROM "
        + "health_agreement",
    ),
    one("an account", NEW_ACCOUNT),
    one("a role", "UPDATE account SET roles = '[\"godkender\"]' WHERE id = 1"),
    one("a password", "UPDATE account SET password_hash = 'x' WHERE id = 4"),
    one("a session", "UPDATE account SET token = 'x' WHERE id = 4"),
    one("a one-time link", "UPDATE account SET link_hash = 'x' WHERE id = 4"),
    one("a closed account", "UPDATE account SET closed = 1 WHERE id = 4"),
    one("another's sign-in", "UPDATE account SET issuer = 'x', subject = 'y'"),
    one(
        "a contribution by another",
        "INSERT INTO contribution SELECT NULL, agreement_id, version_id, part, edit, "
        + "'gorm', at, text FROM contribution LIMIT 1",
    ),
    one(
        "a proposal",
        "INSERT INTO proposal SELECT NULL, kind, title, entries, 'bodil', at FROM "
        + "proposal LIMIT 1",
    ),
    one(
        "a confirmed proposal",
        "INSERT INTO resolution (proposal_id, outcome, decided_by, at, note) VALUES "
        + "(2, 'confirmed', 'gorm', '2026-11-02 10:00:00.000000', '')",
    ),
    one(
        "a link for adoption",
        "INSERT INTO adoption_link SELECT NULL, version_id, fingerprint, 'falsk', "
        + "sent_by, at FROM adoption_link",
    ),
    one(
        "an issued appendix",
        "INSERT INTO edition SELECT NULL, health_agreement, title, as_of, at, "
        + "issued_by, parameters, continued, unsettled, undecided, fingerprint, hash "
        + "FROM edition",
    ),
    one(
        "a file of an issued appendix",
        "INSERT INTO edition_file SELECT NULL, edition_id, 'txt', label, 'b.txt', "
        + "media_type, size, sha256, content FROM edition_file",
    ),
    one(
        "an entry of the trail",
        "INSERT INTO audit_entry (at, actor, act, subject, detail, previous, hash) "
        + "SELECT at, 'gorm', 'approve', 'x', '', hash, 'h' FROM audit_entry ORDER BY "
        + "id DESC LIMIT 1",
    ),
    one(
        "a draft",
        f"INSERT INTO version ({VERSION_COLUMNS}) SELECT "
        + VERSION_COLUMNS.replace("agreement_id", "2")
        .replace("number,", "NULL,")
        .replace("state,", "'draft',")
        + " FROM version WHERE id = 8",
    ),
    one("a draft's text", "UPDATE version SET title = 'Andet' WHERE id = 8"),
    one("a withdrawn draft", "UPDATE version SET state = 'withdrawn' WHERE id = 8"),
    one("a deleted draft", "DELETE FROM version WHERE id = 8"),
    one(
        "a row of a draft",
        "INSERT INTO party (version_id, organisation, role) VALUES (8, 'nordby', "
        + "'formel-part')",
    ),
)

# INSERT OR REPLACE and UPDATE OR REPLACE delete what stands in their way.
REPLACED = (
    one(
        "a word over its own key",
        "INSERT OR REPLACE INTO word SELECT NULL, scheme, key, position, 'Andet', "
        + "description, also, sector, source, recorded_at, recorded_by, '', NULL, "
        + "'[]', '[]', NULL FROM word",
    ),
    one(
        "a term over its own key",
        "INSERT OR REPLACE INTO term SELECT NULL, key, position, term, 'andet', same, "
        + "abbreviations, everyday, misspellings, narrower, broader, confusable, "
        + "confusable_note, link, source, confirmed, recorded_at, recorded_by, "
        + "[foreign] FROM term",
    ),
    one(
        "an organisation over its own key",
        "INSERT OR REPLACE INTO organisation SELECT NULL, slug, 'Andet', kind, sector, "
        + "parent, planning_areas, area_hospital, psychiatric_centres, "
        + "health_cluster, health_council, valid_from, valid_to, note, source, "
        + "confirmed, recorded_at, recorded_by FROM organisation",
    ),
    one(
        "an ending over its own name",
        f"INSERT OR REPLACE INTO ending ({RECORD}, agreement) SELECT ref, {RECORDED}, "
        + "agreement FROM ending",
    ),
    one("an agreement", "INSERT OR REPLACE INTO agreement VALUES (99, 'proeve-lokal')"),
    one(
        "a health agreement",
        "INSERT OR REPLACE INTO health_agreement SELECT 99, slug, 'Andet', "
        + "period_start, period_end, date_precision, parties, parties_note, "
        + "period_note, focus_areas, goals, legal_basis, approved_by, status_note, "
        + "source, confirmed, illustrative, body, recorded_at, recorded_by FROM "
        + "health_agreement",
    ),
    one(
        "an account over its own name",
        NEW_ACCOUNT.replace("INSERT", "INSERT OR REPLACE").replace("mallory", "gorm"),
    ),
    one(
        "an account over its own id",
        NEW_ACCOUNT.replace("INSERT", "INSERT OR REPLACE")
        .replace("(username", "(id, username")
        .replace("('mallory'", "(4, 'mallory'"),
    ),
    one(
        "a link for adoption over its own key",
        "INSERT OR REPLACE INTO adoption_link SELECT NULL, version_id, 'f', token, "
        + "sent_by, at FROM adoption_link",
    ),
    one(
        "a resolution over its proposal",
        "INSERT OR REPLACE INTO resolution SELECT NULL, proposal_id, 'rejected', "
        + "'bodil', at, note FROM resolution",
    ),
    one(
        "a file over its format",
        "INSERT OR REPLACE INTO edition_file SELECT NULL, edition_id, format, label, "
        + "name, media_type, size, sha256, x'00' FROM edition_file",
    ),
    one(
        "an entry of the trail over its own hash",
        "INSERT OR REPLACE INTO audit_entry (at, actor, act, subject, detail, "
        + "previous, hash) SELECT at, 'en anden', act, subject, detail, previous, hash "
        + "FROM audit_entry WHERE id = 5",
    ),
    one(
        "a published version over its number",
        f"INSERT OR REPLACE INTO version ({VERSION_COLUMNS}) SELECT "
        + VERSION_COLUMNS.replace("state,", "'draft',")
        + " FROM version WHERE id = 5",
    ),
    one(
        "a draft with a published version's number",
        "UPDATE OR REPLACE version SET agreement_id = 4, number = 2 WHERE id = 8",
    ),
    one(
        "a draft with a published version's id",
        "UPDATE OR REPLACE version SET id = 5 WHERE id = 8",
    ),
    one("a draft with another id", "UPDATE version SET id = 88 WHERE id = 8"),
    one(
        "another's draft",
        f"INSERT OR REPLACE INTO version ({VERSION_COLUMNS}) SELECT "
        + VERSION_COLUMNS
        + " FROM version WHERE id = 8",
    ),
    one(
        "a published row's id, from a draft",
        "INSERT INTO party (version_id, organisation, role) VALUES (8, 'nordby', "
        + "'formel-part')",
        "UPDATE OR REPLACE party SET id = (SELECT min(id) FROM party) WHERE version_id "
        + "= 8",
    ),
    one(
        "a published row by its id",
        "INSERT OR REPLACE INTO party (id, version_id, organisation, role) VALUES (1, "
        + "8, 'nordby', 'formel-part')",
    ),
)

# With every trigger taken away, and put back word for word.
LIFTED = (
    one("a text", "UPDATE version SET economics = 'Alt' WHERE id = 5", lifted=True),
    one("a number", "UPDATE version SET number = 7 WHERE id = 5", lifted=True),
    one(
        "when it was recorded",
        "UPDATE version SET recorded_at = '2026-01-01 10:00:00.000000' WHERE id = 6",
        lifted=True,
    ),
    one(
        "who recorded it",
        "UPDATE version SET recorded_by = 'bodil' WHERE id = 6",
        lifted=True,
    ),
    one(
        "a version's state",
        "UPDATE version SET state = 'draft' WHERE id = 6",
        lifted=True,
    ),
    one(
        "the reasons that were signed",
        "UPDATE version SET signed_reasons = '[\"a: b\"]' WHERE id = 6",
        lifted=True,
    ),
    one(
        "who approved",
        "UPDATE approval SET decided_by = 'bodil' WHERE version_id = 6",
        lifted=True,
    ),
    one(
        "when it was approved",
        "UPDATE approval SET at = '2026-01-01 10:00:00.000000' WHERE version_id = 6",
        lifted=True,
    ),
    one("an approval", "DELETE FROM approval WHERE version_id = 6", lifted=True),
    one(
        "a whole published version",
        *(
            f"DELETE FROM {table} WHERE version_id = 6"
            for table in ("snitflade", "party", "relation", "approval", "contribution")
        ),
        "DELETE FROM version WHERE id = 6",
        lifted=True,
    ),
    one(
        "a whole agreement",
        *(
            f"DELETE FROM {table} WHERE version_id = 1"
            for table in ("snitflade", "party", "relation", "approval")
        ),
        "DELETE FROM version WHERE id = 1",
        "DELETE FROM agreement WHERE id = 1",
        lifted=True,
    ),
    one("an ending", "UPDATE ending SET effective_on = '2030-01-01'", lifted=True),
    one("an ending that is gone", "DELETE FROM ending", lifted=True),
    one(
        "when an ending was recorded",
        "UPDATE ending SET recorded_at = '2026-01-01 " + "10:00:00.000000'",
        lifted=True,
    ),
    one("an adoption", "UPDATE adoption SET decision = 'ikke vedtaget'", lifted=True),
    one("an adoption that is gone", "DELETE FROM adoption WHERE id = 2", lifted=True),
    one("a continuation", "UPDATE continuation SET decision = 'ophoerer'", lifted=True),
    one("a word", "UPDATE word SET label = 'Andet' WHERE id = 1", lifted=True),
    one("a term", "UPDATE term SET meaning = 'andet' WHERE id = 1", lifted=True),
    one(
        "an organisation",
        "UPDATE organisation SET name = 'A' WHERE id = 1",
        lifted=True,
    ),
    one(
        "an organisation that is gone",
        "DELETE FROM organisation WHERE id = 1",
        lifted=True,
    ),
    one("a proposal", "UPDATE proposal SET proposed_by = 'bodil'", lifted=True),
    one("who confirmed", "UPDATE resolution SET decided_by = 'bodil'", lifted=True),
    one("who wrote", "UPDATE contribution SET author = 'rene'", lifted=True),
    one(
        "what was written",
        "UPDATE contribution SET text = '{}' WHERE id = 1",
        lifted=True,
    ),
    one(
        "an account that is gone",
        "DELETE FROM account WHERE username = 'gorm'",
        lifted=True,
    ),
    one(
        "an account's name",
        "UPDATE account SET username = 'x' WHERE id = 4",
        lifted=True,
    ),
    one("who issued", "UPDATE edition SET issued_by = 'bodil'", lifted=True),
    one(
        "an issued file with its hash",
        "UPDATE edition_file SET content = x'00', sha256 = '"
        + "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'",
        lifted=True,
    ),
    one(
        "an entry's words",
        "UPDATE audit_entry SET detail = 'x' WHERE id = 5",
        lifted=True,
    ),
    one(
        "an entry's time",
        "UPDATE audit_entry SET at = '2026-01-01 10:00:00.000000' " + "WHERE id = 5",
        lifted=True,
    ),
    one("an entry that is gone", "DELETE FROM audit_entry WHERE id = 12", lifted=True),
    one(
        "the trail's end",
        "DELETE FROM audit_entry WHERE id > (SELECT max(id) - 3 FROM audit_entry)",
        lifted=True,
    ),
    one("all of the trail", "DELETE FROM audit_entry", lifted=True),
)

# What the rest of the check finds, though it be sealed anew: it makes no sense.
MEND = ("a file of an issued appendix",)

# The guards themselves.
GUARDS = (
    one("a trigger that is gone", "DROP TRIGGER immutable_version_update"),
    one(
        "a trigger that never holds",
        "DROP TRIGGER immutable_version_update",
        "CREATE TRIGGER immutable_version_update BEFORE UPDATE ON version WHEN 0 AND "
        + "(OLD.state = 'published') BEGIN SELECT RAISE(ABORT, 'a published version is "
        + "immutable'); END",
    ),
    one(
        "a trigger that says nothing",
        "DROP TRIGGER immutable_version_update",
        "CREATE TRIGGER immutable_version_update BEFORE UPDATE ON version WHEN "
        + "OLD.state = 'published' BEGIN SELECT 1; END",
    ),
    one(
        "a trigger on another table",
        "DROP TRIGGER immutable_version_update",
        "CREATE TRIGGER immutable_version_update BEFORE UPDATE ON unanswered_question "
        + "WHEN OLD.id = 'OLD.state = ''published''' BEGIN SELECT 1; END",
    ),
    one(
        "a trigger after the deed",
        "DROP TRIGGER immutable_version_update",
        "CREATE TRIGGER immutable_version_update AFTER UPDATE OF kind ON version WHEN "
        + "OLD.state = 'published' BEGIN SELECT RAISE(ABORT, 'a published version is "
        + "immutable'); END",
    ),
    one(
        "a trigger of somebody's own",
        "CREATE TRIGGER eget AFTER INSERT ON audit_entry BEGIN UPDATE account SET "
        + "closed = 1 WHERE id = NEW.id; END",
    ),
    one("an index that is gone", "DROP INDEX one_open_draft"),
    one(
        "an index that holds for nothing",
        "DROP INDEX one_open_draft",
        "CREATE UNIQUE INDEX one_open_draft ON version (agreement_id) WHERE 0",
    ),
    one(
        "a table without its keys",
        "CREATE TABLE ny (id INTEGER NOT NULL, text VARCHAR NOT NULL, first_on DATE "
        + "NOT NULL, last_on DATE NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (id))",
        "DROP TABLE unanswered_question",
        "ALTER TABLE ny RENAME TO unanswered_question",
    ),
    one("a table that is gone", "DROP TABLE unanswered_question"),
    one("a column of somebody's own", "ALTER TABLE account ADD COLUMN x TEXT"),
    one("a view in a table's place", "CREATE VIEW eget AS SELECT 1"),
)
# By one who then makes the seals and the whole chain anew, so that all of it fits. A
# witness from before tells it.
REMADE = (
    *(t for t in LIFTED if "trail" not in t.what and "entry" not in t.what),
    *(t for t in FORGED if "trail" not in t.what and t.what not in MEND),
    one(
        "nothing at all but an entry's words",
        "UPDATE audit_entry SET detail = 'x' " + "WHERE id = 5",
        lifted=True,
    ),
    one(
        "nothing at all but who did it",
        "UPDATE audit_entry SET actor = 'bodil' WHERE " + "act = 'approve'",
        lifted=True,
    ),
    one(
        "nothing at all but when",
        "UPDATE audit_entry SET at = (SELECT at FROM "
        + "audit_entry WHERE id = 4) WHERE id = 5",
        lifted=True,
    ),
    one(
        "the trail's end, and all that it told of",
        "DELETE FROM contribution WHERE id = (SELECT max(id) FROM contribution)",
        "DELETE FROM seal WHERE entry_id = (SELECT max(id) FROM audit_entry)",
        "DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)",
        lifted=True,
    ),
    one(
        "the whole trail, for one that seals all as it stands",
        "DELETE FROM seal",
        "DELETE FROM audit_entry WHERE id > 1",
        "UPDATE audit_entry SET act = 'sealed', subject = '0008_seals'",
        lifted=True,
    ),
)
# Siblings, thought of later: by other statements, in other places, of other kinds.
LAST = "(SELECT max(id) FROM audit_entry)"
SIBLINGS = (
    one(
        "a password, by the way of a conflict",
        NEW_ACCOUNT.replace("mallory", "gorm")
        + " ON CONFLICT (username) DO UPDATE SET password_hash = 'x'",
    ),
    one(
        "a text, by the way of a conflict",
        "INSERT INTO word SELECT * FROM word WHERE true ON CONFLICT DO UPDATE SET "
        + "label = 'Andet'",
    ),
    one("who is an administrator", "UPDATE account SET roles = '[\"administrator\"]'"),
    one("an account by another spelling", NEW_ACCOUNT.replace("mallory", "Gorm")),
    one(
        "who wrote what, in a draft that is under way",
        "INSERT OR REPLACE INTO contribution SELECT id, agreement_id, version_id, "
        + "part, edit, 'gorm', at, text FROM contribution",
    ),
    one("a seal", "INSERT OR REPLACE INTO seal SELECT * FROM seal WHERE id = 3"),
    one(
        "a seal more",
        f"INSERT INTO seal SELECT NULL, {LAST}, of_table, of_row, 'x' FROM seal "
        + "LIMIT 1",
    ),
    one(
        "a seal of nothing",
        "INSERT INTO seal (entry_id, of_table, of_row, digest) VALUES (9999, 'word', "
        + "1, 'x')",
    ),
    one(
        "a row of a version that is not there",
        "INSERT INTO party (version_id, organisation, role) VALUES (999, 'nordby', "
        + "'formel-part')",
    ),
    one("a party of a draft exchanged", "UPDATE party SET version_id = 8"),
    one("a draft made another's", "UPDATE version SET agreement_id = 1 WHERE id = 8"),
    one("a draft's writer", "UPDATE version SET recorded_by = 'gorm' WHERE id = 8"),
    one("a draft's revision", "UPDATE version SET revision = 9 WHERE id = 8"),
    one("a list that is none", "UPDATE version SET goals = '' WHERE id = 8"),
    one(
        "a list that is none, in what is recorded",
        "UPDATE organisation SET planning_areas = '' WHERE planning_areas = '[]'",
        lifted=True,
    ),
    one(
        "two brackets where nothing stood",
        "UPDATE ending SET reason = '[]' WHERE reason = ''",
        "UPDATE word SET description = '[]' WHERE description = ''",
        lifted=True,
    ),
    one(
        "the same letters as bytes",
        "UPDATE word SET label = CAST(label AS BLOB)",
        lifted=True,
    ),
    one(
        "letters that are none",
        "UPDATE word SET label = CAST(x'ff41' AS TEXT)",
        lifted=True,
    ),
    one(
        "two rows that changed places",
        "UPDATE word SET id = -1 WHERE id = 1",
        "UPDATE word SET id = 1 WHERE id = 2",
        "UPDATE word SET id = 2 WHERE id = -1",
        lifted=True,
    ),
    one(
        "a list written with other signs",
        "UPDATE version SET target_groups = replace(target_groups, ',', ' ,') || ' '",
        lifted=True,
    ),
    one(
        "a draft as it was before, by the order of its seals",
        "UPDATE version SET state = 'approved' WHERE id = 7",
        "UPDATE seal SET id = id + 100000 WHERE id = (SELECT id FROM seal WHERE "
        + "of_table = 'version' AND of_row = 7 ORDER BY id DESC LIMIT 1 OFFSET 1)",
        lifted=True,
    ),
    one(
        "the numbers of the trail's entries",
        "UPDATE audit_entry SET id = id + 100000 WHERE id > 9",
        "UPDATE seal SET entry_id = entry_id + 100000 WHERE entry_id > 9",
        lifted=True,
    ),
    one(
        "an entry before the first",
        "INSERT INTO audit_entry (id, at, actor, act, subject, detail, previous, hash, "
        + "sealed) SELECT -1, at, actor, act, subject, detail, previous, hash, sealed "
        + "FROM audit_entry WHERE id = 1",
    ),
    one(
        "an entry from a day to come",
        "UPDATE audit_entry SET at = '2099-01-01 10:00:00.000000' WHERE id = 5",
        lifted=True,
    ),
    one(
        "a day to come, in what is recorded",
        "UPDATE ending SET recorded_at = '2099-01-01 10:00:00.000000'",
        lifted=True,
    ),
    one(
        "every seal, so that all is as before there were any",
        "DELETE FROM seal",
        "UPDATE audit_entry SET sealed = ''",
        lifted=True,
    ),
    one("which schema it has", "UPDATE alembic_version SET version_num = '0001'"),
    one("no schema at all", "DELETE FROM alembic_version"),
    one(
        "a view in the place of a table that is elsewhere",
        "ALTER TABLE word RENAME TO word_before",
        "CREATE VIEW word AS SELECT * FROM word_before",
    ),
    one(
        "a table with a column that takes another's place",
        "ALTER TABLE ending RENAME COLUMN reason TO reason_before",
        "ALTER TABLE ending ADD COLUMN reason VARCHAR NOT NULL DEFAULT ''",
    ),
    one("a key of somebody's own", "CREATE UNIQUE INDEX eget ON account (name)"),
    one(
        "a trigger that says so otherwise",
        "DROP TRIGGER immutable_word_update",
        "CREATE TRIGGER immutable_word_update BEFORE UPDATE ON word WHEN 1 = 1 BEGIN "
        + "SELECT RAISE(IGNORE); END",
    ),
    one(
        "a trigger that speaks of one column",
        "DROP TRIGGER lasting_account_update",
        "CREATE TRIGGER lasting_account_update BEFORE UPDATE OF id ON account WHEN "
        + "NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'x'); END",
    ),
    one(
        "a published version's row, deleted with its history",
        "DELETE FROM seal WHERE of_table = 'snitflade' AND of_row = 1",
        "DELETE FROM snitflade WHERE id = 1",
        lifted=True,
    ),
    one(
        "an original",
        "UPDATE edition_file SET content = CAST(content AS TEXT)",
        lifted=True,
    ),
    one("a proposal's place", "UPDATE proposal SET id = 77 WHERE id = 2", lifted=True),
    one(
        "a decision of another proposal",
        "UPDATE resolution SET proposal_id = 2",
        lifted=True,
    ),
    one(
        "an approval of another version",
        "UPDATE approval SET version_id = 5 WHERE version_id = 6",
        lifted=True,
    ),
)
# What goes with drafts, and siblings of other kinds: beside the columns, the triggers'
# own text, and who is counted as a writer.
SCHEMA = "PRAGMA writable_schema = ON"
MOMENT = "'2026-11-22 10:00:00.000000'"
BESIDE = (
    one(
        "a handover of a draft",
        "INSERT INTO handover (version_id, from_person, to_person, handed_by, at) "
        + f"VALUES (8, 'rita', 'rene', 'ada', {MOMENT})",
    ),
    one(
        "a comment in another's name",
        "INSERT INTO draft_comment (version_id, part, quote, text, author, at, closes) "
        + f"VALUES (8, 'udgave', '', 'Enig', 'gorm', {MOMENT}, 1)",
    ),
    one(
        "a finding taken up in a draft",
        "INSERT INTO finding_draft (version_id, finding, told, taken_up_by, "
        + f"recorded_at) VALUES (8, 'hul-1:a', 'Hul', 'rita', {MOMENT})",
    ),
    one(
        "a suggestion that was refused",
        "INSERT INTO suggestion_decision (agreement_id, version_id, suggestion, "
        + "sentence, choosing, row_key, decided_by, at) SELECT agreement_id, id, 'x', "
        + f"'y', 'refused', '', 'rita', {MOMENT} FROM version WHERE id = 8",
    ),
    one(
        "an original that nobody took in",
        "INSERT INTO intake (version_id, name, media_type, size, sha256, content, "
        + "report, taken_in_by, at) VALUES (8, 'a.md', 'text/markdown', 1, '"
        + "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b', x'31', "
        + f"'[]', 'rita', {MOMENT})",
    ),
    one(
        "a relation of a published version",
        "INSERT INTO relation (version_id, kind, agreement) VALUES (5, 'replaces', "
        + "'proeve-gammel')",
    ),
    one("an account's name as people see it", "UPDATE account SET name = 'Gorm'"),
    one("an agreement's address", "UPDATE agreement SET slug = 'andet' WHERE id = 1"),
    one(
        "a writer who is not counted",
        "UPDATE contribution SET edit = 'set-aside'",
        lifted=True,
    ),
    one(
        "what was written in another agreement",
        "UPDATE contribution SET agreement_id = 1 WHERE agreement_id <> 1",
        lifted=True,
    ),
    one("a yes that was a no", "UPDATE approval SET verdict = 'returned'", lifted=True),
    one(
        "the reasons that were signed",
        "UPDATE version SET signed_reasons = '[]' WHERE id = 6",
        "UPDATE approval SET signed_reasons = '[]' WHERE version_id = 6",
        lifted=True,
    ),
    one(
        "the text that was adopted",
        "UPDATE adoption SET fingerprint = 'f'",
        lifted=True,
    ),
    one(
        "the day of an issued appendix",
        "UPDATE edition SET as_of = '2026-12-01'",
        lifted=True,
    ),
    one(
        "two seals of one entry that changed places",
        "UPDATE seal SET of_row = -of_row WHERE entry_id = 1 AND of_table = 'word'",
        "UPDATE seal SET of_row = CASE of_row WHEN -1 THEN 2 WHEN -2 THEN 1 ELSE "
        + "-of_row END WHERE entry_id = 1 AND of_table = 'word'",
        "UPDATE word SET id = CASE id WHEN 1 THEN -2 ELSE -1 END WHERE id IN (1, 2)",
        "UPDATE word SET id = -id WHERE id < 0",
        lifted=True,
    ),
    one(
        "a trigger's own text",
        SCHEMA,
        "UPDATE sqlite_master SET sql = replace(sql, 'WHEN ', 'WHEN 0 AND ') WHERE "
        + "name = 'immutable_version_update'",
    ),
    one(
        "a table's own text",
        SCHEMA,
        "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE type = "
        + "'table' AND name = 'party'",
    ),
    one(
        "an empty text where nothing stood",
        "UPDATE organisation SET parent = '' WHERE parent IS NULL",
        lifted=True,
    ),
    one(
        "an empty text where nothing stood, in what may be changed",
        "UPDATE account SET issuer = '', subject = '' WHERE id = 1",
    ),
    one(
        "the same moment by other signs, in the trail",
        "UPDATE audit_entry SET at = replace(at, ' ', 'T') WHERE id = 5",
        lifted=True,
    ),
    one(
        "a check that keeps people out",
        SCHEMA,
        "UPDATE sqlite_master SET sql = replace(sql, 'username VARCHAR NOT NULL', "
        + "'username VARCHAR NOT NULL CHECK (length(username) > 900)') WHERE name = "
        + "'account'",
    ),
    one(
        "a key of what is calculated",
        "CREATE UNIQUE INDEX eget ON resolution (proposal_id + 0)",
    ),
    one(
        "a trigger taken out of the schema",
        SCHEMA,
        "DELETE FROM sqlite_master WHERE name = 'immutable_snitflade_delete'",
    ),
)
TAMPERINGS = {
    f"{kind}: {tampering.what}": tampering
    for kind, table in {
        "straight": STRAIGHT,
        "forged": FORGED,
        "replaced": REPLACED,
        "lifted": LIFTED,
        "guards": GUARDS,
        "siblings": SIBLINGS,
        "beside": BESIDE,
    }.items()
    for tampering in table
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """An installation in use; copied, never written to."""
    return in_use(tmp_path_factory.mktemp("in_use"), catalogue_dir).parent


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path, dirs_exist_ok=True))


def look(folder: Path) -> list[str]:
    """What `registry check` says of it."""

    def asker(on: Engine) -> Asker:
        return Asker(Catalogue(on), folder / "index")

    return faults(connect(f"sqlite:///{folder / 'registry.sqlite'}"), asker)


@pytest.fixture
def witness(folder: Path) -> Checkpoint:
    """The head of the trail, kept before anything was altered."""
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    return read(signer(folder).sign(Heads().head(engine)))


def signer(folder: Path) -> Signer:
    url = f"sqlite:///{folder / 'registry.sqlite'}"
    return Signer("", url, "https://kataloget.example")


def held_against(folder: Path, witness: Checkpoint) -> list[str]:
    """What the witness says of today's trail."""
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    with reading(engine) as session:
        return list(against(session, witness, signer(folder)))


def test_an_installation_in_use_is_sound(folder: Path) -> None:
    assert look(folder) == []


@pytest.mark.parametrize("name", TAMPERINGS)
def test_nothing_is_altered_unseen(folder: Path, name: str) -> None:
    tampering = TAMPERINGS[name]
    try:
        alter(folder / "registry.sqlite", tampering.statements, lifted=tampering.lifted)
    except sqlite3.IntegrityError:
        return  # refused

    assert look(folder) != []


@pytest.mark.parametrize("tampering", REMADE, ids=[t.what for t in REMADE])
def test_what_is_made_anew_is_told_by_a_witness(
    folder: Path, witness: Checkpoint, tampering: Tampering
) -> None:
    path = folder / "registry.sqlite"
    try:
        alter(path, tampering.statements, lifted=tampering.lifted)
    except sqlite3.IntegrityError:
        return  # refused
    make_anew(path)

    assert held_against(folder, witness) != []


def test_one_entry_altered_and_the_chain_made_anew_is_told_by_the_witness_alone(
    folder: Path, witness: Checkpoint
) -> None:
    altered = "UPDATE audit_entry SET detail = 'x' WHERE act = 'approve'"
    alter(folder / "registry.sqlite", [altered], lifted=True)
    make_anew(folder / "registry.sqlite")

    assert look(folder) == []
    assert held_against(folder, witness) == [
        f"De første {witness.head.size} poster i historikken er ikke dem, vidnet fra "
        f"{witness.at} så: Historikken er lavet om."
    ]


def test_a_trail_cut_with_all_that_its_end_told_of_is_told_by_the_witness_alone(
    folder: Path, witness: Checkpoint
) -> None:
    (cut,) = (t for t in REMADE if t.what.startswith("the trail's end"))
    alter(folder / "registry.sqlite", cut.statements, lifted=True)

    assert look(folder) == []
    (fault,) = held_against(folder, witness)
    assert fault.endswith("Slutningen er skåret af.")


def test_work_that_goes_on_fits_the_witness(folder: Path, witness: Checkpoint) -> None:
    catalogue = Catalogue(connect(f"sqlite:///{folder / 'registry.sqlite'}"))
    beginning.begin_agreement(catalogue, "Endnu en aftale", "", RITA)

    assert held_against(folder, witness) == []
