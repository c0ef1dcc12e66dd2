"""The search page: rows that answer, facets, and an honest no.

Also covers registry/web/reader/search_view.py, registry/web/reader/group_view.py and
registry/web/reader/marked_text.py.
"""

import re

import pytest
from flask.testing import FlaskClient

from registry.rules.fields import FACETS
from registry.web.reader import search


def page(client: FlaskClient, address: str) -> str:
    return " ".join(client.get(address).text.split())


def first_line(html: str) -> str:
    """What the first card answers with, as it is read aloud."""
    line = html.split('<div class="first-line">')[1].split("</div>", maxsplit=1)[0]
    return (
        " ".join(re.sub(r"<[^>]*>", "", line).split())
        .replace(" .", ".")
        .replace("&nbsp;", " ")
    )


def test_an_answer_shows_who_when_and_what_does_not_apply(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert "<dt>Udføres af</dt> <dd>Børneafdelingen</dd>" in html
    assert "Senest 8 hverdage før udskrivning" in re.sub(r"</?mark>", "", html)
    assert (
        'negative-unsure">Gælder ikke for: <span class="as-written">Psykiatrien' in html
    )


def test_the_first_line_answers_what_was_asked(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert first_line(html) == (
        "Hvem: Eksempel, ikke vedtaget svaret er ikke bekræftet: Børneafdelingen – "
        "børn og unge. Hvornår: Senest 8 hverdage før udskrivning "
        "Gælder ikke for: Psykiatrien Hospital – voksne."
    )
    html = page(client, "/soeg?q=hvornår+varsling")
    assert first_line(html) == (
        "Hvornår: Eksempel, ikke vedtaget svaret er ikke bekræftet: Senest 8 hverdage "
        "før udskrivning – børn og unge. Udføres af: Børneafdelingen "
        "Gælder ikke for: Psykiatrien Voksne: ikke oplyst. Udføres af: Hospital"
    )


def test_an_answer_that_few_know_leads_to_what_the_word_list_says_of_it(
    ours: FlaskClient,
) -> None:
    html = page(ours, "/soeg?q=borger+uden+adresse+hvilken+kommune")
    line = html.split('<div class="first-line">')[1].split("</div>", maxsplit=1)[0]
    assert (
        '<a href="/ordliste?ord=handlekommune#handlekommune">Handlekommune</a>' in line
    )
    assert (
        '<a href="/ordliste?ord=opholdskommune#opholdskommune">Opholdskommune</a>'
        in line
    )


def test_an_answer_that_everybody_knows_is_not_explained(ours: FlaskClient) -> None:
    html = page(ours, "/soeg?q=kompressionsstrømper+hvem+betaler")
    line = html.split('<div class="first-line">')[1].split("</div>", maxsplit=1)[0]
    assert "<strong>Region</strong>" in line
    assert "<strong>Kommune</strong>" in line


@pytest.mark.parametrize(
    "question",
    [
        "hvad koster et opfølgende hjemmebesøg",
        "honorar for opfølgende hjemmebesøg",
        "takst for en færdigbehandlet",
        "hvad koster tolk hos lægen",
        "hvor tit skal en dement til kontrol",
    ],
)
def test_an_answer_that_a_row_tells_in_its_words_is_shown(
    ours: FlaskClient, question: str
) -> None:
    """The field that the first line tells need not be one that rows list."""
    response = ours.get("/soeg", query_string={"q": question})
    assert response.status_code == 200
    assert first_line(response.get_data(as_text=True))


def test_an_answer_says_who_must_be_told(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert "<dt>Skal have besked</dt> <dd>Kommune</dd>" in html


def test_the_filters_stand_after_the_answers(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert html.index('class="box answer"') < html.index('class="facets"')


def test_evidence_is_folded(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    fold = html.index('<details class="row-fold">')
    assert fold < html.index("Belæg: Opdigtet") < html.index("</details>", fold)


def test_a_row_can_be_copied_as_text(client: FlaskClient) -> None:
    html = client.get("/soeg?q=varsling").text
    copied = html.split('data-copy="')[1].split('"')[0]
    assert copied.splitlines()[0] == "Varsle kommunen om barnet"
    assert copied.splitlines()[2] == "(ikke bekræftet af en kilde)"
    assert "Udføres af: Børneafdelingen" in copied
    assert "Ring til: " in copied
    assert "Rette forvaltning for børn og unge, borgerens kommune" in copied
    assert "Gælder ikke for: Psykiatrien" in copied
    assert "Prøveaftale om udskrivning &amp; hjælp" in copied


def test_rows_that_differ_by_target_group_stand_together(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert "Svaret afhænger af målgruppe og situation." in html
    assert '<span class="whom">Børn og unge<span' in html
    assert '<span class="whom">Voksne<span' in html


def test_what_is_long_stands_after_who_when_and_whom_to_ring(
    client: FlaskClient,
) -> None:
    html = page(client, "/soeg?q=varsling")
    places = [
        html.index(text)
        for text in (
            "<dt>Ring til</dt>",
            "<dt>Udføres af</dt>",
            "<dt>Frist</dt>",
            'class="conditions"',
            'negative-unsure">Gælder ikke for: <span',
            "<dt>Skal have besked</dt>",
        )
    ]
    assert places == sorted(places)


def test_what_all_rows_share_is_said_once_below_them(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=hvem+betaler+varsling")
    assert html.count("<dt>Betales af</dt>") == 1
    assert html.index("For dem alle:") < html.index("<dt>Betales af</dt>")


def test_what_the_first_line_tells_of_all_is_not_said_again(
    client: FlaskClient,
) -> None:
    html = page(client, "/soeg?q=hvem+betaler+kompressionsstrømper")
    assert "<dt>Betales af</dt>" not in html


def test_rows_say_what_is_their_own_and_readers_hear_it_whole(
    client: FlaskClient,
) -> None:
    html = page(client, "/soeg?q=varsling")
    shared = '<span class="sr-only"><mark>Varsle</mark> kommunen om </span>'
    assert f"{shared}Barnet</a>" in html


def test_a_row_leads_to_its_agreement_and_section(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert 'href="/aftaler/proeve-udskrivning"' in html
    assert 'href="/aftaler/proeve-udskrivning#afsnit-udskrivning"' in html
    assert 'href="/snitflader/proeve-udskrivning.varsel-boern"' in html
    assert '<span class="badge badge-success">gældende</span>' in html


def test_an_unconfirmed_row_says_so(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert ">ikke bekræftet af en kilde</span>" in html
    assert ">svaret er ikke bekræftet</span>" in html


def test_what_the_agreement_does_not_say_is_said(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert "<dt>Frist</dt> <dd>Ikke oplyst</dd>" in html
    assert "<em>Ikke oplyst:</em> myndighedsansvar, betales af" in html


def test_who_pays_is_stressed_and_never_guessed(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=hvem+betaler+kompressionsstrømper")
    assert first_line(html) == (
        "Hvem betaler: Eksempel, ikke vedtaget Kommune – varigt behov. "
        "Hvornår: ikke oplyst"
    )
    html = page(client, "/soeg?q=hvem+betaler+varsling")
    assert (
        'fact-stressed"> <dt>Betales af</dt> <dd>Fremgår ikke af aftalen</dd>' in html
    )


def test_the_word_list_answers_beside_the_rows(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling")
    assert "Fra ordlisten" in html
    assert (
        "<strong>Ikke at forveksle med:</strong> "
        '<a href="/ordliste?ord=orientering#orientering">' in html
    )


def test_no_answer_is_said_with_a_way_on(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=kvantefysik")
    assert "Ingen gældende aftale i kataloget besvarer det" in html
    assert "Intet fundet om: <strong>kvantefysik</strong>" in html
    ward = "<strong>Patientens afdeling</strong>, hospitalet</li>"
    assert f'<li><span class="reach-case">Er patienten indlagt:</span> {ward}' in html
    assert "<strong>Kommunens visitation eller rette forvaltning</strong>" in html
    assert "Ring til den side, du ikke selv er på" in html
    assert "Er det akut, så følg den lokale instruks" in html


def test_of_agreements_the_secretariats_are_named(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=hvem+samler+kommunerne+om+kvantefysik")
    assert "<li><strong>Sekretariatet</strong>, regionen</li>" in html
    assert "Ring til den side" not in html
    assert "Er det akut, så følg den lokale instruks" in html


@pytest.mark.parametrize(
    ("question", "is_folded"),
    [
        ("kvantefysik", True),
        ("kvantefysik+hospital", True),
        ("kvantefysik+patient", False),
        ("kvantefysik+varsling", False),
    ],
)
def test_whom_to_ring_is_folded_where_nobody_is_asked_about(
    client: FlaskClient, question: str, is_folded: bool
) -> None:
    html = page(client, f"/soeg?q={question}")
    assert (
        "Kataloget handler om, hvem der gør hvad for en borger" in html
    ) == is_folded
    assert ("<summary>Handler det om en borger?" in html) == is_folded
    assert "Er det akut, så følg den lokale instruks" in html


def test_what_is_nearest_is_said_to_be_no_answer(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=varsling+kvantefysik")
    heading = html.index("Kataloget er ikke sikkert på, hvad du spørger om")
    assert heading < html.index("Nærmeste – ikke et svar")
    assert "Ingen gældende aftale i kataloget besvarer det" not in html


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
    response = client.get("/soeg?q=" + "a" * 401)
    assert response.status_code == 400
    assert "<strong>q</strong>" in response.text


def test_a_facet_value_that_is_none_is_refused(client: FlaskClient) -> None:
    for param in (facet.param for facet in FACETS):
        response = client.get(f"/soeg?q=varsling&{param}=findes-ikke")
        assert response.status_code == 400
        assert f"<strong>{param}</strong>" in response.text


def test_a_card_stands_above_the_rows_and_leads_to_its_page(
    client: FlaskClient,
) -> None:
    html = page(client, "/soeg?q=forskel+på+varsling+og+orientering&pr=2026-11-20")

    card, row = html.index('class="knowledge-card '), html.index("answer-row")
    assert card < row
    assert 'href="/ordliste?ord=varsling&amp;pr=2026-11-20#varsling"' in html
    assert html.count("esked til kommunen før en udskrivning") == 1


def test_a_card_carries_the_readers_municipality(client: FlaskClient) -> None:
    html = page(client, "/soeg?q=planområde+for+Sydby&kommune=nordby")
    assert 'href="/organisationer/sydby?kommune=nordby"' in html


def test_where_a_card_answers_nobody_is_told_that_nothing_does(
    client: FlaskClient,
) -> None:
    html = page(client, "/soeg?q=hvad+er+en+årsplan")
    assert "Findes kun i ordlisten." in html
    assert "Ingen gældende aftale i kataloget besvarer det" not in html


def test_one_may_ask_within_facets(client: FlaskClient) -> None:
    page = client.get("/soeg?fase=udskrivning&sektor=region")
    form = page.text.partition('role="search"')[2].partition("</form>")[0]

    assert page.status_code == 200
    assert 'name="fase" value="udskrivning"' in form
    assert 'name="sektor" value="region"' in form
    assert "Opgaver, der kan spørges om her" in page.text


def test_an_unknown_facet_is_refused_before_anything_is_asked(
    client: FlaskClient,
) -> None:
    assert client.get("/soeg?fase=findes-ikke").status_code == 400


@pytest.mark.parametrize(
    "question", ["varsling", "færdigmelding", "demens", "hjælpemiddel"]
)
def test_what_a_line_names_is_read_on_its_page_or_on_its_own(
    ours: FlaskClient, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    monkeypatch.setattr(search, "ROWS_SHOWN", 1)
    html = ours.get("/soeg", query_string={"q": question}).text

    assert "Vis alle" in html
    assert {*re.findall(r'href="#(svar-[^"]+)"', html)} <= {
        *re.findall(r' id="(svar-[^"]+)"', html)
    }


def test_the_agreements_that_are_asked_for_are_shown_a_part_at_a_time(
    ours: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "/soeg?q=hvilke+aftaler+gælder+i+planområde+Syd"
    named = re.compile(r'<li>\s*<a href="(/aftaler/[^"?#]+)')
    whole = named.findall(ours.get(address).text)
    monkeypatch.setattr(search, "AGREEMENTS_PER_PAGE", 5)

    html = ours.get(address).text
    parts = named.findall(html)
    while 'rel="next"' in html:
        html = ours.get(_next(html)).text
        assert len(named.findall(html)) <= 5
        parts += named.findall(html)

    assert len(whole) > 5
    assert parts == whole
    assert f"{len(whole)}\n      aftaler. Nr." in html
    assert ours.get(f"{address}&side=99").status_code == 400


def _next(html: str) -> str:
    (address,) = re.findall(r'<a href="([^"]+)"\s+rel="next"', html)
    return str(address).replace("&amp;", "&")


# What the box and the rows below it do not say twice, and whom to ring in each case


def box(client: FlaskClient, question: str) -> str:
    html = " ".join(client.get("/soeg", query_string={"q": question}).text.split())
    return html.split('<article class="box answer">')[1].split("</article>")[0]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "frit valg af genoptræning hvornår",
            "specialiseret genoptræning på hospital",
        ),
        (
            "skal praktiserende læge sende korrespondance når det haster",
            "noget, der haster",
        ),
        ("patienten nægter udskrivningsaftale", "vil ikke medvirke"),
    ],
)
def test_what_the_first_line_says_whole_the_one_row_does_not_repeat(
    ours: FlaskClient, question: str, said: str
) -> None:
    text = re.sub(r"<[^>]*>", "", box(ours, question))
    assert text.casefold().count(said) == 1


def test_each_case_says_whom_to_ring_in_it(ours: FlaskClient) -> None:
    text = re.sub(r"<[^>]*>", "", box(ours, "hvem leverer kompressionsstrømper"))
    assert text.index("Under behandling: Patientens afdeling") < text.index(
        "Ved varigt behov: Kommunens visitation"
    )


@pytest.mark.parametrize(
    ("question", "receiver"),
    [
        ("utilsigtet hændelse på plejehjem hvor melder jeg den", "Kommune"),
        ("hvor indberetter jeg en UTH på hospitalet", "Region"),
    ],
)
def test_what_is_reported_says_to_whom_and_has_nobody_to_ring(
    ours: FlaskClient, question: str, receiver: str
) -> None:
    first = box(ours, question).split('<div class="answer-row"')[0]
    assert f"<strong>{receiver}</strong>" in first.split("<dt>Meldes til</dt>")[1]
    assert "Ring til" not in first


def test_what_depends_on_a_choice_is_said_before_the_answers(
    ours: FlaskClient,
) -> None:
    html = ours.get("/soeg?q=hvem+driver+akutsygepleje&pr=2027-01-10").text
    line = html.split('<div class="first-line">')[1]
    assert line.index("Afhænger af") < line.index("<strong>Region")
