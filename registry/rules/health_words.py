"""The words for how a health agreement stands on a date. Pure."""

TO_COME, HOLDS, UNSETTLED, OVER = "kommende", "gælder", "afklares", "afløst"
# What is asked of «the» health agreement on a date is asked of one that stands so.
OF_THE_DAY = frozenset({HOLDS, UNSETTLED})
