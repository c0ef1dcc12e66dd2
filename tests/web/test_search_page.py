"""The search page: rows that answer, facets, and an honest no."""

import re

from flask.testing import FlaskClient


def page(client: FlaskClient, address: str) -> str:
    return " ".join(client.get(address).text.split())


def test_the_front_page_is_the_question_box_with_examples(client: FlaskClient) -> None:
    html = page(client, "/")
    assert 'name="q" type="search"' in html
    assert "Skriv ikke personoplysninger." in html
    assert html.count('href="/soeg?q=') >= 4


def test_an_answer_shows_who_when_and_what_does_not_apply(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert "<dt>Udføres af</dt> <dd>Børneafdelingen</dd>" in html
    assert "Senest 8 hverdage før udskrivning" in re.sub(r"</?mark>", "", html)
    assert "<strong>Gælder ikke for:</strong> Psykiatrien" in html


def test_rows_that_differ_by_target_group_stand_together(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert "Svaret afhænger af målgruppe og situation." in html
    assert "<strong>Børn og unge</strong>: " in html
    assert "<strong>Voksne</strong>: " in html


def test_a_row_leads_to_its_agreement_and_section(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert 'href="/aftaler/proeve-udskrivning"' in html
    assert 'href="/aftaler/proeve-udskrivning#afsnit-udskrivning"' in html
    assert 'href="/snitflader/proeve-udskrivning.varsel-boern"' in html
    assert '<span class="badge badge-success">gældende</span>' in html


def test_an_unconfirmed_row_says_so(client: FlaskClient) -> None:
    assert ">ikke bekræftet</span>" in page(client, "/soeg?q=varsling")


def test_what_the_agreement_does_not_say_is_said(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert "<dt>Frist</dt> <dd>Ikke oplyst</dd>" in html
    assert "<dt>Ikke oplyst</dt><dd>myndighedsansvar, betales af</dd>" in html


def test_who_pays_is_stressed_and_never_guessed(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=hvem+betaler+kompressionsstrømper")
    assert 'fact-stressed"> <dt>Betales af</dt> <dd>Kommune</dd>' in html
    html = page(client, "/soeg?q=hvem+betaler+varsling")
    assert 'fact-stressed"> <dt>Betales af</dt> <dd>Fremgår ikke af aftalen</dd>' in html


def test_the_word_list_answers_beside_the_rows(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert "Fra ordlisten" in html
    assert '<strong>Ikke at forveksle med:</strong> <a href="/ordliste#orientering">' in html


def test_no_answer_is_said_with_a_way_on(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=kvantefysik")
    assert "Ingen gældende aftale i kataloget besvarer det" in html
    assert "Intet fundet om: <strong>kvantefysik</strong>" in html
    assert "Kontaktoplysninger: ikke oplyst" in html


def test_what_is_nearest_is_said_to_be_no_answer(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling+kvantefysik")
    assert html.index("Ingen gældende aftale") < html.index("Nærmeste – ikke et svar")


def test_what_is_not_yet_in_force_does_not_answer(client: FlaskClient) -> None:
    assert "Sende <mark>medicin" not in page(client, "/soeg?q=medicin")
    assert "Sende <mark>medicin" in page(client, "/soeg?q=medicin&pr=2031-01-01")


def test_an_unsettled_agreement_says_why(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling&pr=2027-01-01")
    assert ">afklares</span>" in html
    assert "Parternes afløsning er ikke afklaret." in html


def test_facets_narrow_and_show_what_is_left(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling&maalgruppe=voksne")
    assert "Varsle kommunen om den voksne" in re.sub(r"</?mark>", "", html)
    assert "Varsle kommunen om barnet" not in re.sub(r"</?mark>", "", html)
    assert '<option value="voksne" selected>Voksne (1)</option>' in html
    assert "Afgræns (1 valgt: Voksne)" in html


def test_an_empty_question_shows_the_box(client: FlaskClient) -> None:
    response = client.get("/soeg?q=")
    assert response.status_code == 200
    assert 'id="q"' in response.text


def test_a_cpr_number_is_refused_and_not_shown_again(client: FlaskClient) -> None:
    for written in ("010190-1234", "0101901234", "010190+1234"):
        response = client.get(f"/soeg?q=varsling+{written}&kommune=nordby")
        assert response.status_code == 400
        assert "CPR" in response.text
        assert "1234" not in response.text
        assert "varsling" not in response.text


def test_a_question_that_is_too_long_is_refused(client: FlaskClient) -> None:
    response = client.get("/soeg?q=" + "a" * 201)
    assert response.status_code == 400
    assert "<strong>q</strong>" in response.text


def test_a_facet_value_that_is_none_is_refused(client: FlaskClient) -> None:
    for param in ("fase", "sektor", "aktoer", "maalgruppe", "aftale", "planomraade", "kommune"):
        response = client.get(f"/soeg?q=varsling&{param}=findes-ikke")
        assert response.status_code == 400
        assert f"<strong>{param}</strong>" in response.text
