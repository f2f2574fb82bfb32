# SPDX-License-Identifier: EUPL-1.2
"""The styles of the templates, under Italian names that a clerk finds in LibreOffice."""

_FONT = "Liberation Sans"


def _style(name: str, shown: str, paragraph: str = "", words: str = "", parent: str = "Standard") -> str:
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph" '
        f'style:parent-style-name="{parent}"><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {words}/></style:style>\n"
    )


def _space(before: float, after: float) -> str:
    return f'fo:margin-top="{before}cm" fo:margin-bottom="{after}cm"'


_CENTRED = 'fo:text-align="center"'
_BOLD = 'fo:font-weight="bold"'
_BOX = 'fo:border="0.5pt solid #1a1a1a" fo:padding="0.12cm"'
_BREAK = 'fo:break-before="page"'
_KEEP = 'fo:keep-with-next="always"'
_PARAGRAPHS = "".join((
    _style("Atto_testo", "Atto testo", f'fo:text-align="justify" {_space(0.1, 0.15)}'),
    *(
        _style(f"Atto_{name}_introduzione", f"Atto {name} introduzione", _KEEP, parent=f"Atto_{name}")
        for name in ("testo", "punto", "numero", "nota")
    ),
    _style("Atto_ente", "Atto ente", f"{_CENTRED} {_space(0, 0.1)}", f'fo:font-size="17pt" {_BOLD}'),
    _style("Atto_centrato", "Atto centrato", f"{_CENTRED} {_space(0, 0.25)}"),
    _style("Atto_riquadro", "Atto riquadro", f"{_CENTRED} {_space(0.25, 0.25)} {_BOX}", f'fo:font-size="10pt" {_BOLD}'),
    _style("Atto_titolo", "Atto titolo", f"{_CENTRED} {_space(0.6, 0.3)} {_KEEP}", f'fo:font-size="13pt" {_BOLD}'),
    _style("Atto_organo", "Atto organo", f"{_CENTRED} {_space(0.45, 0.3)} {_KEEP}", f'fo:font-size="12pt" {_BOLD}'),
    _style("Atto_titoletto", "Atto titoletto", f"{_space(0.5, 0.2)} {_KEEP}", f'fo:font-size="11pt" {_BOLD}'),
    _style("Atto_titoletto_pagina", "Atto titoletto pagina", f"{_BREAK} {_KEEP}", parent="Atto_titoletto"),
    _style("Atto_oggetto", "Atto oggetto", f'fo:text-align="justify" {_space(0.5, 0.4)}'),
    _style("Atto_destinatario", "Atto destinatario", f'fo:margin-left="9cm" {_space(0, 0.05)}'),
    _style("Atto_punto", "Atto punto", f'fo:text-align="justify" {_space(0, 0.12)}'),
    _style("Atto_numero", "Atto numero", f'fo:text-align="justify" {_space(0, 0.15)}'),
    _style("Atto_cella", "Atto cella", _space(0, 0), 'fo:font-size="10pt"'),
    _style("Atto_cella_testata", "Atto cella testata", f"{_space(0, 0)} {_KEEP}", f'fo:font-size="10pt" {_BOLD}'),
    _style("Atto_firma", "Atto firma", f"{_CENTRED} {_space(0.15, 0.15)} {_KEEP}"),
    _style("Atto_nota", "Atto nota", _space(0, 0.1), 'fo:font-size="9pt"'),
    _style("Atto_stacco", "Atto stacco", _space(0, 0.05), 'fo:font-size="6pt"'),
    _style("Footer", "Piè di pagina", _CENTRED, 'fo:font-size="8pt"'),
))  # fmt: skip


def _level(level: int, body: str, closing: str) -> str:
    left = f"{0.4 + 0.6 * level:.1f}cm"
    return (
        f'{body} text:level="{level}">'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="{left}" '
        f'fo:text-indent="-0.6cm" fo:margin-left="{left}"/></style:list-level-properties>{closing}'
    )


def _lists() -> str:
    bullet, number = "text:list-level-style-bullet", "text:list-level-style-number"
    bullets = "".join(_level(level, f'<{bullet} text:bullet-char="–"', f"</{bullet}>") for level in (1, 2))
    shapes = ((1, "1", "."), (2, "a", ")"))
    numbers = "".join(
        _level(level, f'<{number} style:num-format="{shape}" style:num-suffix="{end}"', f"</{number}>")
        for level, shape, end in shapes
    )
    return (
        f'<text:list-style style:name="Punti" style:display-name="Atto punti">{bullets}</text:list-style>\n'
        f'<text:list-style style:name="Numeri" style:display-name="Atto numeri">{numbers}</text:list-style>\n'
    )


STYLES = f"""<office:font-face-decls>
<style:font-face style:name="{_FONT}" svg:font-family="'{_FONT}'" style:font-family-generic="swiss"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/>
<style:text-properties style:font-name="{_FONT}" fo:font-size="11pt" fo:language="it" fo:country="IT"/>
</style:default-style>
<style:default-style style:family="table"/>
<style:style style:name="Standard" style:family="paragraph" style:class="text">
<style:paragraph-properties fo:line-height="112%"/></style:style>
<style:style style:name="Grassetto" style:family="text"><style:text-properties {_BOLD}/></style:style>
{_PARAGRAPHS}{_lists()}</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 style:print-orientation="portrait"
 fo:margin-top="2cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"/>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style>
</style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>
<text:p text:style-name="Footer">pagina <text:page-number text:select-page="current">1</text:page-number> di
 <text:page-count>1</text:page-count></text:p>
<text:p text:style-name="Footer">{{{{se bozza}}}}BOZZA – documento di lavoro</text:p>
</style:footer></style:master-page></office:master-styles>
"""

_LINE = "0.5pt solid #7a8691"
AUTOMATIC = f"""<style:style style:name="Tabella" style:family="table">
<style:table-properties style:width="17cm" table:align="left" style:may-break-between-rows="true"/></style:style>
<style:style style:name="Cella" style:family="table-cell">
<style:table-cell-properties fo:border="{_LINE}" fo:padding="0.1cm"/></style:style>
<style:style style:name="Cella_testata" style:family="table-cell">
<style:table-cell-properties fo:border="{_LINE}" fo:padding="0.1cm" fo:background-color="#eef1f4"/></style:style>
<style:style style:name="Cella_libera" style:family="table-cell">
<style:table-cell-properties fo:border="none" fo:padding="0.1cm"/></style:style>
"""
