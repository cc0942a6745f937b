"""A document as the sheets of a workbook, for every program that writes one."""

from datetime import date

from .document import KERN, Cell, Document, Table

LONGEST_CELL = 32_767


def sheets(document: Document, expected: dict) -> list[dict]:
    """Each sheet: its name, widths and hidden columns, hidden rows, merged ranges and rows of cells. A cell is None, or {"text"},
    {"number"} or {"date"}. Ranges are (first row, first column, last row, last column), all counted from 0."""
    report = {"name": "Report", "rows": [[_text("Name"), _text("Value")], *([_text(name), value] for name, value in _stated(document, expected))]}
    tables = [_sheet(name, table, document.look.bullet) for name, table in zip(("Issued", "Declined", "Policies"), (document.table(index) for index in range(3)))]
    for sheet in (report, *tables):
        for key in ("hidden_columns", "hidden_rows", "merges"):
            sheet.setdefault(key, [])
    return _one_sheet(report, tables, document) if "one-sheet" in document.effects else [report, *tables]


def _stated(document: Document, expected: dict):
    period = document.titles[-1].split("Detainers ")[-1]
    if any(letter.isdigit() and not letter.isascii() for letter in period):
        yield "Period", _text(period)
    else:
        yield "Period start", {"date": expected["start"]}
        yield "Period end", {"date": expected["end"]}
    yield "Detainers issued", {"number": expected["detainersIssued"]}
    yield "Detainers declined", {"number": expected["detainersDeclined"]}
    yield "Highest volume total", {"number": expected["highestVolumeTotal"]}
    for title in expected["sectionTitles"]:
        yield "Section title", _text(title)
    # No cell of a workbook holds more.
    expected["notices"] = [notice[:LONGEST_CELL].strip() for notice in expected["notices"]]
    for notice in expected["notices"]:
        yield "Notice", _text(notice)
    yield "Definition", _text(expected["definition"])
    yield "Scope", _text(expected["scope"])


def _sheet(name: str, table: Table, bullet: str) -> dict:
    rows, merges = [], []
    for row in table.header_rows():
        cells = []
        for text, across in row:
            if across > 1:
                merges.append((len(rows), len(cells), len(rows), len(cells) + across - 1))
            cells += [_text(text), *[None] * (across - 1)]
        rows.append(cells)
    first = len(rows)
    for row in table.rows:
        for column, cell in enumerate(row):
            if cell and (cell.span > 1 or cell.across > 1):
                merges.append((len(rows), column, len(rows) + cell.span - 1, column + cell.across - 1))
        rows.append([_cell(cell, bullet) for cell in row])
    return {
        "name": name, "rows": rows, "merges": merges, "hidden_columns": [index for index, column in enumerate(table.columns) if column.hidden],
        "hidden_rows": [first + number for number in table.hidden_rows]}


def _one_sheet(report: dict, tables: list[dict], document: Document) -> list[dict]:
    """One below the other, each under the title of its section, as a report that was pasted into a workbook. Tables share the
    sheet's columns, so none of them can hide one: a hidden column is pasted without its cells."""
    whole: dict = {"name": "Sheet1", "rows": [*report["rows"]], "hidden_columns": [], "hidden_rows": [], "merges": []}
    for table, section in zip(tables, document.sections):
        whole["rows"] += [[], [_text(section.title)], []]
        down = len(whole["rows"])
        hidden = table["hidden_columns"]
        whole["rows"] += [[None if column in hidden else cell for column, cell in enumerate(row)] for row in table["rows"]]
        whole["hidden_rows"] += [down + number for number in table["hidden_rows"]]
        whole["merges"] += [(top + down, left, bottom + down, right) for top, left, bottom, right in table["merges"]]
    return [whole]


def _cell(cell: Cell | None, bullet: str) -> dict | None:
    if cell is None or cell.lines == [""]:
        return None
    if isinstance(cell.value, str):
        return {"date": date.fromisoformat(cell.value).isoformat()}
    if cell.value is not None:
        return {"number": cell.value}
    return _text("\n".join(f"{bullet} {line}" if cell.bulleted else line for line in cell.lines))


def _text(text: str) -> dict | None:
    text = text.replace(KERN, "")
    return {"text": text} if text else None
