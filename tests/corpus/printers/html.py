"""HTML for browsers, and for the engines that print it."""

import html
import subprocess
import tempfile
from pathlib import Path

from .document import KERN, Cell, Document, Look, Table


def page(document: Document) -> str:
    look = document.look
    parts = [f"<p class=note>{html.escape(document.note)}</p>"]
    parts += [f"<h1>{html.escape(title)}</h1>" for title in document.titles]
    parts.append("<h2>Summary</h2>")
    parts += [f"<p>{html.escape(text)}</p>" for text in document.summary]
    if document.contents:
        parts.append("<p>This report is comprised of four sections:</p><ul>")
        parts += [f"<li>{html.escape(text)}</li>" for text in document.contents]
        parts.append("</ul>")
    for section in document.sections:
        parts.append(f"<h2 class=section>{html.escape(section.title)}</h2>")
        parts += [f"<p>{html.escape(text)}</p>" for text in section.before]
        if section.table:
            parts.append(_table(section.table, look))
        parts += [f"<p>{html.escape(text)}</p>" for text in section.after]
    body = "\n".join(parts)
    return f"<!doctype html><html lang=en><meta charset=utf-8><title>Weekly report</title><style>{_style(look)}</style><body>{body}"


def chromium(document: Document, out: Path) -> None:
    browser_lines = [] if document.look.header == "browser" else ["--no-pdf-header-footer"]
    _print(document, "chromium", "--headless", "--no-sandbox", "--disable-gpu", *browser_lines, f"--print-to-pdf={out}", "file://{}")


def weasyprint(document: Document, out: Path) -> None:
    _print(document, "weasyprint", "{}", str(out))


def wkhtmltopdf(document: Document, out: Path) -> None:
    look = document.look
    # Its engine knows no lines at a page's edges, no bullets of one's own, and takes the paper from its arguments.
    lines = []
    for edge, text in (("header", look.header), ("footer", look.footer)):
        if text and text != "browser":
            lines += [f"--{edge}-center", text.replace("##", "[topage]").replace("#", "[page]"), f"--{edge}-font-size", "7"]
    _print(
        document, "wkhtmltopdf", "--quiet", "--page-width", f"{look.paper[0]}pt", "--page-height", f"{look.paper[1]}pt", "--disable-smart-shrinking", "--zoom", "1.28",
        *(part for side in ("top", "bottom", "left", "right") for part in (f"--margin-{side}", f"{max(look.margin, 42) / 72}in")), *lines, "{}", str(out))


def _print(document: Document, *command: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.html"
        source.write_text(page(document), encoding="utf-8")
        subprocess.run([part.format(source) for part in command], check=True, capture_output=True, timeout=600)


def _style(look: Look) -> str:
    borders = {
        "none": "",
        "rows": "td, th { border-bottom: 0.6pt solid #444 }",
        "grid": "td, th { border: 0.6pt solid #444 }",
        "columns": "td, th { border-left: 0.6pt solid #444 } table { border: 0.6pt solid #444 }",
        "header": "th { border-bottom: 1pt solid black; border-top: 1pt solid black }",
        "zebra": "tbody tr:nth-child(even) { background: #e4e8ee }",
    }[look.rules]
    at_page = f"size: {look.paper[0]}pt {look.paper[1]}pt; margin: {look.margin}pt;"
    if look.header and look.header != "browser":
        at_page += f" @top-center {{ content: '{look.header}'; font-size: 7pt }}"
    if look.footer:
        content = look.footer.replace("##", "' counter(pages) '").replace("#", "' counter(page) '")
        at_page += f" @bottom-center {{ content: '{content}'; font-size: 7pt }}"
    return f"""
@page {{ {at_page} }}
* {{ -webkit-print-color-adjust: exact }}
body {{ font: {look.size}pt '{look.font}'; margin: 0; line-height: 1.25 }}
h1 {{ font-size: {look.size + 3}pt; text-align: center; margin: 4pt }}
h2 {{ font-size: {look.size + 2}pt; margin: 8pt 0 4pt }}
h2.section {{ {'break-before: page; page-break-before: always' if look.page_a_section else ''} }}
.note {{ font-size: 6pt; color: #777 }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed }}
thead {{ display: {'table-header-group' if look.repeat_headers else 'table-row-group'} }}
thead tr {{ break-inside: avoid }}
tbody tr {{ {'' if look.break_rows else 'break-inside: avoid; page-break-inside: avoid'} }}
td, th {{ padding: {look.padding}pt {look.side}pt; vertical-align: {look.vertical}; text-align: {'center' if look.centred else 'left'}; overflow-wrap: break-word{'; hyphens: auto' if look.hyphenate else ''} }}
td p {{ margin: 0 }}
{'table { table-layout: auto; width: auto } td { white-space: nowrap } td.items { white-space: normal }' if look.fit else ''}
td ul {{ margin: 0; padding-left: 10pt; text-align: left; list-style-type: '{look.bullet} ' }}
{borders}
"""


def _table(table: Table, look: Look) -> str:
    columns = "" if look.fit else "".join(f"<col style='width: {column.width}%'>" for column in table.columns)
    head = "</tr><tr>".join(
        "".join(f"<th{_across(across)}>{_text(text).replace(chr(10), '<br>')}</th>" for text, across in row) for row in table.header_rows())
    rows = "".join("<tr>" + "".join(_cell(cell) for cell in row if cell is not None) + "</tr>" for row in table.rows)
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(cell: Cell) -> str:
    span = (f" rowspan={cell.span}" if cell.span > 1 else "") + _across(cell.across)
    if cell.bulleted:
        return f"<td class=items{span}><ul>" + "".join(f"<li>{_text(line)}</li>" for line in cell.lines) + "</ul></td>"
    return f"<td{span}>" + "<br>".join(_text(line) for line in cell.lines) + "</td>"


def _across(columns: int) -> str:
    return f" colspan={columns}" if columns > 1 else ""


def _text(text: str) -> str:
    return html.escape(text).replace(KERN, "<span style='padding-left:.24em'></span>")
