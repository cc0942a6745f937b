"""XSL-FO through Apache FOP, as report servers use it."""

import html
import subprocess
from pathlib import Path

from .document import KERN, Cell, Document, Look, Table


def print_pdf(document: Document, out: Path) -> None:
    source = out.with_suffix(".fo")
    source.write_text(_page(document), encoding="utf-8")
    subprocess.run(["fop", "-q", "-fo", str(source), "-pdf", str(out)], check=True, capture_output=True, timeout=600)
    source.unlink()


def _page(document: Document) -> str:
    look = document.look
    if look.bullet == "▪":
        look.bullet = "•"  # its fonts have no other
    block = lambda text, more="": f"<fo:block space-after='4pt' {more}>{html.escape(text)}</fo:block>"
    heading = f"font-weight='bold' font-size='{look.size + 2}pt' space-before='8pt' keep-with-next='always'"
    parts = [block(document.note, "color='gray' font-size='6pt'")]
    parts += [block(text, heading + " text-align='center'") for text in document.titles]
    parts.append(block("Summary", heading))
    parts += [block(text) for text in document.summary]
    if document.contents:
        parts.append(block("This report is comprised of four sections:"))
        parts.append(_items(document.contents, "•"))
    for section in document.sections:
        parts.append(block(section.title, heading + (" break-before='page'" if look.page_a_section else "")))
        parts += [block(text) for text in section.before]
        if section.table:
            parts.append(_table(section.table, look))
        parts += [block(text) for text in section.after]
    running = lambda text: html.escape(text).replace("##", "<fo:page-number-citation ref-id='end'/>").replace("#", "<fo:page-number/>")
    edge = lambda region, text: f"<fo:static-content flow-name='xsl-region-{region}'><fo:block text-align='center' font-size='7pt'>{running(text)}</fo:block></fo:static-content>"
    return f"""<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' font-family='Helvetica, Symbol, ZapfDingbats' font-size='{look.size}pt'>
<fo:layout-master-set><fo:simple-page-master master-name='page' page-width='{look.paper[0]}pt' page-height='{look.paper[1]}pt' margin='{look.margin / 2}pt {look.margin}pt'>
<fo:region-body margin='{look.margin / 2}pt 0'/><fo:region-before extent='{look.margin / 2}pt'/><fo:region-after extent='{look.margin / 2}pt'/>
</fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference='page'>
{edge('before', look.header) if look.header else ''}{edge('after', look.footer) if look.footer else ''}
<fo:flow flow-name='xsl-region-body'>{''.join(parts)}<fo:block id='end'/></fo:flow></fo:page-sequence></fo:root>"""


def _table(table: Table, look: Look) -> str:
    columns = "".join(f"<fo:table-column column-width='proportional-column-width({column.width})'/>" for column in table.columns)
    heads = ["".join(
        f"<fo:table-cell {_border(look, True)} number-columns-spanned='{across}'>{_lines(text.split(chr(10)), look)}</fo:table-cell>" for text, across in row)
        for row in table.header_rows()]
    rows = "".join(_row(row, look, index) for index, row in enumerate(table.rows))
    head = "".join(f"<fo:table-row font-weight='bold'>{cells}</fo:table-row>" for cells in heads)
    header, first = (f"<fo:table-header>{head}</fo:table-header>", "") if look.repeat_headers else ("", head)
    return f"<fo:table table-layout='fixed' width='100%' border-collapse='separate'>{columns}{header}<fo:table-body>{first}{rows}</fo:table-body></fo:table>"


def _row(row: list[Cell | None], look: Look, index: int) -> str:
    shade = " background-color='#e4e8ee'" if look.rules == "zebra" and index % 2 else ""
    keep = "" if look.break_rows else " keep-together.within-page='always'"
    cells = "".join(
        f"<fo:table-cell {_border(look)} number-rows-spanned='{cell.span}' number-columns-spanned='{cell.across}'>{_items(cell.lines, look.bullet) if cell.bulleted else _lines(cell.lines, look)}</fo:table-cell>"
        for cell in row if cell is not None)
    return f"<fo:table-row{shade}{keep}>{cells}</fo:table-row>"


def _border(look: Look, is_header: bool = False) -> str:
    line = "0.5pt solid black"
    border = {
        "grid": f"border='{line}'", "rows": f"border-bottom='{line}'", "columns": f"border-left='{line}'",
        "header": f"border-bottom='{line}'" if is_header else "",
    }.get(look.rules, "")
    align = {"top": "before", "middle": "center", "bottom": "after"}[look.vertical]
    return f"{border} padding='{look.padding}pt {look.side}pt' display-align='{align}' text-align='{'center' if look.centred else 'start'}'"


def _lines(lines: list[str], look: Look) -> str:
    return "".join(f"<fo:block>{_plain(line)}</fo:block>" for line in lines) or "<fo:block/>"


def _items(lines: list[str], bullet: str) -> str:
    return "<fo:list-block provisional-distance-between-starts='9pt' provisional-label-separation='2pt' text-align='start'>" + "".join(
        f"<fo:list-item><fo:list-item-label end-indent='label-end()'><fo:block>{bullet}</fo:block></fo:list-item-label>"
        f"<fo:list-item-body start-indent='body-start()'><fo:block>{_plain(line)}</fo:block></fo:list-item-body></fo:list-item>"
        for line in lines) + "</fo:list-block>"


def _plain(text: str) -> str:
    return html.escape(text.replace(KERN, ""))
