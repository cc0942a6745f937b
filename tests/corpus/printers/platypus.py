"""ReportLab, as report writers in Python use it."""

import html
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Table as Grid, TableStyle

from .document import KERN, Cell, Document, Look, Table

FONTS = {
    "Liberation Sans": "/usr/share/fonts/truetype/liberation/LiberationSans-{}.ttf",
    "Liberation Serif": "/usr/share/fonts/truetype/liberation/LiberationSerif-{}.ttf",
    "Liberation Sans Narrow": "/usr/share/fonts/truetype/liberation/LiberationSansNarrow-{}.ttf",
    "DejaVu Sans": "/usr/share/fonts/truetype/dejavu/DejaVuSans{}.ttf",
}


def print_pdf(document: Document, out: Path) -> None:
    look = document.look
    plain, bold = _fonts(look)
    style = lambda name, **more: ParagraphStyle(name, fontName=plain, fontSize=look.size, leading=look.size * 1.2, **more)
    body = style("body", spaceAfter=4)
    heading = ParagraphStyle("heading", fontName=bold, fontSize=look.size + 2, leading=look.size + 5, spaceBefore=8, spaceAfter=4)
    title = ParagraphStyle("title", parent=heading, alignment=1, fontSize=look.size + 3)
    align = {"alignment": 1} if look.centred else {}
    cell = style("cell", **align)
    head = ParagraphStyle("head", parent=cell, fontName=bold)
    item = style("item", leftIndent=8, bulletIndent=0)

    flow = [Paragraph(html.escape(document.note), style("note", textColor=colors.grey))]
    flow += [Paragraph(html.escape(text), title) for text in document.titles]
    flow.append(Paragraph("Summary", heading))
    flow += [Paragraph(html.escape(text), body) for text in document.summary]
    if document.contents:
        flow.append(Paragraph("This report is comprised of four sections:", body))
        flow += [Paragraph(html.escape(text), item, bulletText="•") for text in document.contents]
    for section in document.sections:
        if look.page_a_section:
            flow.append(PageBreak())
        flow.append(KeepTogether(Paragraph(html.escape(section.title), heading)))
        flow += [Paragraph(html.escape(text), body) for text in section.before]
        if section.table:
            flow.append(_table(section.table, look, cell, head, item))
        flow += [Paragraph(html.escape(text), body) for text in section.after]

    def running(canvas, template):
        canvas.setFont(plain, 7)
        if look.header:
            canvas.drawCentredString(look.paper[0] / 2, look.paper[1] - look.margin * 0.6, look.header)
        if look.footer:
            canvas.drawCentredString(look.paper[0] / 2, look.margin * 0.5, look.footer.replace("##", "").replace("#", str(template.page)))

    SimpleDocTemplate(
        str(out), pagesize=look.paper, leftMargin=look.margin, rightMargin=look.margin, topMargin=look.margin + 12, bottomMargin=look.margin + 12,
        invariant=True).build(flow, onFirstPage=running, onLaterPages=running)


def _fonts(look: Look) -> tuple[str, str]:
    # The built-in fonts are not embedded: a reader has to know their widths and codes.
    if look.font not in FONTS:
        return "Helvetica", "Helvetica-Bold"
    dejavu = "DejaVu" in look.font
    for name, face in ((look.font, "" if dejavu else "Regular"), (look.font + " Bold", "-Bold" if dejavu else "Bold")):
        pdfmetrics.registerFont(TTFont(name, FONTS[look.font].format(face)))
    return look.font, look.font + " Bold"


def _table(table: Table, look: Look, cell: ParagraphStyle, head: ParagraphStyle, item: ParagraphStyle) -> Grid:
    width = look.paper[0] - 2 * look.margin - 12
    total = sum(column.width for column in table.columns)
    headers = table.header_rows()
    rows = [[part for text, across in row for part in [Paragraph(_plain(text).replace("\n", "<br/>"), head)] + [""] * (across - 1)] for row in headers]
    commands = [
        ("VALIGN", (0, 0), (-1, -1), look.vertical.upper()),
        ("TOPPADDING", (0, 0), (-1, -1), look.padding), ("BOTTOMPADDING", (0, 0), (-1, -1), look.padding),
        ("LEFTPADDING", (0, 0), (-1, -1), look.side), ("RIGHTPADDING", (0, 0), (-1, -1), look.side),
        *{
            "none": [], "rows": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)], "grid": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
            "columns": [("LINEBEFORE", (0, 0), (-1, -1), 0.5, colors.black)], "header": [("LINEBELOW", (0, len(headers) - 1), (-1, len(headers) - 1), 1, colors.black)],
            "zebra": [("ROWBACKGROUNDS", (0, len(headers)), (-1, -1), [colors.white, colors.lavender])],
        }[look.rules],
    ]
    for number, row in enumerate(headers):
        column = 0
        for _, across in row:
            if across > 1:
                commands.append(("SPAN", (column, number), (column + across - 1, number)))
            column += across
    for number, row in enumerate(table.rows, start=len(headers)):
        rows.append([_cell(part, look, cell, item) for part in row])
        commands += [("SPAN", (column, number), (column + part.across - 1, number + part.span - 1))
                     for column, part in enumerate(row) if part and (part.span > 1 or part.across > 1)]
    spans = any(command[0] == "SPAN" for command in commands)
    widths = [width * column.width / total for column in table.columns]
    if look.fit:
        widths = _fitted(table, look, head.fontName, cell.fontName, width)
    return Grid(
        rows, colWidths=widths, repeatRows=len(headers) if look.repeat_headers else 0,
        splitInRow=1 if look.break_rows and not spans else 0, style=TableStyle(commands))


def _cell(part: Cell | None, look: Look, cell: ParagraphStyle, item: ParagraphStyle):
    if part is None:
        return ""
    if part.bulleted:
        return [Paragraph(_plain(line), item, bulletText=look.bullet) for line in part.lines]
    return Paragraph("<br/>".join(_plain(line) for line in part.lines), cell)


def _fitted(table: Table, look: Look, bold: str, plain: str, usable: float) -> list[float]:
    measure = pdfmetrics.stringWidth
    widths = []
    for index, column in enumerate(table.columns):
        texts = [measure(line, bold, look.size) for line in column.header.split("\n")]
        texts += [measure(line, plain, look.size) for row in table.rows if row[index] and not row[index].bulleted and row[index].across == 1 for line in row[index].lines]
        widths.append(max(texts) + 2 * look.side + 0.01)
    wide = [index for index, column in enumerate(table.columns) if column.key == "criteria"]
    for index in wide:
        widths[index] = max(usable - sum(width for other, width in enumerate(widths) if other != index), 120)
    return widths


def _plain(text: str) -> str:
    return html.escape(text.replace(KERN, ""))
