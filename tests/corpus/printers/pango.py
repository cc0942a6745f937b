"""Pango and cairo, as GTK programs print."""

from pathlib import Path

import cairo
import gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402

from .document import KERN, Cell, Document, Look, Table  # noqa: E402


def print_pdf(document: Document, out: Path) -> None:
    _Printer(document, out).run()


class _Printer:
    def __init__(self, document: Document, out: Path):
        self.document, self.look = document, document.look
        self.surface = cairo.PDFSurface(str(out), *self.look.paper)
        self.context = cairo.Context(self.surface)
        self.page = 1
        self.top, self.bottom = self.look.margin + 10, self.look.paper[1] - self.look.margin - 10
        self.y = self.top

    def run(self) -> None:
        document, look = self.document, self.look
        self.paragraph(document.note, size=6)
        for title in document.titles:
            self.paragraph(title, bold=True, centre=True)
        self.paragraph("Summary", bold=True)
        for text in document.summary:
            self.paragraph(text)
        if document.contents:
            self.paragraph("This report is comprised of four sections:")
            for text in document.contents:
                self.paragraph("• " + text)
        for section in document.sections:
            if look.page_a_section:
                self.turn()
            self.room(look.size * 8)
            self.paragraph(section.title, bold=True)
            for text in section.before:
                self.paragraph(text)
            if section.table:
                self.table(section.table)
            for text in section.after:
                self.paragraph(text)
        self.running()
        self.surface.finish()

    def layout(self, text: str, width: float, bold: bool = False, size: float | None = None, centre: bool = False):
        layout = PangoCairo.create_layout(self.context)
        font = Pango.FontDescription(self.look.font)
        font.set_absolute_size((size or self.look.size) * Pango.SCALE)
        font.set_weight(Pango.Weight.BOLD if bold else Pango.Weight.NORMAL)
        layout.set_font_description(font)
        layout.set_width(int(width * Pango.SCALE))
        layout.set_wrap(Pango.WrapMode.WORD_CHAR)
        layout.set_alignment(Pango.Alignment.CENTER if centre else Pango.Alignment.LEFT)
        layout.set_text(text.replace(KERN, ""), -1)
        return layout

    def height(self, layout) -> float:
        return layout.get_pixel_size()[1]

    def draw(self, layout, x: float, y: float) -> None:
        self.context.move_to(x, y)
        self.context.set_source_rgb(0, 0, 0)
        PangoCairo.show_layout(self.context, layout)

    def running(self) -> None:
        for text, y in ((self.look.header, self.look.margin * .4), (self.look.footer, self.look.paper[1] - self.look.margin * .7)):
            if text and text != "browser":
                self.draw(self.layout(text.replace("##", "").replace("#", str(self.page)), self.look.paper[0], size=7, centre=True), 0, y)

    def turn(self) -> None:
        self.running()
        self.context.show_page()
        self.page += 1
        self.y = self.top

    def room(self, height: float) -> bool:
        if self.y + height <= self.bottom:
            return False
        self.turn()
        return True

    def paragraph(self, text: str, **style) -> None:
        layout = self.layout(text, self.look.paper[0] - 2 * self.look.margin, **style)
        self.room(self.height(layout))
        self.draw(layout, self.look.margin, self.y)
        self.y += self.height(layout) + 4

    def table(self, table: Table) -> None:
        look = self.look
        usable = look.paper[0] - 2 * look.margin
        total = sum(column.width for column in table.columns)
        edges = [look.margin]
        for column in table.columns:
            edges.append(edges[-1] + usable * column.width / total)
        inner = lambda first, across: edges[first + across] - edges[first] - 2 * look.side

        def headers() -> None:
            for row in table.header_rows():
                first, layouts = 0, []
                for text, across in row:
                    layouts.append((first, across, self.layout(text, inner(first, across), bold=True, centre=across > 1 or look.centred)))
                    first += across
                height = max(self.height(layout) for _, _, layout in layouts) + 2 * look.padding
                for first, across, layout in layouts:
                    self.draw(layout, edges[first] + look.side, self.y + look.padding)
                    self.frame(edges[first], edges[first + across], self.y, height, is_header=True)
                self.y += height

        headers()
        # Rows that a merged cell holds together have its height among them; one that is broken by the page's end is not printed again.
        for number, row in enumerate(table.rows):
            layouts = [
                (index, cell, self.layout(_lines(cell, look), inner(index, cell.across), centre=look.centred and not cell.bulleted))
                for index, cell in enumerate(row) if cell is not None]
            height = max([self.height(layout) for _, cell, layout in layouts if cell.span == 1] + [look.size * 1.2]) + 2 * look.padding
            if self.room(height) and look.repeat_headers:
                headers()
            if look.rules == "zebra" and number % 2:
                self.context.set_source_rgb(.91, .92, .95)
                self.context.rectangle(edges[0], self.y, usable, height)
                self.context.fill()
            for index, cell, layout in layouts:
                free = height - 2 * look.padding - self.height(layout)
                down = 0 if cell.span > 1 else {"top": 0, "middle": free / 2, "bottom": free}[look.vertical]
                self.draw(layout, edges[index] + look.side, self.y + look.padding + down)
                if cell.span == 1:
                    self.frame(edges[index], edges[index + cell.across], self.y, height)
            self.y += height

    def frame(self, left: float, right: float, top: float, height: float, is_header: bool = False) -> None:
        context, rules = self.context, self.look.rules
        context.set_line_width(.5)
        context.set_source_rgb(.2, .2, .2)
        if rules == "grid":
            context.rectangle(left, top, right - left, height)
        elif rules == "rows" or (rules == "header" and is_header):
            context.move_to(left, top + height)
            context.line_to(right, top + height)
        elif rules == "columns":
            context.move_to(left, top)
            context.line_to(left, top + height)
        context.stroke()


def _lines(cell: Cell, look: Look) -> str:
    return "\n".join(f"{look.bullet} {line}" if cell.bulleted else line for line in cell.lines)
