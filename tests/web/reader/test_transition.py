"""The page of what changes between two dates, and the notice on what it touches.

Also covers registry/catalogue/health_turns.py,
registry/web/reader/transition_parties.py and registry/web/reader/transition_view.py.
"""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.text.split())


def section(html: str, heading: str) -> str:
    _, _, after = html.partition(f'<h2 id="{heading}">')
    return after.partition("</section>")[0]


def test_without_dates_it_is_the_next_change(client: FlaskClient) -> None:
    html = page(client, "/overgang")
    assert "Hvad ændrer sig fra 31. december 2026 til 1. januar 2027" in html


def test_an_agreement_that_turns_is_told_with_both_words(client: FlaskClient) -> None:
    html = page(client, "/overgang?fra=2026-12-31&til=2027-01-01")
    line = section(html, "aftaler")

    assert "Prøveaftale om udskrivning" in line
    words = re.findall(r'class="badge badge-\w+">(\w+)<', line)
    assert words[:2] == ["gældende", "afklares"]


def test_on_paper_no_words_are_there_that_only_lead_somewhere(
    client: FlaskClient,
) -> None:
    """They stand in elements that a printer leaves out, with the signs between."""
    html = page(client, "/overgang?fra=2026-12-31&til=2027-01-01")
    printed = re.sub(
        r'<(span|p|a)[^>]*class="[^"]*on-page.*?</a>( · <a.*?</a>)?', "", html
    )
    assert "Link hertil" in html
    for words in ("Link hertil", "Spørg om det her"):
        assert words not in printed


def test_who_must_decide_is_told(client: FlaskClient) -> None:
    html = page(client, "/overgang?fra=2026-12-31&til=2027-01-01")
    assert "Nyregionen, Nordby Kommune" in section(html, "afklares")


def test_two_days_alike_say_so(client: FlaskClient) -> None:
    html = page(client, "/overgang?fra=2026-11-22&til=2026-11-23")

    assert "Ingen opgaver flytter" in html
    assert "Ingen aftaler skifter status, udgave eller grund." in html
    assert "Ingen parter ophører eller begynder." in html


def test_days_in_the_wrong_order_and_none_are_refused(client: FlaskClient) -> None:
    for query in ("fra=2027-01-01&til=2026-12-31", "fra=i+morgen", "til=2027-13-01"):
        assert client.get(f"/overgang?{query}").status_code == 400


def test_an_agreement_tells_its_coming_change(client: FlaskClient) -> None:
    html = page(client, "/aftaler/proeve-udskrivning")
    notice = html.partition('class="alert alert-warning coming"')[2]

    assert "Ændrer sig 1. januar 2027" in notice
    assert "/overgang?fra=2026-12-31&amp;til=2027-01-01" in notice


def test_long_before_and_in_a_fixed_version_nothing_is_told(
    client: FlaskClient,
) -> None:
    for address in ("?pr=2026-09-01", "/udgaver/1"):
        html = page(client, f"/aftaler/proeve-udskrivning{address}")
        assert "alert-warning coming" not in html


def test_every_line_has_its_address_its_row_and_a_question(
    client: FlaskClient,
) -> None:
    html = page(client, "/overgang?fra=2020-12-31&til=2021-01-01")
    line = html.partition('id="kommer.proeve-lokal.koersel"')[2]

    assert 'href="/snitflader/proeve-lokal.koersel?pr=2021-01-01"' in line
    assert 'href="#kommer.proeve-lokal.koersel"' in line
    assert re.search(r'href="/soeg\?q=[^"]+&amp;pr=2021-01-01"', line)


def test_an_agreement_that_turns_leads_to_its_rows_and_a_question(
    client: FlaskClient,
) -> None:
    html = page(client, "/overgang?fra=2026-12-31&til=2027-01-01")

    for place in ("status", "beslutning"):
        line = html.partition(f'<tr id="{place}.proeve-udskrivning">')[2]
        cell = line.partition("</th>")[0]
        assert 'href="/snitflader?aftale=proeve-udskrivning&amp;pr=2027-01-01"' in cell
        assert 'href="/soeg?q=G%C3%A6lder+' in cell


