"""The roles of parties (content/vocabulary/party-roles.yaml) that rules hold for."""

FORMAL = "formel-part"  # it made the agreement, and adopts it
ACCEDING = "tiltraedende-part"  # it joined what others made
INVITED = "kan-tilslutte-sig"  # it may join what others made
