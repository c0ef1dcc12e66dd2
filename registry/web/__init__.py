"""The pages: Danish, without need of JavaScript; the public ones without cookies."""

from flask import Flask

from registry.web.accounts import attach as attach_accounts
from registry.web.editorial.adoptions import pages as adoption_pages
from registry.web.editorial.comments import pages as comment_pages
from registry.web.editorial.decisions import pages as decision_pages
from registry.web.editorial.desk import pages as desk_pages
from registry.web.editorial.draft_changes import pages as draft_change_pages
from registry.web.editorial.drafts import pages as draft_pages
from registry.web.editorial.duties import pages as duty_pages
from registry.web.editorial.editions import pages as issuing_pages
from registry.web.editorial.findings import pages as finding_pages
from registry.web.editorial.for_all import pages as for_all_pages
from registry.web.editorial.grid import pages as grid_pages
from registry.web.editorial.intake import pages as intake_pages
from registry.web.editorial.lists import pages as list_pages
from registry.web.editorial.offline import pages as offline_pages
from registry.web.editorial.pairing import pages as pairing_pages
from registry.web.editorial.personal_numbers import pages as personal_number_pages
from registry.web.editorial.proposals import pages as proposal_pages
from registry.web.editorial.record_lines import pages as record_line_pages
from registry.web.editorial.records import pages as record_pages
from registry.web.editorial.review import pages as review_pages
from registry.web.editorial.suggestions import pages as suggestion_pages
from registry.web.editorial.texts import pages as text_pages
from registry.web.frame.access import attach as attach_access
from registry.web.frame.bundles import pages as bundle_pages
from registry.web.frame.catching_up import attach as attach_catching_up
from registry.web.frame.errors import attach as attach_errors
from registry.web.frame.hosts import attach as attach_hosts
from registry.web.frame.layout import attach as attach_layout
from registry.web.frame.numbers import attach as attach_numbers
from registry.web.frame.once import attach as attach_once
from registry.web.frame.probes import pages as probe_pages
from registry.web.frame.security import attach as attach_security
from registry.web.frame.security_contact import attach as attach_contact
from registry.web.frame.sending import attach as attach_sending
from registry.web.frame.waiting import attach as attach_waiting
from registry.web.reader.agreements import pages as agreement_pages
from registry.web.reader.appendix import pages as appendix_pages
from registry.web.reader.citizen import pages as citizen_pages
from registry.web.reader.differences import pages as difference_pages
from registry.web.reader.editions import pages as edition_pages
from registry.web.reader.front import pages as front_pages
from registry.web.reader.health_agreements import pages as health_agreement_pages
from registry.web.reader.moves import pages as moves_pages
from registry.web.reader.organisations import pages as organisation_pages
from registry.web.reader.overview import pages as overview_pages
from registry.web.reader.pathway import pages as pathway_pages
from registry.web.reader.rows import pages as row_pages
from registry.web.reader.search import pages as search_pages
from registry.web.reader.transition import pages as transition_pages
from registry.web.reader.trust import pages as trust_pages
from registry.web.reader.words import pages as word_pages

FLOOR = 11

BLUEPRINTS = (
    front_pages,
    search_pages,
    agreement_pages,
    difference_pages,
    row_pages,
    pathway_pages,
    citizen_pages,
    overview_pages,
    moves_pages,
    transition_pages,
    word_pages,
    organisation_pages,
    health_agreement_pages,
    appendix_pages,
    edition_pages,
    trust_pages,
    bundle_pages,
    probe_pages,
    desk_pages,
    draft_pages,
    grid_pages,
    draft_change_pages,
    for_all_pages,
    comment_pages,
    suggestion_pages,
    text_pages,
    finding_pages,
    duty_pages,
    intake_pages,
    pairing_pages,
    personal_number_pages,
    review_pages,
    proposal_pages,
    record_pages,
    record_line_pages,
    list_pages,
    decision_pages,
    issuing_pages,
    adoption_pages,
    offline_pages,
)


def attach(app: Flask, host: str) -> None:
    """Register the pages, what stands on every one of them, and the answers to
    errors. `host`: the name that the server listens at, if it has one.
    """
    # As a request meets them: it is numbered, then who asks, then that it is sent once.
    attach_numbers(app)
    attach_access(app)
    attach_once(app)

    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)

    attach_contact(app)
    attach_errors(app)
    # After the errors: some of them are answered with the text that was sent.
    attach_accounts(app)
    attach_layout(app)
    attach_waiting(app)
    attach_catching_up(app)
    attach_sending(app)
    attach_security(app)
    attach_hosts(app, host)
