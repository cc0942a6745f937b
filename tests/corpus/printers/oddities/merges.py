"""Cells that stand for several rows, and rows that go on across a page's end."""

import random

from ..document import Cell, Document
from .headers import neighbours
from .kinds import ALL, PDF, WORKBOOK, kind


def _places_first(document: Document) -> list[str]:
    """Puts the place, and its state, before all other columns."""
    table = document.table(1)
    keys = [column.key for column in table.columns]
    leading = [key for key in ("place", "state") if key in keys]
    for key in reversed(leading):
        neighbours(table, keys[0], key) if keys[0] != key else None
        order = [[column.key for column in table.columns].index(key)]
        order += [index for index in range(len(keys)) if index not in order]
        table.columns = [table.columns[index] for index in order]
        table.rows = [[row[index] for index in order] for row in table.rows]
    return leading


def _write_all(document: Document, expected: dict, leading: list[str]) -> None:
    for row, facts in zip(document.table(1).rows, expected["declined"]):
        name, state = facts["jurisdiction"].rsplit(", ", 1)
        for index, key in enumerate(leading):
            row[index] = Cell([name if key == "place" and "state" in leading else facts["jurisdiction"] if key == "place" else state])
        for index, cell in enumerate(row):
            if cell is None or (document.table(1).columns[index].key == "lea" and facts["lea"] is not None):
                row[index] = Cell([facts["lea"] or ""])


@kind("merged-over-page", ALL, allowed=("right", "flagged"))
def merged(rng: random.Random, document: Document, expected: dict) -> None:
    leading = _places_first(document)
    _write_all(document, expected, leading)
    rows = document.table(1).rows
    for index in range(len(leading)):
        first = 0
        for number in range(1, len(rows) + 1):
            same = number < len(rows) and expected["declined"][number]["jurisdiction"] == expected["declined"][first]["jurisdiction"] and number - first < 14
            if not same:
                rows[first][index].span = number - first
                for covered in rows[first + 1:number]:
                    covered[index] = None
                first = number
    document.look.rules = rng.choice(["grid", "grid", "none", "rows"])
    document.look.vertical = rng.choice(["top", "middle", "middle"])


@kind("blank-below", ALL, allowed=("right", "flagged"))
def blank(rng: random.Random, document: Document, expected: dict) -> None:
    leading = _places_first(document)
    _write_all(document, expected, leading)
    rows = document.table(1).rows
    for number in range(len(rows) - 1, 0, -1):
        if expected["declined"][number]["jurisdiction"] == expected["declined"][number - 1]["jurisdiction"]:
            for index in range(len(leading)):
                rows[number][index] = Cell([""])


@kind("row-over-page", PDF, allowed=("right", "flagged"))
def long_rows(rng: random.Random, document: Document, expected: dict) -> None:
    tails = ["after review by counsel of the county", "unless a judge has signed a warrant for arrest", "in line with the sheriff’s standing order on transfers of custody",
             "and does not notify field offices of releases"]
    table = document.table(1)
    keys = [column.key for column in table.columns]
    for row, facts in zip(table.rows, expected["declined"]):
        facts["reason"] = " ".join([facts["reason"], *rng.sample(tails, rng.randrange(1, 4))])
        row[keys.index("reason")] = Cell([facts["reason"]])
    document.look.break_rows = True
    document.look.vertical = "top"
    document.look.size += 1


@kind("one-sheet", WORKBOOK, allowed=("right", "flagged"))
def one_sheet(rng: random.Random, document: Document, expected: dict) -> None:
    document.effects.append("one-sheet")
