"""A number that no column of a database can hold names nothing, wherever an address
takes one.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask, url_for
from werkzeug.routing import IntegerConverter

from tests.web.people import sign_in

HUGE = int("9" * 30)
# What else the addresses name; the rest of each is as it should be.
VALUES: dict[str, Any] = {
    "direction": "op",
    "field": "phase",
    "key": "varsling",
    "name": "godkend",
    "slug": "udskrivning",
}


def addresses(app: Flask, method: str, number: int) -> Iterator[str]:
    """Every address that takes the method and a number, with that number in each such
    place.
    """
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            numbers = [
                n
                for n, c in rule._converters.items()
                if isinstance(c, IntegerConverter)
            ]
            if numbers and method in (rule.methods or ()):
                others = {name: VALUES[name] for name in rule.arguments - set(numbers)}
                yield url_for(rule.endpoint, **others, **dict.fromkeys(numbers, number))


@pytest.mark.parametrize("number", [HUGE, 2**31, 2**63])
def test_a_page_with_a_huge_number_is_not_there(people: Flask, number: int) -> None:
    browser = sign_in(people, "bodil")
    answers = {
        at: browser.get(at).status_code for at in addresses(people, "GET", number)
    }

    assert len(answers) > 10
    assert answers == dict.fromkeys(answers, 404)


def test_what_is_sent_to_a_huge_number_finds_nothing(people: Flask) -> None:
    browser = sign_in(people, "bodil")
    answers = {
        at: browser.post(at).status_code for at in addresses(people, "POST", HUGE)
    }

    assert len(answers) > 10
    # Where a page of the same address can be read, it says that it can only be read.
    assert set(answers.values()) <= {404, 405}, answers


def test_a_number_of_thousands_of_digits_is_no_fault_of_ours(people: Flask) -> None:
    browser = sign_in(people, "bodil")
    digits = "9" * 5000
    listed = [at.replace("7777", digits) for at in addresses(people, "GET", 7777)]

    assert {browser.get(at).status_code for at in listed} == {404}
