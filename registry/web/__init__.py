"""The pages: Danish, without need of JavaScript; the public ones without cookies."""

from flask import Flask

from registry.web.access import attach as attach_access
from registry.web.accounts import attach as attach_accounts
from registry.web.agreements import pages as agreement_pages
from registry.web.appendix import pages as appendix_pages
from registry.web.differences import pages as difference_pages
from registry.web.editions import pages as edition_pages
from registry.web.editorial.adoptions import pages as adoption_pages
from registry.web.editorial.decisions import pages as decision_pages
from registry.web.editorial.desk import pages as desk_pages
from registry.web.editorial.drafts import pages as draft_pages
from registry.web.editorial.editions import pages as issuing_pages
from registry.web.editorial.intake import pages as intake_pages
from registry.web.editorial.lists import pages as list_pages
from registry.web.editorial.offline import pages as offline_pages
from registry.web.editorial.proposals import pages as proposal_pages
from registry.web.editorial.records import pages as record_pages
from registry.web.editorial.review import pages as review_pages
from registry.web.errors import attach as attach_errors
from registry.web.front import pages as front_pages
from registry.web.health_agreements import pages as health_agreement_pages
from registry.web.layout import attach as attach_layout
from registry.web.numbers import attach as attach_numbers
from registry.web.organisations import pages as organisation_pages
from registry.web.probes import pages as probe_pages
from registry.web.rows import pages as row_pages
from registry.web.search import pages as search_pages
from registry.web.security import attach as attach_security
from registry.web.waiting import attach as attach_waiting
from registry.web.words import pages as word_pages

BLUEPRINTS = (
    front_pages,
    search_pages,
    agreement_pages,
    difference_pages,
    row_pages,
    word_pages,
    organisation_pages,
    health_agreement_pages,
    appendix_pages,
    edition_pages,
    probe_pages,
    desk_pages,
    draft_pages,
    intake_pages,
    review_pages,
    proposal_pages,
    record_pages,
    list_pages,
    decision_pages,
    issuing_pages,
    adoption_pages,
    offline_pages,
)


def attach(app: Flask) -> None:
    """Register the pages, what stands on every one of them, and the answers to errors."""
    attach_numbers(app)
    attach_access(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    attach_accounts(app)
    attach_layout(app)
    attach_waiting(app)
    attach_errors(app)
    attach_security(app)