def test_no_address_stands_twice(client: FlaskClient) -> None:
    for query in ("fra=2020-12-31&til=2021-01-01", "fra=2026-12-31&til=2027-01-01"):
        anchors = re.findall(r' id="([^"]+)"', page(client, f"/overgang?{query}"))
        assert len(anchors) == len(set(anchors))


NEW_YEAR = "/overgang?fra=2026-12-31&til=2027-01-01"
DEPENDS = "Hvem der udfører opgaven, afhænger af aftale eller situation."


def task_on(html: str, key: str) -> str:
    _, _, after = html.partition(f'<article class="moved" id="{key}"')
    return after.partition("</article>")[0]


def test_who_runs_what_is_shown_as_settled_only_where_it_is(ours: FlaskClient) -> None:
    html = page(ours, NEW_YEAR)
    tasks = re.findall(r'<article class="moved" id="([^"]+)"', html)
    depending = {key for key in tasks if DEPENDS in task_on(html, key)}

    assert (len(tasks), set(tasks) - depending) == (5, {"avanceret-genoptraening"})
    after = task_on(html, "avanceret-genoptraening").partition("1. januar 2027</h4>")[2]
    assert "<dt>Udføres af</dt> <dd>Ikke oplyst</dd>" in after


def test_the_list_of_moves_says_so_too(ours: FlaskClient) -> None:
    html = page(ours, "/opgaveflytninger")

    assert html.count("udføres af (afhænger af aftale eller situation)") == 4
    assert "fra kommune til region: myndighedsansvar, betales af" in html


def test_only_another_status_is_counted_as_one(ours: FlaskClient) -> None:
    html = page(ours, f"{NEW_YEAR}&vis=status")
    lines = re.findall(r'<tr id="status\..*?</tr>', html)
    words = [re.findall(r'class="badge badge-\w+">(\w+)<', line) for line in lines]
    switched = sum(before != after for before, after in words)

    assert 0 < switched < len(lines)
    summary = html.partition('class="summary-list"')[2].partition("</ul>")[0]
    assert f"{switched} aftaler skifter status" in summary
    assert f"{len(lines) - switched} skifter kun udgave eller grund" in summary


def test_who_must_decide_is_never_left_blank(ours: FlaskClient) -> None:
    html = page(ours, f"{NEW_YEAR}&vis=afklares")
    who = re.findall(r'<td data-title="Beslutter"><div>(.*?)</div>', html)

    assert "Ikke oplyst" in who
    assert all(who)


REFORM = "/overgang?fra=2026-12-31&til=2027-01-01"


def test_the_health_agreement_itself_is_among_what_turns(ours: FlaskClient) -> None:
    html = page(ours, REFORM)
    told = section(html, "sundhedsaftaler")
    assert "Sundhedsaftale 2024-2027" in told
    assert "<strong>gælder</strong>" in told
    assert "<strong>afklares</strong>" in told
    assert "Region Hovedstaden bestod til og med 31. december 2026" in told
    assert 'href="#sundhedsaftale.sundhedsaftale-2024-2027"' in told

    again = page(ours, "/overgang?fra=2027-01-01&til=2027-01-02")
    assert 'id="sundhedsaftaler"' not in again


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-10-02", False),
        ("2026-10-03", True),
        ("2026-12-31", True),
        ("2027-01-01", False),
    ],
)
def test_a_health_agreement_tells_its_coming_turn(
    ours: FlaskClient, day: str, told: bool
) -> None:
    html = page(ours, f"/sundhedsaftaler/sundhedsaftale-2024-2027?pr={day}")
    assert ("Ændrer sig 1. januar 2027" in html) == told
    other = page(ours, f"/sundhedsaftaler/sundhedsaftale-2019-2023?pr={day}")
    assert "Ændrer sig" not in other


def test_every_party_that_comes_goes_or_is_succeeded_has_its_address(
    ours: FlaskClient,
) -> None:
    html = page(ours, REFORM)
    parties = section(html, "parter")
    anchors = re.findall(r' id="(part\.[^"]*)"', parties)
    assert {"part.ophoerer", "part.begynder"} < set(anchors)
    assert len(anchors) > 2
    for anchor in anchors:
        assert f'href="#{anchor}"' in parties
    question = re.search(r'href="(/soeg\?q=Hvad[^"]*)"', parties)
    assert question is not None
    answer = page(ours, unescape(question[1]))
    assert "Region Østdanmark" in answer
