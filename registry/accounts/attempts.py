"""How often sign-in may be tried: failures counted per account and per address."""

import math
import time
from ipaddress import IPv6Address, ip_address

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from registry.errors import TooManyAttempts

PER_ACCOUNT = "5 per 15 minutes"
PER_ADDRESS = "20 per 15 minutes"
LONGEST_NAME = 100


class Attempts:
    """The failures of the last quarter of an hour, kept by the process for itself.

    A name that no account has counts like any other, so that nobody learns which there are.
    """

    def __init__(self, per_account: str = PER_ACCOUNT, per_address: str = PER_ADDRESS) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._account, self._address = parse(per_account), parse(per_address)

    def begin(self, username: str, address: str) -> None:
        """Count an attempt on the account before it is made, so that those made at once do not

        slip by together. Raises TooManyAttempts, whose `seconds` is how long to wait.
        """
        name, place = _keys(username, address)
        if not self._limiter.test(self._address, place):
            raise self._refusal(self._address, place)
        if not self._limiter.hit(self._account, name):
            raise self._refusal(self._account, name)

    def failed(self, address: str) -> None:
        """Count a failure from the address."""
        self._limiter.hit(self._address, _network(address))

    def succeeded(self, username: str) -> None:
        """Forget the account's attempts. The address keeps its failures: else one could sign in

        to an account of one's own between guesses at others'.
        """
        self._limiter.clear(self._account, _name(username))

    def _refusal(self, limit: RateLimitItem, key: str) -> TooManyAttempts:
        reset = self._limiter.get_window_stats(limit, key).reset_time
        seconds = max(1, math.ceil(reset - time.time()))
        minutes = math.ceil(seconds / 60)
        wait = "1 minut" if minutes == 1 else f"{minutes} minutter"
        return TooManyAttempts(f"Der er forsøgt for mange gange. Prøv igen om {wait}.", seconds)


def _keys(username: str, address: str) -> tuple[str, str]:
    return _name(username), _network(address)


def _name(username: str) -> str:
    return username.strip().casefold()[:LONGEST_NAME]


def _network(address: str) -> str:
    """Whoever has one IPv6 address has the 64 bits below it as well."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return found.exploded[:19] if isinstance(found, IPv6Address) else address
