"""Two columns for one field, and columns and rows that a workbook hides."""

import copy
import random

from ..document import Cell, Column, Document
from .headers import add_column
from .kinds import ALL, WORKBOOK, kind

# Between the texts of two cells that make one field: a reader may join them as it likes.
PART = "\x1f"


@kind("two-reasons", ALL, allowed=("right", "flagged"))
def reasons(rng: random.Random, document: Document, expected: dict) -> None:
    table = document.table(1)
    keys = [column.key for column in table.columns]
    first, second = rng.choice([("Reason Given", "LEA Detainer Policy"), ("Reason", "Policy"), ("LEA Policy", "Reason for Decline")])
    at = keys.index("reason")
    table.columns[at].header = first
    policies = ["County ordinance of 2014", "Order of the sheriff", "City council resolution", "", "State law"]
    texts = [rng.choice(policies) for _ in table.rows]
    add_column(table, rng, Column(second, 13, "reason2"), lambda number: texts[number], at + 1)
    for facts, text in zip(expected["declined"], texts):
        facts["reason"] = PART.join(part for part in (facts["reason"], text) if part)


@kind("county-and-city", ALL, allowed=("right", "flagged"), checks=("unknown-county",))
def county_and_city(rng: random.Random, document: Document, expected: dict) -> None:
    table = document.table(1)
    at = [column.key for column in table.columns].index("place")
    for column in table.columns:
        if column.key == "place":
            column.header = "County"
    if not any(column.key == "state" for column in table.columns):
        add_column(table, rng, Column("State", 8, "state"), lambda number: expected["declined"][number]["jurisdiction"].rsplit(", ", 1)[1], at + 1)
    cities = {"Iowa": "Iowa City", "Texas": "Austin", "Pennsylvania": "Chambersburg", "Washington": "Everett", "New York": "Malone", "Colorado": "Boulder", "California": "Fresno"}
    texts = []
    for row, facts in zip(table.rows, expected["declined"]):
        name, state = facts["jurisdiction"].rsplit(", ", 1)
        if "County" not in name:
            row[at], text = Cell([""]), name
        else:
            row[at], text = Cell([name]), cities.get(state, "") if rng.random() < 0.5 else ""
            if text:
                facts["jurisdiction"] = PART.join([text, name, state])
        texts.append(text)
    add_column(table, rng, Column("City", 9, "city"), lambda number: texts[number], at + rng.randrange(2))
    for row in table.rows:
        for index, cell in enumerate(row):
            if cell is None or cell.span > 1:
                row[index] = _unmerged(table, row, index, expected)


def _unmerged(table, row, index, expected) -> Cell:
    facts = expected["declined"][next(number for number, one in enumerate(table.rows) if one is row)]
    key = table.columns[index].key
    if key == "lea":
        return Cell([facts["lea"] or ""])
    return Cell([facts["jurisdiction"].replace(PART, ", ").rsplit(", ", 1)[1]])


@kind("hidden-column", WORKBOOK, checks=("hidden-column", "hidden-row", "unknown-column"))
def hidden_column(rng: random.Random, document: Document, expected: dict) -> None:
    table = document.table(1)
    keys = [column.key for column in table.columns]
    key = rng.choice([key for key in ("reason", "declined", "activity", "lea", "citizenship") if key in keys])
    old = {"reason": "Superseded reason", "declined": "1/2/2015", "activity": "Arson (Charge)", "lea": "Former Jail", "citizenship": "Atlantis"}[key]
    at = rng.randrange(len(keys) + 1)
    add_column(table, rng, Column(table.columns[keys.index(key)].header, 10, "hidden", hidden=True), lambda number: old, at)


@kind("hidden-row", WORKBOOK, allowed=("right", "flagged"), checks=("hidden-row", "duplicate-row"), late=True)
def hidden_row(rng: random.Random, document: Document, expected: dict) -> None:
    table = document.table(1)
    for _ in range(rng.randrange(1, 4)):
        at = rng.randrange(1, len(table.rows))
        while any(cell is None for cell in table.rows[at - 1]) or any(cell and cell.span > 1 for cell in table.rows[at - 1]):
            at = at + 1
            if at > len(table.rows):
                return
        table.hidden_rows = [number + 1 if number >= at else number for number in table.hidden_rows] + [at]
        table.rows.insert(at, copy.deepcopy(table.rows[at - 1]))
