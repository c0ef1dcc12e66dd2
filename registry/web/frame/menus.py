"""The menus: the readers', and the editorial pages'."""

from registry.models import Role

# Endpoint and text.
NAVIGATION = (
    ("search.ask", "Søg"),
    ("agreements.listing", "Aftaler"),
    ("rows.table", "Snitflader"),
    ("pathway.listing", "Forløb"),
    ("overview.overview", "Overblik"),
    ("words.listing", "Ordliste"),
    ("organisations.listing", "Organisationer"),
    ("health_agreements.listing", "Sundhedsaftaler"),
)
# The menu of the editorial pages: endpoint, text, and the roles it is for (none: all).
# The first that an account may open is where signing in leads.
EDITORIAL_NAVIGATION: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    ("desk.desk", "Redaktion", (Role.EDITOR, Role.APPROVER)),
    ("proposals.listing", "Forslag", (Role.EDITOR, Role.APPROVER)),
    ("records.overview", "Poster", (Role.EDITOR, Role.APPROVER)),
    ("decisions.listing", "Videreførelse", (Role.EDITOR, Role.APPROVER)),
    ("editions.listing", "Appendiks", (Role.EDITOR, Role.APPROVER)),
    ("administration.listing", "Konti", (Role.ADMINISTRATOR,)),
    ("trail.listing", "Historik", (Role.ADMINISTRATOR,)),
    ("passwords.own", "Din adgangskode", ()),
    ("offline.about", "Nødkopi", ()),
)
