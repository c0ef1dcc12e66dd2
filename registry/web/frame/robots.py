"""What search engines are told: pages known by their address alone stay unlisted."""

# Where the text stands in someone's inbox, its address must not be found by searching.
PRIVATE = {"X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store"}
