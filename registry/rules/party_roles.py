"""The roles of parties (content/vocabulary/party-roles.yaml) that rules hold for."""

FORMAL = "formel-part"  # it made the agreement, and adopts it
INVITED = "kan-tilslutte-sig"  # it may join what others made
