"""The pages for patients and relatives. Also covers
registry/catalogue/citizen_doubts.py, registry/web/reader/citizen_view.py and
registry/web/reader/citizen_sheets.py.
"""

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from registry import create_app
from registry.catalogue.queries import Catalogue
from registry.web.reader.citizen_sheets import SIZES, _shares
from tests.numbers import HOSPITAL, VISITATION, give_numbers


def page(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.text
    return " ".join(response.text.split())


def bare(html: str) -> str:
    """The text as it is read: without tags, and without the meanings of words."""
    html = re.sub(r'<span class="term-meaning">.*?</span>', "", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def test_the_front_page_leads_to_the_citizens_own(client: FlaskClient) -> None:
    html = page(client, "/")
    assert "Er du patient eller pårørende?" in html
    assert 'href="/borger"' in html


def test_every_target_group_with_rows_is_listed(client: FlaskClient) -> None:
    html = page(client, "/borger")
    assert 'href="/borger/voksne"' in html
    assert 'href="/borger/boern-og-unge"' in html
    assert re.search(r'<span class="note">\d+ regler</span>', html)


def test_a_row_is_told_in_plain_words_with_its_source(client: FlaskClient) -> None:
    html = page(client, "/borger/voksne")
    text = bare(html)
    assert (
        "Hvis du skal have hjælp hjemme, giver hospitalet kommunen besked om dig."
        in text
    )
    assert "Prøveaftale om udskrivning & hjælp, afsnittet Udskrivning" in text
    assert "Vi har set det her: Opdigtet" in text
    assert 'href="/snitflader/proeve-udskrivning.varsel-voksne"' in html


def test_the_phases_stand_in_their_order(client: FlaskClient) -> None:
    html = page(client, "/borger/voksne")
    assert html.index('<h2 id="udskrivning">Når du skal udskrives') < html.index(
        '<h2 id="efter-udskrivning">Efter udskrivning'
    )


def test_what_has_no_plain_words_is_told_as_written(client: FlaskClient) -> None:
    text = bare(page(client, "/borger/boern-og-unge"))
    assert "Børneafdelingen har denne opgave: Varsle kommunen om barnet." in text
    assert "Fristen er: Senest 8 hverdage før udskrivning." in text
    assert "Det gælder ikke for: Psykiatrien." in text
    assert "Reglen er ikke sikker: Vi har ikke fået den bekræftet." in text


def test_a_word_of_the_word_list_is_explained_without_a_script(
    ours: FlaskClient,
) -> None:
    html = page(ours, "/borger/hjemloese")
    words = re.findall(
        r'<details class="term"><summary title="([^"]+)">([^<]+)</summary> '
        r'<span class="term-meaning">([^<]+) <a href="/ordliste\?ord=herberg#herberg">',
        html,
    )
    assert words
    for title, word, meaning in words:
        assert word == "herberg"
        assert title == meaning


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/borger/voksne", "Vælg din kommune for at se numre."),
        ("/borger/voksne?kommune=nordby", "+45 22 22 22 22"),
        ("/borger/voksne?kommune=sydby", "Spørg den afdeling, der behandler dig"),
    ],
)
def test_whom_to_ask_is_told_for_the_municipality(
    catalogue: Catalogue,
    tmp_path: Path,
    stopped_clock: object,
    address: str,
    said: str,
) -> None:
    give_numbers(catalogue, VISITATION, HOSPITAL)
    url = f"sqlite:///{tmp_path / 'registry.sqlite'}"
    app = create_app(DATABASE_URL=url, INDEX_DIR=str(tmp_path / "index"))
    assert said in page(app.test_client(), address)


def test_without_numbers_it_is_said_that_there_are_none(client: FlaskClient) -> None:
    html = page(client, "/borger/voksne?kommune=nordby")
    assert "Kataloget har ikke telefonnumre til dem, du kan spørge." in html
    sheet = page(client, "/borger/voksne/udskrivning?kommune=nordby")
    assert "Kataloget har ikke deres telefonnumre." in sheet
    assert "tel:" not in html


def test_a_municipality_narrows_what_is_told(ours: FlaskClient) -> None:
    everywhere = page(ours, "/borger/voksne")
    elsewhere = page(ours, "/borger/voksne?kommune=frederiksberg")
    bosted = "kommer den faste læge fast på dit bosted"
    assert bosted in bare(everywhere)
    assert bosted not in bare(elsewhere)
    assert "i Frederiksberg Kommune" in elsewhere


