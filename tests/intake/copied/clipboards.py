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
her.</p><h2>Før</h2><ol><li>Ring</li><li>Skriv<ul><li>kort</li><li>klart</li></ul></li></ol>
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
