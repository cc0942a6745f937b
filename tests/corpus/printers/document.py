"""A report before it is printed: what each section says, cell by cell, and how it is to look."""

from dataclasses import dataclass, field


@dataclass
class Column:
    header: str  # a line feed begins a line
    width: float  # in parts of the table's width


@dataclass
class Cell:
    lines: list[str]  # paragraphs; of a bulleted cell, its items
    bulleted: bool = False
    span: int = 1  # rows that the cell stands for; the cells that it covers are None


@dataclass
class Table:
    columns: list[Column]
    rows: list[list[Cell | None]]


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


@dataclass
class Document:
    note: str
    titles: list[str]
    summary: list[str]
    contents: list[str]
    sections: list[Section]
    look: Look
