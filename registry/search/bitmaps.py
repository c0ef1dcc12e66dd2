"""Sets of documents as bitmaps: the document of number n is the bit of weight 2**n.

Uniting and intersecting two takes a step for each 30 documents; a byte holds eight.
"""

from collections.abc import Iterable, Iterator

BYTE = 8
_SET = [[bit for bit in range(BYTE) if byte >> bit & 1] for byte in range(256)]


def bitmap(numbers: Iterable[int]) -> int:
    """The set of those numbers (none negative)."""
    held = bytearray()
    for number in numbers:
        at = number // BYTE
        if at >= len(held):
            held.extend(bytes(at + 1 - len(held)))
        held[at] |= 1 << number % BYTE

    return int.from_bytes(held, "little")


def numbers_of(bits: int) -> Iterator[int]:
    """The numbers of a set, the lowest first."""
    length = (bits.bit_length() + BYTE - 1) // BYTE
    for at, byte in enumerate(bits.to_bytes(length, "little")):
        if byte:
            for bit in _SET[byte]:
                yield at * BYTE + bit
