"""What programs put on the clipboard, shortened."""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>p.MsoNormal{margin:0cm}</style></head><body lang=DA><!--StartFragment-->
<h1>1. Form&aring;l<o:p></o:p></h1>
<p class=MsoNormal>Regionen <b>betaler</b> for <span
style='font-style:italic'>alt</span> arbejde.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Varsle
kommunen<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>
Inden 24 timer</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·</span>Tage pr&oslash;ver</p>
<p class=MsoNormal>Og s&aring;:</p>
<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.</span>Tre</p>
<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4.</span>Fire</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Opgave</p></td>
<td><p class=MsoNormal>Ansvar</p></td></tr>
<tr><td><p>Varsle<o:p></o:p></p></td>
<td><p>Hospital</p><p>Kommune | region</p></td></tr>
</table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Se <a href="https://sst.dk/x(1)">SST</a>.</p>
<!--EndFragment--></body></html>"""

WEB = """<meta charset='utf-8'><article><h1>Udskrivning</h1>
<p style="color: rgb(1, 2, 3)">Teksten med <a href="https://www.sst.dk/da">et link</a>
her.</p><h2>Før</h2><ol><li>Ring</li><li>Skriv<ul><li>kort</li><li>klart</li></ul>
</li></ol>
<table><thead><tr><th>Hvem</th><th>Hvad</th></tr></thead>
<tbody><tr><td>Hospital</td><td>Ringer</td></tr></tbody></table></article>"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;"
id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Hej </span><span
style="font-weight:700">du</span>
</p><ul><li dir="ltr"><p role="presentation"><span>a</span></p></li>
<ul><li><p><span>b</span></p></li></ul><li><p><span>c</span></p></li></ul></b>"""

LIBREOFFICE = """<!DOCTYPE html><html><head><meta content="LibreOffice"/>
<style type="text/css">p { line-height: 115% }</style></head><body lang="da-DK">
<h2 class="western">Økonomi</h2><p style="line-height: 100%">Regionen
betaler.</p><ol><li><p>Et</p></li><li><p>To</p></li></ol></body></html>"""

# What Chromium gives of Word's own lists, each item with its level and its mark.
_START = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/a">
<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->
<style><!-- @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=DA style='tab-interval:65.2pt'><!--StartFragment-->"""
_END = "<!--EndFragment--></body></html>"
_ITEM = """<{tag} class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;
mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>
<!--[if !supportLists]--><span style='{font}mso-fareast-language:EN-US'><span
style='mso-list:Ignore'>{mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><!--[endif]-->{text}<o:p></o:p></{tag}>
"""
WINGDINGS = "font-family:Wingdings;mso-fareast-font-family:Wingdings;"


def word_list(*items: tuple[int, str, str], font: str = "", tag: str = "p") -> str:
    """Items by their level, mark and words, as Word's desktop program copies them."""
    lines = (
        _ITEM.format(tag=tag, level=level, mark=mark, text=text, font=font)
        for level, mark, text in items
    )
    return _START + "".join(lines) + _END


WORD_ONLINE = """<div class="OutlineElement SCXW1"><p class="Paragraph" role="heading"
aria-level="1"><span class="TextRun" style="font-weight:400">Formål</span><span
class="EOP">&nbsp;</span></p></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1" role="list"><li
data-leveltext="" data-font="Symbol" data-listid="1" data-aria-level="1"><p
class="Paragraph"><span class="TextRun">Et</span><span class="EOP">&nbsp;</span></p>
</li>
</ul></div><div class="ListContainerWrapper SCXW1"><ul role="list">
<li data-leveltext="o"
data-aria-level="2"><p><span class="TextRun">To</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ul role="list"><li data-aria-level="2"><p>To
igen</p></li></ul></div><div class="ListContainerWrapper"><ul role="list"><li
data-aria-level="1"><p>Tre</p></li></ul></div>"""

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta name=ProgId content=Excel.Sheet>
<style><!--.xl65 {font-weight:700;}--></style></head>
<body link=blue>
<table border=0 cellpadding=0 style='border-collapse:collapse;width:144pt'>
<!--StartFragment--> <col width=64 span=3 style='width:48pt'> <tr height=20>
<td height=20 class=xl65 colspan=2 style='mso-ignore:colspan'>Opgave</td>
<td>Hvem</td></tr>
<tr><td rowspan=2 height=40 class=xl66>Varsle</td><td>inden<br
style='mso-data-placement:same-cell'>24 timer</td><td align=right>1,5</td></tr>
<tr><td>b</td><td>c</td></tr><tr style='display:none'><td>gammelt</td><td>x</td></tr>
<!--EndFragment--></table></body></html>"""

GOOGLE_LISTS = """<meta charset='utf-8'><b style="font-weight:normal;"
id="docs-internal-guid-8a">
<h2 dir="ltr"><span style="font-weight:400;">Formål</span></h2>
<ol><li dir="ltr" style="list-style-type:decimal" aria-level="1"><p
role="presentation"><span>A</span></p></li><ol><li style="list-style-type:lower-alpha"
aria-level="2"><p role="presentation"><span>under</span></p></li></ol><li
style="list-style-type:decimal"><p><span style="font-weight:700">B</span></p></li></ol>
</b>"""

LIBREOFFICE_LISTS = """<!DOCTYPE html><html><head>
<meta name="generator" content="LibreOffice 7.4"/></head><body lang="da-DK"><ul>
<li><p style="margin-bottom: 0cm">Et</p><ul><li><p>To</p><ol>
<li><p>Tre</p></li><li><p>Fire</p></li></ol>
</li></ul></li><li><p>Fem</p></li></ul></body></html>"""
# Older ones close each item before its words.
LIBREOFFICE_OLD = "<ul><li/>\n<p>Et</p><ul><li/>\n<p>To</p></ul><li/>\n<p>Tre</p></ul>"
LIBREOFFICE_STYLES = """<ul>
\t<li><p>Et</p>
</ul>
<ul>
\t<li><p>To</p>
</ul>
<ol>
\t<li><p>A</p>
</ol>
<ol start="2">
\t<li><p>B</p>
</ol>"""
WEB_LISTS = """<meta charset='utf-8'><ul style="box-sizing: border-box"><li><a
href="https://a.dk/x">Et</a><ul><li>To<ul><li>Tre</li></ul></li><li>To igen</li>
</ul></li>
<li>Fire</li></ul>"""
