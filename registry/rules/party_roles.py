"""The roles of parties (content/vocabulary/party-roles.yaml) that rules hold for."""

FORMAL = "formel-part"  # it made the agreement, and adopts it
ACCEDING = "tiltraedende-part"  # it joined what others made
INVITED = "kan-tilslutte-sig"  # it may join what others made

# How documents tell municipalities together, those that are not among them, and one by
# one; what is read back knows them by the same words.
ALL, BUT = "alle {} kommuner", " undtagen "
MUNICIPALITIES = "Kommunerne, én for én"
