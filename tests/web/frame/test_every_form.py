"""Every form that is sent to the catalogue carries a key by which it is done once, or
stands here with the reason why twice is the same as once.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from flask import Flask

from registry.accounts import accounts
from registry.models import Account, AuditEntry
from registry.rules.linked_accounts import COMMAND_LINE
from tests.web.accounts.samples import PAGE, link_in, of_nina, twice
from tests.web.forms import Changes, forms_of
from tests.web.frame.test_once import at_once, count, led_to
from tests.web.people import NEW_PASSWORD, Browser, engine_of, sign_in
from tests.web.writing import draft_of, path, words

TEMPLATES = Path(__file__).parents[3] / "registry" / "templates"
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
ADDRESS = re.compile(r"""action="\{\{ (?:url_for\(['"])?([\w.]+)""")
KEY = "forms.once()"

# Forms without a key, by template and what the form's address is written with.
WITHOUT_KEY = {
    ("accounts/account_link.html", "action"): "the link works once, and says so",
    ("accounts/account_password.html", "passwords.change"): "the session has ended",
    ("accounts/joining.html", "joining.join"): "joined already, and says so",
    ("accounts/sides.html", "sides.choose"): "chosen already: nothing is changed",
    ("accounts/sides.html", "sign_in.sign_out"): "nobody is signed in any more",
    ("accounts/sign_in.html", "sign_in.sign_in"): "one is signed in, as one was",
    ("accounts/sign_in.html", "unsent.path"): "nobody is signed in: nothing is done",
    ("shared/editorial.html", "sign_in.sign_out"): "nobody is signed in any more",
}
# The routes that such forms lead to, and those that scripts send to.
WITHOUT_FORM = {
    "drafts.save_row": "says on which text it was written; the same text is no change",
    "drafts.save_version": "the same",
    "grid.read": "reads what is pasted, and keeps nothing",
    "passwords.accept": "as its form",
    "passwords.change": "as its form",
    "sides.choose": "as its form",
    "sign_in.sign_in": "as its form",
    "sign_in.sign_out": "as its form",
    "texts.paste": "reads what is pasted, and keeps nothing",
    "texts.preview": "shows a text, and keeps nothing",
}
# Every other route that is sent to, by the template with its form.
FORM_OF = {
    "accounts/account_drafts.html": "administration.hand_over",
    "accounts/account_list.html": "administration.add administration.close "
    "administration.confirm administration.new_link administration.reopen "
    "administration.set_roles",
    "editorial/_accepted.html": "suggestions.take_back",
    "editorial/_draft_acts.html": "review.act",
    "editorial/_draft_rows.html": "drafts.duplicate_row drafts.move_row "
    "drafts.remove_row",
    "editorial/_grid_bar.html": "grid.save",
    "editorial/_removed_rows.html": "draft_changes.restore",
    "editorial/_suggestion.html": "suggestions.accept suggestions.refuse "
    "suggestions.reopen",
    "editorial/adoptions.html": "adoptions.enter",
    "editorial/confirm_rows.html": "records.propose_confirmations",
    "editorial/decisions.html": "decisions.propose",
    "editorial/desk_agreements.html": "desk.begin_version",
    "editorial/desk_new_agreement.html": "desk.begin_agreement",
    "editorial/draft_comments.html": "comments.add comments.answer",
    "editorial/draft_form.html": "drafts.add_row",
    "editorial/edition_proposal.html": "editions.issue editions.reject "
    "editions.retract",
    "editorial/editions.html": "editions.propose",
    "editorial/finding.html": "findings.take_up",
    "editorial/for_all.html": "for_all.set_for_all",
    "editorial/intake.html": "intake.take_in",
    "editorial/pairing.html": "pairing.save",
    "editorial/personal_numbers.html": "personal_numbers.take_out",
    "editorial/proposal.html": "proposals.confirm proposals.reject proposals.retract",
    "editorial/record_form.html": "records.propose",
    "editorial/record_lines.html": "record_lines.propose",
    "editorial/sure_suggestions.html": "suggestions.accept_sure",
    "editorial/suggestions.html": "suggestions.confirm_task_key",
}


def forms() -> Iterator[tuple[str, str, bool]]:
    """Each form that is posted: its template, its address as it is written, and whether
    it carries a key.
    """
    for template in sorted(TEMPLATES.rglob("*.html")):
        for found in FORM.findall(template.read_text(encoding="utf-8")):
            if 'method="post"' not in found:
                continue
            address = ADDRESS.search(found)
            name = template.relative_to(TEMPLATES).as_posix()
            yield name, address[1] if address else "", KEY in found


def posted(app: Flask) -> set[str]:
    return {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ())
    }


def test_every_form_carries_a_key_or_stands_here_with_its_reason() -> None:
    assert {(at, to) for at, to, has_key in forms() if not has_key} == set(WITHOUT_KEY)


def test_every_route_that_is_sent_to_has_a_form_with_a_key_or_a_reason(
    app: Flask,
) -> None:
    keyed = {at for at, _, has_key in forms() if has_key}
    listed = [
        route
        for at, routes in FORM_OF.items()
        if at in keyed
        for route in routes.split()
    ]

    assert sorted([*listed, *WITHOUT_FORM]) == sorted(posted(app))


def test_an_account_is_made_once_and_its_link_is_shown_to_both(people: Flask) -> None:
    before = count(people, Account)
    form = forms_of(sign_in(people, "ada").get(PAGE))[PAGE]

    answers = at_once(people, form, of_nina(), times=3, who="ada")

    assert count(people, Account) == before + 1
    ada = sign_in(people, "ada")
    shown = {
        link_in(ada.get(answer.location) if answer.location else answer)
        for answer in answers
    }
    (link,) = shown
    assert Browser(people).get(link).status_code == 200


def test_a_link_is_made_once_and_shown_to_both(people: Flask) -> None:
    ada = sign_in(people, "ada")
    address = f"{PAGE}/rita/link"
    form = forms_of(ada.get(PAGE))[address]
    before = count(people, AuditEntry)

    first, second = form.send(ada), form.send(ada)

    assert count(people, AuditEntry) == before + 1
    assert (second.status_code, first.status_code) == (303, 200)
    again = ada.get(second.location)
    assert link_in(again) == link_in(first)
    assert "sendt to gange" in words(again)


def test_a_link_is_shown_again_to_nobody_else_nor_when_it_is_used(
    people: Flask,
) -> None:
    accounts.add(engine_of(people), "bea", "Bea", ["administrator"], actor=COMMAND_LINE)
    ada = sign_in(people, "ada")
    form = forms_of(ada.get(PAGE))[f"{PAGE}/rita/link"]
    link, at = link_in(form.send(ada)), form.send(ada).location or ""
    assert sign_in(people, "gorm").get(at).status_code == 403
    assert sign_in(people, "bea").get(at).status_code == 404

    Browser(people).post(link, twice(NEW_PASSWORD))

    gone = ada.get(at)
    assert gone.status_code == 404
    assert "Lav et nyt" in words(gone)


def test_a_link_that_is_refused_leads_nobody_to_it(people: Flask) -> None:
    ada = sign_in(people, "ada")
    form = forms_of(ada.get(PAGE))[f"{PAGE}/rita/link"]
    accounts.close(engine_of(people), "rita", actor="ada")

    assert [form.send(ada).status_code for _ in range(2)] == [409, 409]


def test_one_value_for_all_rows_is_set_once(people_written: Flask) -> None:
    rita, draft = sign_in(people_written, "rita"), draft_of(people_written)
    at = path(draft, "/for-alle/phase")
    form = forms_of(rita.get(at))[at]
    changes: Changes = {"phase": "udskrivning", "raekke": form.all("raekke")}

    answers = at_once(people_written, form, changes)

    assert [status for status, _ in led_to(answers)] == [303]


def test_a_link_sent_twice_says_that_the_password_may_be_chosen(
    people: Flask,
) -> None:
    ada = sign_in(people, "ada")
    link = link_in(forms_of(ada.get(PAGE))[f"{PAGE}/rita/link"].send(ada))
    browser = Browser(people)
    assert browser.post(link, twice(NEW_PASSWORD)).status_code == 302

    again = Browser(people).post(link, twice(NEW_PASSWORD))

    assert again.status_code == 404
    assert "log ind med den" in words(again)
