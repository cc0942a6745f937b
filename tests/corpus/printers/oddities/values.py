"""Totals, days, counts, lists and places in other words and styles."""

import random
from datetime import date, timedelta

from ..document import Cell, Document
from .kinds import ALL, PDF, TABLES, TEXT, WORKBOOK, kind


def _days(document: Document, expected: dict, write, stored: bool = False) -> None:
    table = document.table(1)
    for row, facts in zip(table.rows, expected["declined"]):
        for index, column in enumerate(table.columns):
            if column.key in ("issued", "declined") and row[index] is not None:
                row[index] = Cell([write(date.fromisoformat(facts[column.key]))], value=facts[column.key] if stored else None)


@kind("stated-totals", PDF, allowed=("right", "flagged"))
def stated(rng: random.Random, document: Document, expected: dict) -> None:
    issued, total, declined = expected["detainersIssued"], expected["highestVolumeTotal"], expected["detainersDeclined"]
    document.sections[0].before[0] = rng.choice([
        f"ICE issued {issued:,} detainers this week. Of these {issued:,} detainers, {total:,} were issued to the jurisdictions below.",
        f"Nationwide, field offices lodged {issued:,} detainers during the period; {total:,} of them were lodged with the jurisdictions below.",
        f"Number of detainers issued in the period: {issued:,}. Number issued to the jurisdictions below: {total:,}.",
        f"In all, {issued:,} detainers were sent to law enforcement agencies, {total:,} of which went to the jurisdictions in this table.",
        f"Detainers issued nationwide: {issued:,}; detainers issued to the jurisdictions below: {total:,}.",
    ])
    document.sections[1].before[0] = rng.choice([
        f"Number of declined detainers recorded in the period: {declined}.", f"A total of {declined} detainers were recorded as declined.",
        f"In this period, jurisdictions declined {declined} detainers.", f"Declined detainers recorded: {declined}",
        f"Of the detainers on record, {declined} were declined in this period.",
    ])


@kind("day-first-dates")
def day_first(rng: random.Random, document: Document, expected: dict) -> None:
    style = rng.choice(["{:%d/%m/%Y}", "{:%d.%m.%Y}", "{:%d-%m-%Y}"])
    _days(document, expected, style.format)


@kind("ambiguous-dates", allowed=("right", "flagged", "refused"), checks=("ambiguous-date", "ambiguous-dates"))
def ambiguous(rng: random.Random, document: Document, expected: dict) -> None:
    # Every day of every column could be a month.
    first, last = date.fromisoformat(expected["start"]), date.fromisoformat(expected["end"])
    inside = [first + timedelta(days=number) for number in range(7) if (first + timedelta(days=number)).day <= 12] or [last]
    for facts in expected["declined"]:
        facts["declined"] = rng.choice(inside).isoformat()
        if facts["issued"]:
            facts["issued"] = date(first.year - 1, rng.randrange(1, 13), rng.randrange(1, 13)).isoformat()
    _days(document, expected, rng.choice(["{:%d/%m/%Y}", "{:%m/%d/%Y}"]).format)


@kind("short-years")
def short_years(rng: random.Random, document: Document, expected: dict) -> None:
    _days(document, expected, rng.choice(["{0.month}/{0.day}/{0:%y}", "{:%m/%d/%y}", "{:%d-%b-%y}"]).format)


@kind("dates-as-numbers", TABLES, allowed=("right", "flagged", "refused"))
def numbers(rng: random.Random, document: Document, expected: dict) -> None:
    _days(document, expected, lambda day: str((day - date(1899, 12, 30)).days))
    for row in document.table(1).rows:
        for index, column in enumerate(document.table(1).columns):
            if column.key in ("issued", "declined"):
                row[index].value = int(row[index].lines[0])


@kind("fractional-counts", allowed=("flagged", "refused"))
def fractions(rng: random.Random, document: Document, expected: dict) -> None:
    table = document.table(0)
    at = [column.key for column in table.columns].index("count")
    for number in rng.sample(range(len(table.rows)), rng.choice([1, 2])):
        value = rng.choice([65.125, 12.5, 3.75, 1.001])
        table.rows[number][at] = Cell([str(value)], value=value)
        expected["highestVolume"][number]["issued"] = -1  # no number is right


