"""Text inside a table that is not a row: notes, totals, subtotals, headings, marks of continuation."""

import random

from ..document import Cell, Document, Table
from .kinds import ALL, kind

NOTES = [
    "Note: records of Kansas City, Kansas are incomplete.", "* Includes transfers between facilities.", "Source: ERO field offices, preliminary figures.",
    "Entries below were confirmed after the close of the period.",
]


def _wide(table: Table, text: str) -> list[Cell | None]:
    return [Cell([text], across=len(table.columns)), *[None] * (len(table.columns) - 1)]


def _in_cells(table: Table, texts: dict[str, str]) -> list[Cell | None]:
    return [Cell([texts.get(column.key, "")]) for column in table.columns]


def _gaps(table: Table) -> list[int]:
    """Where a row can be put without splitting a cell that applies to several."""
    inside = {0}
    for number, row in enumerate(table.rows):
        for cell in row:
            if cell and cell.span > 1:
                inside.update(range(number + 1, number + cell.span))
    return [number for number in range(1, len(table.rows)) if number not in inside]


def _insert(table: Table, at: int, row: list[Cell | None]) -> None:
    table.hidden_rows = [number + 1 if number >= at else number for number in table.hidden_rows]
    table.rows.insert(at, row)
    table.inserted.append(row)


def _facts_above(table: Table, at: int) -> int:
    """How many of the rows above state facts: neither inserted by another oddity, nor hidden."""
    return sum(1 for number, row in enumerate(table.rows[:at]) if number not in table.hidden_rows and not any(row is one for one in table.inserted))


@kind("table-note", ALL, allowed=("right", "flagged"), late=True)
def note(rng: random.Random, document: Document, expected: dict) -> None:
    _unruled(rng, document)
    for index in rng.sample(range(3), rng.choice([1, 2])):
        table = document.table(index)
        text = rng.choice(NOTES)
        expected.setdefault("optionalNotices", []).append(text)
        at = rng.choice(_gaps(table) + [len(table.rows)])
        _insert(table, at, _wide(table, text) if rng.random() < 0.6 else _in_cells(table, {table.columns[0].key: text}))


@kind("table-total", ALL, allowed=("right", "flagged"), late=True)
def total(rng: random.Random, document: Document, expected: dict) -> None:
    _unruled(rng, document)
    issued, declined, listed = (document.table(index) for index in range(3))
    _insert(issued, len(issued.rows), _in_cells(issued, {"place": rng.choice(["Total", "Grand Total", "TOTAL"]), "count": f"{expected['highestVolumeTotal']:,}"}))
    count = len(expected["declined"])
    _insert(declined, len(declined.rows), rng.choice([
        _in_cells(declined, {"place": "Total", "declined": str(count)}), _wide(declined, f"Total declined detainers: {count}"), _in_cells(declined, {"place": f"Total: {count}"})]))
    if rng.random() < 0.5:
        _insert(listed, len(listed.rows), _wide(listed, f"Total jurisdictions: {len(expected['policies'])}"))


@kind("table-subtotal", ALL, allowed=("right", "flagged"), late=True)
def subtotal(rng: random.Random, document: Document, expected: dict) -> None:
    _unruled(rng, document)
    issued, declined = document.table(0), document.table(1)
    for at in sorted(rng.sample(range(1, len(issued.rows) + 1), 2), reverse=True):
        state = expected["highestVolume"][_facts_above(issued, at) - 1]["jurisdiction"].rsplit(", ", 1)[1]
        _insert(issued, at, _in_cells(issued, {"place": rng.choice([f"Subtotal, {state}", f"{state} Total", "Subtotal"]), "count": str(rng.randrange(10, 90))}))
    possible = [at for at in _gaps(declined) if _facts_above(declined, at) and ", " in expected["declined"][_facts_above(declined, at) - 1]["jurisdiction"]]
    for at in sorted(rng.sample(possible, min(2, len(possible))), reverse=True):
        name, state = expected["declined"][_facts_above(declined, at) - 1]["jurisdiction"].replace("\x1f", ", ").rsplit(", ", 1)
        texts = rng.choice([{"place": f"{name} Total", "state": state, "declined": "3"}, {"place": f"{name}, {state} – total 3"}, {"place": f"Subtotal: 3"}])
        _insert(declined, at, _in_cells(declined, texts))


@kind("state-heading", ALL, allowed=("right", "flagged"), late=True)
def heading(rng: random.Random, document: Document, expected: dict) -> None:
    _unruled(rng, document)
    for index, rows in ((1, expected["declined"]), (2, expected["policies"])):
        table = document.table(index)
        # An agency that names no state is under no state's heading.
        possible = [at for at in [0, *_gaps(table)] if _facts_above(table, at) < len(rows) and ", " in rows[_facts_above(table, at)]["jurisdiction"]]
        for at in sorted(rng.sample(possible, min(3, len(possible))), reverse=True):
            state = rows[_facts_above(table, at)]["jurisdiction"].replace("\x1f", ", ").rsplit(", ", 1)[-1]
            _insert(table, at, _wide(table, rng.choice([state.upper(), state])) if rng.random() < 0.7 else _in_cells(table, {table.columns[0].key: state.upper()}))


@kind("continued", ALL, allowed=("right", "flagged"), late=True)
def continued(rng: random.Random, document: Document, expected: dict) -> None:
    _unruled(rng, document)
    for index, rows in ((1, expected["declined"]), (2, expected["policies"])):
        table = document.table(index)
        possible = [at for at in _gaps(table) if _facts_above(table, at)]
        for at in sorted(rng.sample(possible, min(2, len(possible))), reverse=True):
            place = rows[_facts_above(table, at) - 1]["jurisdiction"].replace("\x1f", ", ")
            text = rng.choice([f"{place} (continued)", "(continued)", "Continued on next page", f"{place}, cont’d"])
            _insert(table, at, _wide(table, text) if rng.random() < 0.5 else _in_cells(table, {"place": text}))


def _unruled(rng: random.Random, document: Document) -> None:
    document.look.rules = rng.choice(["none", "none", "header", "rows"])
