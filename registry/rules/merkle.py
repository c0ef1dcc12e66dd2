"""The Merkle tree of RFC 6962 (and 9162), section 2.1: one hash over a list, by which
it can be proved that an item is in it, and that a longer list only continues it.

Items are bytes; hashes are SHA-256, 32 bytes. A proof is a list of hashes, the lowest
first.
"""

import hashlib
from collections.abc import Iterable, Sequence

EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(item: bytes) -> bytes:
    """The hash of one item."""
    return hashlib.sha256(b"\x00" + item).digest()


def root_hash(items: Iterable[bytes]) -> bytes:
    """The hash over all of the items in their order."""
    growing = Growing()
    for item in items:
        growing.add(item)
    return growing.root()


class Growing:
    """A tree that items are added to, of which only the whole subtrees are kept."""

    def __init__(self) -> None:
        self.size = 0
        self._whole: list[bytes] = []  # the largest first, each a power of two

    def add(self, item: bytes) -> None:
        """Continue the list by one item."""
        joined = leaf_hash(item)
        # As adding one to a binary number: each 1 at its end is a subtree to join with.
        bit = 1
        while self.size & bit:
            joined = _join(self._whole.pop(), joined)
            bit <<= 1
        self._whole.append(joined)
        self.size += 1

    def root(self) -> bytes:
        """The hash over the items so far."""
        if not self._whole:
            return EMPTY
        joined = self._whole[-1]
        for whole in reversed(self._whole[:-1]):
            joined = _join(whole, joined)
        return joined


def inclusion(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """The proof that the leaf of that index, from 0, is in the tree over the leaves
    (`leaf_hash` of each item).
    """
    if len(leaves) <= 1:
        return []
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if index < split:
        return [*inclusion(index, left), _over(right)]
    return [*inclusion(index - split, right), _over(left)]


def root_by_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes]
) -> bytes | None:
    """The root that a proof of inclusion leads to; None where it is no proof of that
    index and size (RFC 9162, section 2.1.3.2).
    """
    if not 0 <= index < size:
        return None
    place, last, joined = index, size - 1, leaf
    for beside in proof:
        if last == 0:
            return None
        if place & 1 or place == last:
            joined = _join(beside, joined)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            joined = _join(joined, beside)
        place, last = place >> 1, last >> 1

    return joined if last == 0 else None


def consistency(before: int, leaves: Sequence[bytes]) -> list[bytes]:
    """The proof that the tree over the leaves only continues the tree over so many of
    them (RFC 6962, section 2.1.2). Of nothing, and of all of them, none is needed.
    """
    if not 0 < before < len(leaves):
        return []
    return _continued(before, leaves, is_known=True)


def is_consistent(
    before: tuple[int, bytes], after: tuple[int, bytes], proof: Sequence[bytes]
) -> bool:
    """Whether the proof shows that a tree of that size and root only continues another
    (RFC 9162, section 2.1.4.2).
    """
    (size, root), (later_size, later_root) = before, after
    if size in (0, later_size) or size > later_size:
        known = EMPTY if size == 0 else later_root
        return size <= later_size and root == known and not proof
    # The whole of the earlier tree is its own first step, where it is one subtree.
    steps = [root, *proof] if size & (size - 1) == 0 else list(proof)
    if not steps:
        return False

    place, last = size - 1, later_size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    earlier = later = steps[0]
    for beside in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            earlier, later = _join(beside, earlier), _join(beside, later)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            later = _join(later, beside)
        place, last = place >> 1, last >> 1

    return (earlier, later, last) == (root, later_root, 0)


def _continued(before: int, leaves: Sequence[bytes], *, is_known: bool) -> list[bytes]:
    """`is_known`: whether the whole of the leaves is the earlier tree, whose root the
    verifier has.
    """
    if before == len(leaves):
        return [] if is_known else [_over(leaves)]
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if before <= split:
        return [*_continued(before, left, is_known=is_known), _over(right)]
    return [*_continued(before - split, right, is_known=False), _over(left)]


def _over(leaves: Sequence[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    split = _split(len(leaves))
    return _join(_over(leaves[:split]), _over(leaves[split:]))


def _split(size: int) -> int:
    """The largest power of two that is smaller than the size."""
    return 1 << (size - 1).bit_length() - 1


def _join(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