def test_the_municipality_is_chosen_in_a_form_that_keeps_the_rest(
    client: FlaskClient,
) -> None:
    html = page(client, "/borger/voksne?pr=2026-12-01&skrift=stor")
    form = re.search(r'<form class="telling-place".*?</form>', html)
    assert form
    assert '<label class="form-label" for="borger-kommune">' in form[0]
    assert '<input type="hidden" name="pr" value="2026-12-01">' in form[0]
    assert '<input type="hidden" name="skrift" value="stor">' in form[0]


def test_a_row_is_told_only_while_it_holds(ours: FlaskClient) -> None:
    ends = "dig forebyggende hjælp ved KOL"
    begins = "forebyggende hjælp ved kronisk sygdom fra 2027"
    before, after = (
        bare(page(ours, f"/borger/kronisk-sygdom?pr={day}"))
        for day in ("2026-12-31", "2027-01-01")
    )
    assert (ends in before, ends in after) == (True, False)
    assert (begins in before, begins in after) == (False, True)


def test_an_earlier_moment_is_told_in_the_words_of_that_moment(
    client: FlaskClient,
) -> None:
    then, now = (
        bare(page(client, f"/borger/voksne?vist={day}T12:00"))
        for day in ("2026-07-01", "2026-09-01")
    )
    assert "Kommunen har denne opgave: Levere kompressionsstrømper." in then
    assert "Kommunen leverer støttestrømper til dig." in now


def test_what_does_not_stand_firm_of_its_agreement_is_said(ours: FlaskClient) -> None:
    text = bare(page(ours, "/borger/dobbeltdiagnose"))
    assert "Videreførelsen er ikke besluttet." in text


@pytest.mark.parametrize("address", ["/borger/voksne", "/borger/voksne/udskrivning"])
def test_where_nothing_holds_it_says_so(client: FlaskClient, address: str) -> None:
    html = page(client, f"{address}?pr=1999-01-01")
    assert "Ingen aftale i kataloget siger noget om det 1. januar 1999" in html
    assert "Spørg din egen læge, din kommune" in html
    assert "<li id=" not in html


def test_a_day_without_agreements_has_no_groups(client: FlaskClient) -> None:
    html = page(client, "/borger?pr=1999-01-01")
    assert "Ingen aftale i kataloget gælder 1. januar 1999." in html


@pytest.mark.parametrize(
    ("address", "status", "message"),
    [
        ("/borger/findes-ikke", 404, "ingen målgruppe med det navn"),
        ("/borger/findes-ikke/udskrivning", 404, "ingen målgruppe med det navn"),
        ("/borger/voksne/findes-ikke", 404, "ingen fase med det navn"),
        ("/borger/voksne?skrift=lille", 400, "skrift: siden findes kun med stor"),
        ("/borger/voksne?kommune=findes-ikke", 400, "kommune"),
        ("/borger/voksne?pr=i-morgen", 400, "pr"),
    ],
)
def test_what_the_page_cannot_show_is_refused_by_name(
    client: FlaskClient, address: str, status: int, message: str
) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert message in response.text


def test_large_letters_are_one_link_away_and_back(client: FlaskClient) -> None:
    assert 'href="/borger/voksne?skrift=stor">Stor skrift' in page(
        client, "/borger/voksne"
    )
    html = page(client, "/borger/voksne?skrift=stor")
    assert '<div class="telling telling-stor">' in html
    assert 'href="/borger/voksne">Almindelig skrift' in html


def test_a_phase_has_a_sheet_with_who_what_source_and_whom_to_ask(
    client: FlaskClient,
) -> None:
    html = page(client, "/borger/voksne/udskrivning")
    text = bare(html)
    assert html.count('class="telling-sheet ') == 1
    assert "<h1 id=" in html
    assert "Voksne: Når du skal udskrives" in text
    assert "Sådan står det i kataloget 22. november 2026." in text
    assert "giver hospitalet kommunen besked om dig." in text
    assert re.search(r"\[\d\] Prøveaftale om udskrivning & hjælp\.", text)
    assert "Hvem kan du spørge?" in text
    assert "Illustrativt eksempel, ikke de vedtagne aftaletekster." in text


def test_a_full_phase_takes_as_many_sheets_as_it_says(ours: FlaskClient) -> None:
    html = page(ours, "/borger/somatik/alle-faser")
    assert html.count('class="telling-sheet ') == 2
    assert "2 sider på A4" in html
    assert "side 2 af 2" in html


