"""From draft to publication: states, four eyes, gates, records that two people make."""
