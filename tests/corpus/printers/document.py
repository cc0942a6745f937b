"""A report before it is printed: what each section says, cell by cell, and how it is to look."""

from dataclasses import dataclass, field


@dataclass
class Column:
    header: str  # a line feed begins a line
    width: float  # in parts of the table's width
    key: str = ""  # what the column holds: place, state, lea, citizenship, issued, declined, reason, activity, ...
    group: str | None = None  # a header above this one, which neighbours share
    hidden: bool = False  # in a workbook


@dataclass
class Cell:
    lines: list[str]  # paragraphs; of a bulleted cell, its items
    bulleted: bool = False
    span: int = 1  # rows that the cell applies to; the cells that it covers are None
    across: int = 1  # columns that the cell applies to; the cells that it covers are None
    value: str | float | None = None  # what a workbook stores: a day as 2017-02-04, or a number


@dataclass
class Table:
    columns: list[Column]
    rows: list[list[Cell | None]]
    hidden_rows: list[int] = field(default_factory=list)  # in a workbook
    inserted: list[list[Cell | None]] = field(default_factory=list)  # the rows that state no facts

    def header_rows(self) -> list[list[tuple[str, int]]]:
        """Each row of headers: texts, and how many columns each spans."""
        headers = [(column.header, 1) for column in self.columns]
        if not any(column.group for column in self.columns):
            return [headers]
        groups: list[tuple[str, int]] = []
        for index, column in enumerate(self.columns):
            if column.group and index and self.columns[index - 1].group == column.group:
                groups[-1] = (column.group, groups[-1][1] + 1)
            else:
                groups.append((column.group or "", 1))
        return [groups, headers]


# Stands in a text for a gap that a typesetter puts between two letters of a word. Producers that can't leave one leave it out.
KERN = "\ue000"


@dataclass
class Section:
    title: str
    before: list[str] = field(default_factory=list)
    table: Table | None = None
    after: list[str] = field(default_factory=list)


@dataclass
class Look:
    """How a document is printed. Producers leave out what they can't do."""

    paper: tuple[float, float] = (792, 612)  # width and height in points
    margin: float = 36
    font: str = "Liberation Sans"
    size: float = 8
    rules: str = "none"  # none, rows, grid, columns, header, zebra
    padding: float = 3
    vertical: str = "top"  # top, middle, bottom
    centred: bool = False  # across its column
    break_rows: bool = True
    repeat_headers: bool = True
    header: str | None = None  # at the top of each page
    footer: str | None = None  # at its foot; # is the page's number, ## the number of pages
    page_a_section: bool = False
    bullet: str = "•"
    gutter: float | None = None  # points between the text of neighbouring columns; None is twice the padding
    fit: bool = False  # columns are as wide as their longest text, as a spreadsheet fits them
    hyphenate: bool = False  # long words at the ends of lines

    @property
    def side(self) -> float:
        """What is left at either side of a cell's text."""
        return self.padding if self.gutter is None else self.gutter / 2


@dataclass
class Document:
    note: str
    titles: list[str]
    summary: list[str]
    contents: list[str]
    sections: list[Section]
    look: Look
    effects: list[str] = field(default_factory=list)  # what is done to the PDF once it is printed: see effects.py

    def table(self, index: int) -> Table:
        """The table of Section I (0), II (1) or III (2)."""
        table = self.sections[index].table
        assert table is not None
        return table
