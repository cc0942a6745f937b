"""LibreOffice: Writer as a word processor, Calc as a spreadsheet that is printed."""

import html
import subprocess
import tempfile
from pathlib import Path

from .document import KERN, Cell, Document, Look, Table

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
# LibreOffice knows a flat file by its first bytes, double quotes included.
NAMESPACES = " ".join(
    f'xmlns:{name}="{OFFICE}{uri}:1.0"' for name, uri in {
        "office": "office", "text": "text", "table": "table", "style": "style", "fo": "xsl-fo-compatible"}.items())

COVERED = "<table:covered-table-cell/>"


def writer(document: Document, out: Path) -> None:
    _convert(_text(document), ".fodt", out)


def calc(document: Document, out: Path) -> None:
    _convert(_sheet(document), ".fods", out)


def _convert(source: str, suffix: str, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / (out.stem + suffix)
        file.write_text(source, encoding="utf-8")
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(out.parent), str(file)],
            check=True, capture_output=True, timeout=600)
    if not out.exists():
        raise RuntimeError("LibreOffice wrote nothing")


def _cell_style(look: Look) -> str:
    line = "0.5pt solid #000000"
    border = {
        "grid": f"fo:border='{line}'", "rows": f"fo:border-bottom='{line}'", "columns": f"fo:border-left='{line}'",
    }.get(look.rules, "fo:border='none'")
    return f"fo:padding='{look.padding}pt' fo:padding-left='{look.side}pt' fo:padding-right='{look.side}pt' style:vertical-align='{look.vertical}' {border}"


def _page_style(look: Look) -> str:
    orientation = "landscape" if look.paper[0] > look.paper[1] else "portrait"
    footer = html.escape(look.footer or "").replace("##", "<text:page-count/>").replace("#", "<text:page-number/>")
    header = html.escape(look.header or "")
    return f"""<office:automatic-styles><style:page-layout style:name='p'><style:page-layout-properties fo:page-width='{look.paper[0]}pt' fo:page-height='{look.paper[1]}pt'
 style:print-orientation='{orientation}' fo:margin='{look.margin}pt'/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name='Standard' style:page-layout-name='p'>
{f"<style:header><text:p>{header}</text:p></style:header>" if header else ''}{f"<style:footer><text:p>{footer}</text:p></style:footer>" if footer else ''}
</style:master-page></office:master-styles>"""


def _text(document: Document) -> str:
    look = document.look
    paragraph = lambda text, style="body": f"<text:p text:style-name='{style}'>{_lines([text])}</text:p>"
    parts = [paragraph(document.note, "note")]
    parts += [paragraph(text, "title") for text in document.titles]
    parts.append(paragraph("Summary", "heading"))
    parts += [paragraph(text) for text in document.summary]
    if document.contents:
        parts.append(paragraph("This report is comprised of four sections:"))
        parts += [paragraph(f"• {text}", "item") for text in document.contents]
    for section in document.sections:
        parts.append(paragraph(section.title, "break" if look.page_a_section else "heading"))
        parts += [paragraph(text) for text in section.before]
        if section.table:
            parts.append(_table(section.table, look))
        parts += [paragraph(text) for text in section.after]
    width = look.paper[0] - 2 * look.margin
    widths = {column.width for section in document.sections if section.table for column in section.table.columns}
    columns = "".join(
        f"<style:style style:name='w{w}' style:family='table-column'><style:table-column-properties style:rel-column-width='{int(w * 100)}*'/></style:style>" for w in widths)
    font = f"<style:text-properties style:font-name='{look.font}' fo:font-family=\"'{look.font}'\" fo:font-size='{look.size}pt'"
    style = lambda name, properties="", text="": (
        f"<style:style style:name='{name}' style:family='paragraph'><style:paragraph-properties {properties}/>{font} {text}/></style:style>")
    bold = "fo:font-weight='bold'"
    align = "fo:text-align='center'" if look.centred else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>{style('body', "fo:margin-bottom='4pt'")}{style('note')}{style('title', "fo:text-align='center'", bold)}{style('heading', "fo:margin-top='8pt' fo:margin-bottom='4pt' fo:keep-with-next='always'", bold)}
{style('break', "fo:break-before='page'", bold)}{style('cell', align)}{style('head', align, bold)}
{style('item', "fo:margin-left='9pt' fo:text-indent='-7pt'")}</office:styles>
{_page_style(look).replace('</office:automatic-styles>', columns
    + f"<style:style style:name='t' style:family='table'><style:table-properties style:width='{width}pt' table:align='margins'/></style:style>"
    + f"<style:style style:name='r' style:family='table-row'><style:table-row-properties fo:keep-together='{'auto' if look.break_rows else 'always'}'/></style:style>"
    + f"<style:style style:name='c' style:family='table-cell'><style:table-cell-properties {_cell_style(look)}/></style:style></office:automatic-styles>")}
