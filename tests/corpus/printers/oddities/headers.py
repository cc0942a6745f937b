"""Headers that a reader doesn't know, or that take more than one line."""

import random

from ..document import Cell, Column, Document, Table
from .kinds import ALL, PDF, kind

UNKNOWN = {
    "issued": ["Lodged", "Date of Lodging", "Hold Placed"], "declined": ["Released", "Date of Release", "Turned Down"], "lea": ["Custodian", "Holding Authority"],
    "citizenship": ["Passport", "Subject Of"], "reason": ["Explanation", "Grounds"], "activity": ["Alleged Conduct", "Record"],
    "count": ["Lodged", "Requests Sent"], "enacted": ["In Force Since", "Adopted"], "policy": ["Instrument", "Measure"], "criteria": ["Exceptions", "Honors If"],
}
EXTRA = {"Case No.": "A-{:06}", "Seq.": "{:03}", "Docket": "D/{:05}", "Reviewed By": "Officer {:03}", "Last Updated": "10/{:02}/2018"}
BROKEN = {
    "place": ["Juris-\ndiction"], "lea": ["Law Enforce-\nment Agency", "Law En-\nforcement\nAgency"], "citizenship": ["Citizen-\nship", "Country of\nCitizen-\nship"],
    "issued": ["Date De-\ntainer Is-\nsued", "De-\ntainer Is-\nsued Date"], "declined": ["Date De-\ntainer De-\nclined", "De-\ntainer De-\nclined Date"],
    "reason": ["Rea-\nson Given", "LEA De-\ntainer Policy"], "activity": ["Notable Crimi-\nnal Activity", "Crim-\ninal Ac-\ntivity"],
    "criteria": ["Criteria for Honor-\ning Detainer", "Crite-\nria"], "enacted": ["Date En-\nacted"], "policy": ["Pol-\nicy"], "count": ["Issued De-\ntainers", "De-\ntainers Is-\nsued"],
}


@kind("unknown-header", allowed=("right", "flagged", "refused"), checks=("unknown-column", "missing-column"))
def unknown(rng: random.Random, document: Document, expected: dict) -> None:
    columns = [column for index in range(3) for column in document.table(index).columns if column.key in UNKNOWN]
    pair = rng.random() < 0.4
    chosen = [column for column in columns if column.key in ("issued", "declined")] if pair else rng.sample(columns, rng.choice([1, 1, 2]))
    for column in chosen:
        column.header = UNKNOWN[column.key][0] if pair else rng.choice(UNKNOWN[column.key])


@kind("extra-column", checks=("unknown-column",))
def extra(rng: random.Random, document: Document, expected: dict) -> None:
    header = rng.choice(list(EXTRA))
    add_column(document.table(rng.choice([1, 1, 2])), rng, Column(header, 8, "extra"), lambda number: EXTRA[header].format(rng.randrange(1, 28)))


@kind("two-level-header", ALL)
def two_level(rng: random.Random, document: Document, expected: dict) -> None:
    table = document.table(1)
    keys = [column.key for column in table.columns]
    if "issued" in keys:
        neighbours(table, "issued", "declined")
        group, first, second = rng.choice([("Detainer", "Date Issued", "Date Declined"), ("Detainer", "Issued", "Declined"), ("Date Detainer", "Issued", "Declined")])
        for column in table.columns:
            if column.key in ("issued", "declined"):
                column.group, column.header = group, first if column.key == "issued" else second
    if "state" in keys and ("issued" not in keys or rng.random() < 0.5):
        neighbours(table, "place", "state")
        for column in table.columns:
            if column.key in ("place", "state"):
                column.group, column.header = "Location", "Jurisdiction" if column.key == "place" else "State"
    listed = document.table(2)
    if not any(column.group for column in table.columns) or rng.random() < 0.3:
        neighbours(listed, "enacted", "policy")
        for column in listed.columns:
            if column.key in ("enacted", "policy"):
                column.group, column.header = "Policy", "Date Enacted" if column.key == "enacted" else "Policy Name"


@kind("hyphenated-header", PDF)
def hyphenated(rng: random.Random, document: Document, expected: dict) -> None:
    columns = [column for index in range(3) for column in document.table(index).columns if column.key in BROKEN]
    for column in rng.sample(columns, rng.randrange(2, 6)):
        column.header = rng.choice(BROKEN[column.key])
        column.width = max(column.width, 10)


def neighbours(table: Table, left: str, right: str) -> None:
    """Moves a column to the right of another."""
    order = list(range(len(table.columns)))
    keys = [column.key for column in table.columns]
    order.remove(keys.index(right))
    order.insert(order.index(keys.index(left)) + 1, keys.index(right))
    table.columns = [table.columns[index] for index in order]
    table.rows = [[row[index] for index in order] for row in table.rows]


def add_column(table: Table, rng: random.Random, column: Column, text, at: int | None = None) -> None:
    at = rng.randrange(len(table.columns) + 1) if at is None else at
    table.columns.insert(at, column)
    for number, row in enumerate(table.rows):
        written = text(number)
        row.insert(at, written if isinstance(written, Cell) else Cell([written]))