@kind("numbered-criteria", ALL)
def numbered(rng: random.Random, document: Document, expected: dict) -> None:
    style = rng.choice(["{}. ", "{}) ", "({}) "])
    table = document.table(2)
    at = [column.key for column in table.columns].index("criteria")
    for row, facts in zip(table.rows, expected["policies"]):
        if len(facts["criteria"]) < 2 and rng.random() < 0.7:
            facts["criteria"] = [*facts["criteria"], *rng.sample(["Felony convictions", "Known or suspected gang members", "Persons with a judicial warrant", "Prior removals"], 2)]
        many = len(facts["criteria"]) > 1
        row[at] = Cell([(style.format(number) if many else "") + line for number, line in enumerate(facts["criteria"], 1)])


@kind("agencies")
def agencies(rng: random.Random, document: Document, expected: dict) -> None:
    names = [("NYPD", "New York", "agency"), ("Navajo Nation", "Arizona", "tribe"), ("Rhode Island State Police", "Rhode Island", "agency"),
             ("Tohono O’odham Nation", "Arizona", "tribe"), ("LAPD", "California", "agency")]
    expected["places"] = {}
    table = document.table(2)
    keys = [column.key for column in table.columns]
    for number in rng.sample(range(len(table.rows)), 3):
        name, state, what = rng.choice(names)
        facts, place = expected["policies"][number], f"{name}, {state}"
        table.rows[number][keys.index("place")] = Cell([place if "aor" in keys else f"{place} ({facts['aor']})"])
        facts["jurisdiction"] = place
        expected["places"][place] = what


@kind("full-width-digits", ALL, checks=("unreadable-value",))
def full_width(rng: random.Random, document: Document, expected: dict) -> None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    where = rng.choice(["title", "counts", "dates"])
    if where == "title":
        document.titles = [title.translate(wide) for title in document.titles]
        if document.look.font != "Noto Sans":
            document.look.font = "DejaVu Sans"
    elif where == "counts":
        at = [column.key for column in document.table(0).columns].index("count")
        for row in document.table(0).rows:
            row[at] = Cell([row[at].lines[0].translate(wide)])
    else:
        _days(document, expected, lambda day: f"{day.month}/{day.day}/{day.year}".translate(wide))
    document.effects.append(f"full-width-{where}")


# How many characters of notices the ledger keeps, as docs/formats.md says.
KEPT = 32_000


@kind("long-notices", TABLES)
def long_notices(rng: random.Random, document: Document, expected: dict) -> tuple[str, ...] | None:
    sentence = "Some field offices ceased issuing detainers to known uncooperative jurisdictions until further review. "
    for _ in range(rng.randrange(1, 4)):
        text = (sentence * rng.choice([50, 400, 2000])).strip()
        document.sections[0].before.append(text)
        expected["notices"] = [*expected["notices"], text]
    return ("flagged",) if sum(map(len, expected["notices"])) > KEPT else None


@kind("json-lines", TEXT, allowed=("refused",))
def json_lines(rng: random.Random, document: Document, expected: dict) -> None:
    # A row a line: nothing says of which section they are, nor do the other sections stand in the file.
    document.effects.append("json-lines")


@kind("json-utf-16", TEXT, allowed=("right", "refused"))
def json_utf16(rng: random.Random, document: Document, expected: dict) -> None:
    document.effects.append(rng.choice(["json-utf-16-le", "json-utf-16-be"]))


# Half of a surrogate pair is no character, and RFC 8259 leaves open what a reader makes of it: there is no text to get right.
@kind("half-surrogate", TEXT, allowed=("flagged", "refused"))
def surrogate(rng: random.Random, document: Document, expected: dict) -> None:
    document.effects.append(rng.choice(["json-half-key", "json-half-value"]))