<office:body><office:text>{''.join(parts)}</office:text></office:body></office:document>"""


def _table(table: Table, look: Look) -> str:
    columns = "".join(f"<table:table-column table:style-name='w{column.width}'/>" for column in table.columns)
    head = "".join("<table:table-row>" + "".join(
        f"<table:table-cell table:style-name='c'{_across(across)}><text:p text:style-name='head'>{_lines(text.split(chr(10)))}</text:p></table:table-cell>{COVERED * (across - 1)}"
        for text, across in row) + "</table:table-row>" for row in table.header_rows())
    if look.repeat_headers:
        head = f"<table:table-header-rows>{head}</table:table-header-rows>"
    rows = "".join("<table:table-row table:style-name='r'>" + "".join(_cell(cell, look) for cell in row) + "</table:table-row>" for row in table.rows)
    return f"<table:table table:style-name='t'>{columns}{head}{rows}</table:table>"


def _cell(cell: Cell | None, look: Look) -> str:
    if cell is None:
        return COVERED
    span = (f" table:number-rows-spanned='{cell.span}'" if cell.span > 1 else "") + _across(cell.across)
    if cell.bulleted:
        text = "".join(f"<text:p text:style-name='item'>{look.bullet} {_plain(line)}</text:p>" for line in cell.lines)
    else:
        text = f"<text:p text:style-name='cell'>{_lines(cell.lines)}</text:p>"
    return f"<table:table-cell table:style-name='c'{span}>{text}</table:table-cell>"


def _lines(lines: list[str]) -> str:
    return "<text:line-break/>".join(_plain(line) for line in lines)


def _sheet(document: Document) -> str:
    """One sheet: titles and sentences stand in its first column and run over the others, as people make them."""
    look = document.look
    tables = [section.table for section in document.sections if section.table]
    most = max(len(table.columns) for table in tables)
    usable = look.paper[0] - 2 * look.margin - 4
    sheets = []
    for number, section in enumerate(document.sections):
        columns = section.table.columns if section.table else [*tables[0].columns]
        total = sum(column.width for column in columns)
        widths = [usable * column.width / total for column in columns]
        rows = []
        wide = lambda text, style: (
            f"<table:table-row table:style-name='r'><table:table-cell table:style-name='{style}' office:value-type='string' table:number-columns-spanned='{len(columns)}'>"
            f"<text:p>{html.escape(text)}</text:p></table:table-cell></table:table-row>")
        if number == 0:
            rows += [wide(document.note, "wide")] + [wide(text, "strong") for text in document.titles] + [wide("Summary", "strong")]
            rows += [wide(text, "wide") for text in document.summary]
        rows.append(wide(section.title, "strong"))
        rows += [wide(text, "wide") for text in section.before]
        if section.table:
            head = "".join("<table:table-row table:style-name='r'>" + "".join(
                f"<table:table-cell table:style-name='head' office:value-type='string'{_across(across)}>{_paragraphs(text.split(chr(10)))}</table:table-cell>{COVERED * (across - 1)}"
                for text, across in row) + "</table:table-row>" for row in section.table.header_rows())
            rows.append(f"<table:table-header-rows>{head}</table:table-header-rows>" if look.repeat_headers else head)
            for row in section.table.rows:
                rows.append("<table:table-row table:style-name='r'>" + "".join(_sheet_cell(cell, look) for cell in row) + "</table:table-row>")
        declared = "".join(f"<table:table-column table:style-name='s{number}c{index}'/>" for index in range(len(widths)))
        sheets.append((f"<table:table table:name='Section {number + 1}' table:style-name='ta'>{declared}{''.join(rows)}</table:table>", number, widths))
    styles = "".join(
        f"<style:style style:name='s{number}c{index}' style:family='table-column'><style:table-column-properties style:column-width='{width}pt'/></style:style>"
        for _, number, widths in sheets for index, width in enumerate(widths))
    font = f"style:font-name='{look.font}' fo:font-family=\"'{look.font}'\" fo:font-size='{look.size}pt'"
    align = "center" if look.centred else "start"
    cell = lambda name, properties, text="", where=align: (
        f"<style:style style:name='{name}' style:family='table-cell'><style:table-cell-properties fo:wrap-option='wrap' {properties}/>"
        f"<style:paragraph-properties fo:text-align='{where}'/><style:text-properties {font} {text}/></style:style>")
    styles += cell("wide", "fo:padding='2pt'", where="start") + cell("strong", "fo:padding='2pt'", "fo:font-weight='bold'", "start")
    styles += cell("head", _cell_style(look), "fo:font-weight='bold'") + cell("c", _cell_style(look))
    styles += "<style:style style:name='ta' style:family='table' style:master-page-name='Standard'/>"
    styles += "<style:style style:name='r' style:family='table-row'><style:table-row-properties style:use-optimal-row-height='true'/></style:style>"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
{_page_style(look).replace('</office:automatic-styles>', styles + '</office:automatic-styles>')}
<office:body><office:spreadsheet>{''.join(sheet for sheet, _, _ in sheets)}</office:spreadsheet></office:body></office:document>"""


def _sheet_cell(cell: Cell | None, look: Look) -> str:
    if cell is None:
        return COVERED
    span = f" table:number-rows-spanned='{cell.span}' table:number-columns-spanned='{cell.across}'" if cell.span > 1 or cell.across > 1 else ""
    lines = [f"{look.bullet} {line}" for line in cell.lines] if cell.bulleted else cell.lines
    return f"<table:table-cell table:style-name='c' office:value-type='string'{span}>{_paragraphs(lines)}</table:table-cell>"


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<text:p>{_plain(line)}</text:p>" for line in lines)


def _across(columns: int) -> str:
    return f" table:number-columns-spanned='{columns}'" if columns > 1 else ""


def _plain(text: str) -> str:
    return html.escape(text.replace(KERN, ""))
