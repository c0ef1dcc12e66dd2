"""How much may be sent in one go: the one place for the sizes of uploads."""

MEGABYTE = 1024 * 1024
LARGEST_FILE = 10 * MEGABYTE
MOST_CHARACTERS = 1_000_000  # of a pasted text
MOST_COPIED = 2_000_000  # of the HTML that a clipboard holds
# A request that holds a file; a larger file than the largest gets the intake's own
# message.
LARGEST_UPLOAD = LARGEST_FILE + MEGABYTE
LARGEST_FORM = 4 * MEGABYTE