@pytest.mark.parametrize(
    ("costs", "shares"),
    [
        ([], []),
        ([10], [(0, 1)]),
        ([40, 40, 40], [(0, 2), (2, 3)]),
        ([60, 60, 60, 60], [(0, 1), (1, 2), (2, 3), (3, 4)]),
        ([500, 10], [(0, 1), (1, 2)]),
    ],
)
def test_sheets_are_as_few_as_they_can_be(
    costs: list[int], shares: list[tuple[int, int]]
) -> None:
    assert _shares(costs, 100) == shares


def test_sheets_are_filled_evenly() -> None:
    (first, _), *_ = [_shares([100] * 10, 900)]
    assert first == (0, 5)


def test_the_largest_letters_have_the_least_room() -> None:
    assert [size.room for size in SIZES] == sorted(size.room for size in SIZES)


def test_what_holds_for_some_only_stands_on_their_own_sheet_where_room_is_short(
    ours: FlaskClient,
) -> None:
    day = "pr=2026-12-01"
    html = page(ours, f"/borger/psykisk-sygdom/udskrivning?{day}&kommune=koebenhavn")
    text = bare(html)
    own = f"/borger/hjemloese/udskrivning?{day}&amp;kommune=koebenhavn"

    assert html.count('class="telling-sheet ') == 1
    assert "Der er mere på andre sider. Bed om dem, der er om dig." in text
    assert "Er du hjemløs: «Hjemløse: Når du skal udskrives»." in text
    assert f'href="{own}"' in html
    assert "giver kommunen dig råd om bolig" not in text
    assert "giver kommunen dig råd om bolig" in bare(page(ours, unescape(own)))


def test_what_several_rules_say_is_told_once_where_room_is_short(
    ours: FlaskClient,
) -> None:
    text = bare(page(ours, "/borger/dobbeltdiagnose/alle-faser?pr=2026-12-01"))
    below = text.split("Det her står der ved flere regler:")[1]

    limit = "Reglen gælder ikke, hvis du er indlagt eller har fået ja til samlet"
    assert text.count(limit) == below.count(f"(a) {limit}") == 1
    assert text.count("Reglen gælder ikke altid: Læs (a).") == 3


def test_where_there_is_room_all_is_told_in_its_place(ours: FlaskClient) -> None:
    text = bare(page(ours, "/borger/hjemloese/udskrivning?pr=2026-12-01"))
    assert "Reglen er ikke sikker: Vi har ikke fået den bekræftet." in text
    assert "Det her står der ved flere regler" not in text


def test_a_long_phase_can_be_printed_an_agreement_at_a_time(ours: FlaskClient) -> None:
    address = "/borger/somatik/efter-udskrivning?pr=2026-12-01"
    html = page(ours, address)
    assert "Print kun det, som patienten har brug for:" in html
    one = f"{address}&amp;aftale=genoptraening"
    assert f'href="{one}"' in html

    alone = bare(page(ours, unescape(one)))
    assert "Siden er kun fra «Genoptræning" in alone
    assert "der kan stå mere i andre aftaler" in alone
    assert "almen genoptræning" in alone
    assert "ordningen på 72 timer" not in alone


def test_only_an_agreement_that_tells_something_of_a_phase_is_shown_alone(
    ours: FlaskClient,
) -> None:
    response = ours.get("/borger/somatik/efter-udskrivning?aftale=rygestop")
    assert response.status_code == 400
    assert "aftale: aftalen siger ikke noget her." in response.text


def test_a_rows_place_on_the_page_has_its_own_address(client: FlaskClient) -> None:
    html = page(client, "/borger/voksne")
    assert '<li id="proeve-udskrivning.varsel-voksne">' in html


@pytest.mark.parametrize(
    "said",
    [
        "kommunen gør: Spørg din kommune.",
        "gør: Spørg din egen læge.",
        "gør: Spørg den afdeling, der behandler dig.",
        "jordemoderen gør: Spørg jordemoderen.",
    ],
)
def test_a_citizen_is_told_to_ask_those_they_meet(ours: FlaskClient, said: str) -> None:
    text = "".join(
        bare(page(ours, f"/borger/{group}?pr=2026-12-01"))
        for group in ("voksne", "gravide")
    )
    assert said in text
    assert "sekretariatet" not in text


def test_the_municipality_to_ask_is_named(ours: FlaskClient) -> None:
    text = bare(page(ours, "/borger/voksne?pr=2026-12-01&kommune=koebenhavn"))
    assert "Spørg Københavns Kommune." in text


