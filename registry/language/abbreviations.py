"""Abbreviations whose full stop ends no sentence: one list for all who cut texts into
sentences. Pure.
"""

import re

_BEFORE = r"""(?:^|[\s("'«»“/–-])"""
# After these a sentence goes on, whatever follows.
_NEVER_LAST = re.compile(
    rf"""{_BEFORE}(?:
      adr|afd|afs|alm|ang|bek|bekg|bl\.?\s?a|ca|cf|dr|d\.?\s?v\.?\s?s|dvs|eks|ekskl|evt
    | f\.?\s?eks|feks|fx|gns|hhv|hr|ift|ifm|iflg|iht|inkl|jf|jfr|kap|kl|lbk|lovbek|maks
    | max|mhp|mht|nr|o\.?\s?lign|pga|pkt|pr|prof|ref|resp|sml|spec|tidl|tlf|vedr|vejl
    | (?-i:[a-hj-zæø])
    )\.$""",
    re.IGNORECASE | re.VERBOSE,
)
# A sentence may end in these as well, where a capital follows.
_MAY_BE_LAST = re.compile(
    rf"""(?:{_BEFORE}|\d)(?:
      art|etc|kr|m\.?\s?fl|m\.?\s?m|m\.?\s?v|mdr|mfl|mia|min|mio|mm|mv|o\.?\s?a|o\.?\s?l
    | osv|pct|stk|tab|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dec
    )\.$""",
    re.IGNORECASE | re.VERBOSE,
)


def goes_on(before: str, after: str) -> bool:
    """Whether the sentence goes on after the full stop that `before` ends in, because
    it is an abbreviation's.
    """
    if may_be_last(before):
        following = after.lstrip("«“\"'( \n\t")
        return bool(following) and not following[0].isupper()
    return bool(_NEVER_LAST.search(before))


def may_be_last(text: str) -> bool:
    """Whether a text ends in an abbreviation that a sentence may end in as well, so
    that nobody can tell whether it does.
    """
    return bool(_MAY_BE_LAST.search(text))
