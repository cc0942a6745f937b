"""openpyxl, as scripts in Python write workbooks."""

from datetime import datetime
from pathlib import Path

import openpyxl as library
from openpyxl.utils import get_column_letter

from .document import Document
from .sheets import sheets


def openpyxl(document: Document, out: Path, expected: dict) -> None:
    book = library.Workbook()
    book.remove(book.active)
    for sheet in sheets(document, expected):
        page = book.create_sheet(sheet["name"])
        for number, row in enumerate(sheet["rows"], 1):
            for column, cell in enumerate(row, 1):
                if cell is None:
                    continue
                written = page.cell(number, column)
                if "date" in cell:
                    written.value = datetime.fromisoformat(cell["date"])
                    written.number_format = "m/d/yyyy"
                else:
                    written.value = cell.get("text", cell.get("number"))
                    if "text" in cell:
                        written.data_type = "s"
        for top, left, bottom, right in sheet["merges"]:
            page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for column in sheet["hidden_columns"]:
            page.column_dimensions[get_column_letter(column + 1)].hidden = True
        for row in sheet["hidden_rows"]:
            page.row_dimensions[row + 1].hidden = True
    book.save(out)