def test_the_page_says_what_it_lacks_and_what_else_there_is(ours: FlaskClient) -> None:
    html = page(ours, "/borger/hjemloese?pr=2026-12-01")
    text = bare(html)
    assert "Det står ikke på siden" in text
    assert "Der står ikke noget på siden om «For at forebygge sygdom»" in text
    assert "regler er ikke sikre. Spørg, før du regner med dem, men" in text
    assert re.search(r"om dig: betaling mellem kommune, region og læger \(\d\)\.", text)
    assert 'href="/forloeb/hjemloese?pr=2026-12-01"' in html
    assert "Der kan stå mere om dig under Voksne." in text
    assert '<a href="/borger/voksne?pr=2026-12-01">Voksne</a>' in html


def test_what_authorities_do_between_them_is_not_told(ours: FlaskClient) -> None:
    text = bare(page(ours, "/borger/voksne?pr=2026-12-01"))
    assert "LÆ " not in text
    assert "Sundhedsstyrelsen siger god for" not in text
    assert "attester mellem læge og kommune (" in text


@pytest.mark.parametrize(
    "address", ["/borger", "/borger/voksne", "/borger/hjemloese", "/borger/somatik"]
)
def test_it_says_first_whom_to_ring_when_it_cannot_wait(
    ours: FlaskClient, address: str
) -> None:
    text = bare(page(ours, address))

    assert text.index("ring 112") < text.index("Hvilken kommune gælder det?")
    assert "Akuttelefonen 1813 i Region Hovedstaden" in text


@pytest.mark.parametrize(
    "address",
    [
        "/borger/voksne/udskrivning",
        "/borger/dobbeltdiagnose/akut",
        "/borger/somatik/alle-faser",
        "/borger/voksne/akut?pr=1999-01-01",
        "/borger/voksne?pr=1999-01-01",
    ],
)
def test_every_page_and_every_sheet_begins_with_whom_to_ring(
    ours: FlaskClient, address: str
) -> None:
    main = page(ours, address).split("<main")[1]
    sheets = main.split('class="telling-sheet ')[1:] or [main]
    for sheet in sheets:
        text = bare(f"<p {sheet}").lower()
        assert text.index("ring 112") < text.index("spørg")


def test_an_acute_phase_says_it_again_where_it_begins(ours: FlaskClient) -> None:
    html = page(ours, "/borger/dobbeltdiagnose")
    acute = bare(html.split('<h2 id="akut">')[1].split("</section>")[0])
    assert acute.index("ring 112") < acute.index(
        "Hvis du får akutte og svære abstinenser"
    )
    assert acute.count("Er det livsfarligt, så ring 112 med det samme.") == 2


def test_a_page_without_acute_rules_says_what_to_do_instead(ours: FlaskClient) -> None:
    html = page(ours, "/borger/boern-og-unge")
    acute = bare(html.split('<h2 id="akut">')[1].split("</section>")[0])
    assert acute.startswith("Når det er akut Er det livsfarligt, så ring 112,")
    assert "Der er ingen regel om det på siden her." in acute
    assert '<a href="#akut">' in html


def test_whom_to_ring_stands_alone_by_its_rule(ours: FlaskClient) -> None:
    html = page(ours, "/borger/hjemloese")
    ring = '<p class="telling-ring">Er det livsfarligt, så ring 112 med det samme.</p>'
    assert html.count(ring) == bare(html).count("ring 112 med det samme") > 0
    assert "Reglen gælder som regel ikke, hvis du har en adresse" in bare(html)


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("voksne", "Det siger ikke, at din hjælp stopper."),
        ("somatik", "Er der tvivl om, hvem der betaler, får du alligevel det"),
    ],
)
def test_what_many_rules_would_say_is_said_once_before_them(
    ours: FlaskClient, group: str, said: str
) -> None:
    text = bare(page(ours, f"/borger/{group}"))
    assert text.count(said) == 1
    assert text.index(said) < text.index("På denne side")


def test_a_rule_has_the_mark_of_the_doubt_it_would_tell(ours: FlaskClient) -> None:
    text = bare(page(ours, "/borger/somatik"))
    assert "(A) Er der tvivl om, hvem der betaler" in text
    assert text.count("Er der tvivl, så læs (A) øverst.") >= 3


