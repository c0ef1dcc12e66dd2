"""The tree of RFC 6962: against the known answers of Certificate Transparency, and
against itself.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.rules.merkle import (
    EMPTY,
    Growing,
    consistency,
    inclusion,
    is_consistent,
    leaf_hash,
    root_by_inclusion,
    root_hash,
)

ITEMS = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
# The roots over the first one, two … eight of them.
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
# By the item's index and how many there are.
PROOFS = {
    (0, 1): (),
    (0, 8): (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    (5, 8): (
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 3): ("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",),
    (1, 5): (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ),
}
# By the size before and the size after.
CONTINUED = {
    (1, 1): (),
    (1, 8): (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    (6, 8): (
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 5): (
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ),
}
LISTS = st.lists(st.binary(max_size=3), min_size=1, max_size=40)


def leaves(items: list[bytes]) -> list[bytes]:
    return [leaf_hash(item) for item in items]


def test_the_root_over_nothing_is_the_hash_of_nothing() -> None:
    known = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    assert root_hash([]) == EMPTY == bytes.fromhex(known)


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_are_the_known_ones(size: int) -> None:
    assert root_hash(ITEMS[:size]).hex() == ROOTS[size - 1]


@pytest.mark.parametrize(("index", "size"), PROOFS)
def test_the_proofs_are_the_known_ones(index: int, size: int) -> None:
    proof = inclusion(index, leaves(ITEMS[:size]))

    assert tuple(step.hex() for step in proof) == PROOFS[index, size]


@given(LISTS, st.data())
def test_each_item_is_proved_to_be_in_its_place(
    items: list[bytes], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(items) - 1))

    proof = inclusion(index, leaves(items))

    root = root_by_inclusion(leaf_hash(items[index]), index, len(items), proof)
    assert root == root_hash(items)


@given(LISTS, st.data())
def test_no_other_item_is_proved(items: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(items) - 1))

    proof = inclusion(index, leaves(items))

    root = root_by_inclusion(leaf_hash(b"andet"), index, len(items), proof)
    assert root != root_hash(items)


@given(st.lists(st.binary(max_size=3), min_size=2, max_size=40), st.data())
def test_a_proof_that_is_too_short_or_too_long_is_none(
    items: list[bytes], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(items) - 1))
    leaf, proof = leaf_hash(items[index]), inclusion(index, leaves(items))

    assert root_by_inclusion(leaf, index, len(items), proof[:-1]) is None
    assert root_by_inclusion(leaf, index, len(items), [*proof, EMPTY]) is None


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_a_place_that_is_none_proves_nothing(index: int, size: int) -> None:
    assert root_by_inclusion(EMPTY, index, size, []) is None


@given(LISTS)
def test_a_growing_tree_has_the_root_of_each_of_its_sizes(items: list[bytes]) -> None:
    growing = Growing()
    for size, item in enumerate(items, 1):
        growing.add(item)
        assert (growing.size, growing.root()) == (size, root_hash(items[:size]))


@pytest.mark.parametrize(("before", "after"), CONTINUED)
def test_the_proofs_of_continuation_are_the_known_ones(before: int, after: int) -> None:
    proof = consistency(before, leaves(ITEMS[:after]))

    assert tuple(step.hex() for step in proof) == CONTINUED[before, after]


@given(LISTS, st.data())
def test_a_longer_list_is_proved_to_continue_a_shorter(
    items: list[bytes], data: st.DataObject
) -> None:
    size = data.draw(st.integers(0, len(items)))
    before, after = (size, root_hash(items[:size])), (len(items), root_hash(items))

    proof = consistency(size, leaves(items))

    assert is_consistent(before, after, proof)


@given(LISTS, LISTS, st.data())
def test_a_list_that_was_changed_is_not_proved_to_continue(
    items: list[bytes], others: list[bytes], data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(items)))
    before = (size, root_hash(items[:size]))
    changed = [*items[: size - 1], items[size - 1] + b"x", *others]
    after = (len(changed), root_hash(changed))

    for proof in (consistency(size, leaves(changed)), consistency(size, leaves(items))):
        assert not is_consistent(before, after, proof)


@given(st.lists(st.binary(max_size=3), min_size=2, max_size=40), st.data())
def test_a_proof_of_continuation_too_short_or_too_long_is_none(
    items: list[bytes], data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(items) - 1))
    before, after = (size, root_hash(items[:size])), (len(items), root_hash(items))
    proof = consistency(size, leaves(items))

    assert not is_consistent(before, after, proof[:-1])
    assert not is_consistent(before, after, [*proof, EMPTY])


@pytest.mark.parametrize(("before", "after"), [(2, 1), (1, 0), (0, 1), (1, 1)])
def test_a_list_continues_no_longer_one_and_no_other_of_its_size(
    before: int, after: int
) -> None:
    other = leaf_hash(b"andet")

    assert not is_consistent((before, other), (after, EMPTY), [])