def test_each_phase_says_it_on_paper(ours: FlaskClient) -> None:
    html = page(ours, "/borger/hjemloese")
    phases = html.count('<section class="telling-phase" aria-labelledby=') - 1
    assert html.count('class="telling-acute') == phases + 1


def test_a_part_for_some_readers_has_its_heading(ours: FlaskClient) -> None:
    html = page(ours, "/borger/psykisk-sygdom")
    child = '<h3 class="telling-part">Er patienten et barn eller en ung</h3>'
    assert child in html
    assert child not in page(ours, "/borger/boern-og-unge")
    sheet = page(ours, "/borger/psykisk-sygdom/indlaeggelse")
    assert sheet.count("Er patienten et barn eller en ung</span>") == 1


def test_a_part_for_some_readers_is_folded_unless_a_phase_has_nothing_else(
    ours: FlaskClient,
) -> None:
    html = page(ours, "/borger/psykisk-sygdom?pr=2026-12-01")
    folded = (
        '<details class="telling-fold"> <summary><h3 class="telling-part">Er du hjemløs'
    )
    assert folded in html
    older = page(ours, "/borger/aeldre?pr=2026-12-01")
    opened = (
        '<details class="telling-fold" open> <summary><h3 class="telling-part">Kun på'
    )
    assert opened in older


def test_the_source_of_each_rule_is_one_tap_away(ours: FlaskClient) -> None:
    html = page(ours, "/borger/somatik?pr=2026-12-01")
    lines = html.count('<div class="telling-deed">')
    assert lines
    assert html.count('<details class="telling-source">') == lines


def test_rules_of_one_condition_are_one_with_the_address_of_each(
    ours: FlaskClient,
) -> None:
    html = page(ours, "/borger/somatik?pr=2026-12-01")
    lead = "Hvis du har et varigt behov, fordi din evne til at klare dig er varigt"
    assert bare(html).count(lead) == 1
    for row in ("puder-varigt", "senge-varigt"):
        assert html.count(f' id="snitfladekatalog-hjaelpemidler.{row}"') == 1
        assert f'href="/snitflader/snitfladekatalog-hjaelpemidler.{row}' in html


def test_every_row_told_keeps_its_place_on_the_page(ours: FlaskClient) -> None:
    html = page(ours, "/borger/somatik?pr=2026-12-01")
    sources = re.search(r"Ved \d+ af de (\d+) regler", bare(html))
    assert sources
    links = re.findall(r'<p><a href="/snitflader/([^"?]+)', html)
    assert len(links) == len(set(links)) == int(sources[1])


def test_where_there_may_be_more_is_said_before_the_rules(ours: FlaskClient) -> None:
    text = bare(page(ours, "/borger/aeldre?pr=2026-12-01"))
    more = text.index("Der kan stå mere om dig under Voksne.")
    assert more < text.index("Hvilken kommune gælder det?")


def test_the_law_is_named_only_of_a_rule_that_rests_on_it(ours: FlaskClient) -> None:
    html = page(ours, "/borger/gravide?pr=2026-12-01")
    midwife = html.split("følger jordemoderen din graviditet")[1].split("</details>")[0]
    assert "lov" not in bare(midwife).split("Vi har set")[0].split("afsnittet")[1]
    assert html.count("Vores kilde siger, at det følger af loven.") == 2


def test_words_to_staff_are_marked_as_theirs(ours: FlaskClient) -> None:
    text = bare(page(ours, "/borger/hjemloese/udskrivning"))
    assert "Til personalet: 1 side på A4." in text
    assert text.index("Hvem kan du spørge?") < text.index("giv den til patienten")


def test_the_number_of_a_source_stands_with_the_word_before_it(
    ours: FlaskClient,
) -> None:
    html = page(ours, "/borger/psykisk-sygdom/udskrivning")
    numbers = html.count('<span class="telling-number">')
    assert numbers
    assert html.count('&nbsp;<span class="telling-number">') == numbers


def test_large_letters_are_large_on_paper_too(ours: FlaskClient) -> None:
    html = ours.get("/borger/voksne?skrift=stor").text
    address = "/borger/voksne/udskrivning?skrift=stor"
    assert f'href="{address}"' in " ".join(html.split())

    large, usual = (ours.get(a).text for a in (address, "/borger/voksne/udskrivning"))
    assert "telling-sheet-stoerst" in large
    assert "telling-sheet-stoerst" not in usual
    assert large.count('class="telling-sheet ') > usual.count('class="telling-sheet ')
    assert ours.get("/borger/voksne/udskrivning?skrift=lille").status_code == 400
