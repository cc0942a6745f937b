"""Chooses facts and a look for them, and lays them out: what is printed, and what a reader must find in it."""

import copy
import json
import random
from datetime import date, timedelta
from pathlib import Path

from .document import Cell, Column, Document, Look, Section, Table

SAMPLES = Path(__file__).parents[3] / "samples"
NOTE = ("MADE UP FOR TESTING. Rows are taken from the reconstructed samples and mixed anew; "
        "they describe no real person and no decision of an agency.")
SUMMARY = ("This report lists the non-Federal jurisdictions with detainers that were recorded as declined during the week, "
           "regardless of detainer issuance date. The report represents the declined detainers that ICE personnel have become aware of.")
SCOPE = ("A detainer is counted in the week it is recorded as declined. A jurisdiction may appear in one section and not in another. "
         "Figures are subject to correction in later releases.")
LISTED_INTRO = ("All jurisdictions and their corresponding detainer ordinances listed in this document are based upon public announcements. "
                "The entries below are sorted chronologically, most recent first, by the date a policy was enacted.")
NOTICES = [
    "Some field offices ceased issuing detainers to known uncooperative jurisdictions.",
    "Because of a holiday, the records of two field offices are expected to be completed in the next report.",
]
PAPERS = {"letter": (612, 792), "a4": (595, 842), "legal": (612, 1008), "a3": (842, 1191), "tabloid": (792, 1224)}
MONTHS = "January February March April May June July August September October November December".split()


class Facts:
    """A week made of the samples' rows, and the years moved with them."""

    def __init__(self, rng: random.Random, declined: int, listed: int):
        weeks = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("*.expected.json"))]
        start = rng.choice([date(2017, 2, 4), date(2017, 1, 28), date(2017, 2, 25), date(2016, 12, 31), date(2017, 12, 30), date(2018, 4, 28)])
        days = (start - date(2017, 2, 4)).days
        move = lambda day: (date.fromisoformat(day) + timedelta(days=days)).isoformat()
        self.start, self.end = start, start + timedelta(days=6)
        rows = [row for week in weeks[:2] for row in week["declined"]]
        first = rng.randrange(max(1, len(rows) - declined))
        self.declined = [copy.deepcopy(row) for row in rows[first:first + declined]]
        for row in self.declined:
            inside = self.start + timedelta(days=rng.randrange(7))
            row["issued"], row["declined"] = move(row["issued"]), inside.isoformat()
        policies = rng.choice(weeks)["policies"]
        first = rng.randrange(max(1, len(policies) - listed))
        self.policies = copy.deepcopy(policies[first:first + listed])
        self.volume = copy.deepcopy(rng.choice(weeks)["highestVolume"])
        self.issued = rng.choice([987, 2825, 3083, 10412])
        self.notices = rng.choice([[], NOTICES[:1], NOTICES])


def choose_look(rng: random.Random) -> Look:
    paper = PAPERS[rng.choice(["letter", "letter", "a4", "legal", "a3", "tabloid"])]
    landscape = rng.random() < 0.75 or paper[0] < 700
    small = paper[1] < 850 if landscape else paper[0] < 850
    return Look(
        paper=(paper[1], paper[0]) if landscape else paper,
        margin=rng.choice([28, 36, 54]),
        font=rng.choice(["Liberation Sans", "Liberation Serif", "DejaVu Sans", "Noto Sans", "Liberation Sans Narrow"]),
        size=rng.choice([6.5, 7, 7.5, 8] if small else [8, 9, 10]),
        rules=rng.choice(["none", "rows", "grid", "grid", "columns", "header", "zebra"]),
        padding=rng.choice([1.5, 3, 5]),
        vertical=rng.choice(["top", "top", "middle", "middle", "bottom"]),
        centred=rng.random() < 0.25,
        break_rows=rng.random() < 0.5,
        repeat_headers=rng.random() < 0.7,
        header=rng.choice([None, None, "browser", "ICE Enforcement and Removal Operations", "For Official Use"]),
        footer=rng.choice([None, "Page #", "Page # of ##", "#", "Weekly Declined Detainer Outcome Report | #", "- # -"]),
        page_a_section=rng.random() < 0.5,
        bullet=rng.choice(["•", "▪", "–", "o", "•"]),
    )


def make(seed: int, declined: int = 40, listed: int = 40) -> tuple[Document, dict]:
    rng = random.Random(seed)
    facts, look = Facts(rng, declined, listed), choose_look(rng)
    day = _day_style(rng)
    volume, volume_rows = _issued(rng, facts)
    declines, declined_rows = _declined(rng, facts, look, day)
    listings, listed_rows = _listed(rng, facts, look)
    verb = rng.choice(["Limit", "Restrict"])
    period = _period(rng, facts.start, facts.end)
    long_period = f"{_long(facts.start)} and {_long(facts.end)}"
    titles = {
        "issued": f"Section I: Highest Volume of Detainers Issued between {long_period} to Jurisdictions which {verb} Cooperation with ICE",
        "declined": f"Section II: Jurisdictions with Recorded Declined Detainers between {long_period}",
        "listed": f"Section III: Table of Jurisdictions that have Enacted Policies which {verb} Cooperation with ICE",
        "scope": "Section IV: Report Scope and Data Fidelity",
    }
    total = sum(row["issued"] for row in facts.volume)
    stated = rng.choice([
        f"During the week of {_long(facts.start)}, through {_long(facts.end)}, ICE issued {facts.issued:,} detainers throughout the United States. "
        f"Of these, {total:,} were issued to the jurisdictions below, whose outcomes are yet to be determined.",
        f"ICE issued {facts.issued:,} detainers in this period. Of these, {total:,} were issued to the jurisdictions below.",
    ])
    declined_count = len(facts.declined)
    document = Document(
        note=NOTE,
        titles=rng.choice([
            ["ENFORCEMENT AND REMOVAL OPERATIONS", "Weekly Declined Detainer Outcome Report", f"For Recorded Declined Detainers {period}"],
            ["Weekly Declined Detainer Outcome Report", f"For Recorded Declined Detainers {period}"],
            ["WEEKLY DECLINED DETAINER OUTCOME REPORT", f"FOR RECORDED DECLINED DETAINERS {period.upper()}"],
        ]),
        summary=[SUMMARY],
        contents=list(titles.values()) if rng.random() < 0.7 else [],
        sections=[
            Section(titles["issued"], [stated, *facts.notices], volume),
            Section(titles["declined"], [f"There were {declined_count} declined detainers recorded during this period."], declines),
            Section(titles["listed"], [LISTED_INTRO] if rng.random() < 0.7 else [], listings),
            Section(titles["scope"], [SCOPE]),
        ],
        look=look,
    )
    expected = {
        "start": facts.start.isoformat(), "end": facts.end.isoformat(),
        "detainersIssued": facts.issued, "highestVolumeTotal": total, "detainersDeclined": declined_count,
        "highestVolume": volume_rows, "declined": declined_rows, "policies": listed_rows, "notices": facts.notices,
        "sectionTitles": list(titles.values()), "definition": SUMMARY, "scope": SCOPE,
    }
    return document, expected


def _issued(rng: random.Random, facts: Facts) -> tuple[Table, list[dict]]:
    number = rng.choice(["{:,}", "{}"])
    separate = rng.random() < 0.3
    if separate:
        columns = [Column(rng.choice(["County", "Jurisdiction"]), 30, "place"), Column("State", 20, "state"), Column(rng.choice(["Issued Detainers", "Detainers\nIssued"]), 20, "count")]
        rows = [[Cell([row["name"]]), Cell([row["state"]]), Cell([number.format(row["issued"])], value=row["issued"])] for row in facts.volume]
    else:
        columns = [Column(rng.choice(["County, State", "Jurisdiction"]), 40, "place"), Column(rng.choice(["Issued Detainers", "Detainers Issued", "Number of\nDetainers Issued"]), 25, "count")]
        rows = [[Cell([row["jurisdiction"]]), Cell([number.format(row["issued"])], value=row["issued"])] for row in facts.volume]
    return Table(columns, rows), [{"jurisdiction": row["jurisdiction"], "issued": row["issued"]} for row in facts.volume]


def _declined(rng: random.Random, facts: Facts, look: Look, day) -> tuple[Table, list[dict]]:
    together = rng.random() < 0.25
    own_disposition = rng.random() < 0.2
    columns = {
        "place": ("Jurisdiction", 11, lambda row: f"{row['jurisdiction']}, {row['state']}" if together else row["jurisdiction"]),
        "state": ("State", 8, lambda row: row["state"]),
        "lea": (rng.choice(["Law Enforcement Agency", "Law Enforcement\nAgency (LEA)", "LEA", "Agency"]), 17, lambda row: row["lea"]),
        "citizenship": (rng.choice(["Citizenship", "Country of Citizenship", "Country of\nCitizenship"]), 11, lambda row: row["citizenship"]),
        "issued": (rng.choice(["Date Detainer Issued", "Date\nIssued", "Detainer Issued Date", "Date Issued"]), 9, lambda row: day(row["issued"])),
        "declined": (rng.choice(["Date Detainer Declined", "Date\nDeclined", "Detainer Declined Date", "Date Declined"]), 9, lambda row: day(row["declined"])),
        "reason": (rng.choice(["Reason Given", "LEA Detainer Policy", "Reason", "Reason for\nDecline"]), 15, lambda row: row["reason"]),
        "activity": (rng.choice(["Notable Criminal Activity", "Notable Criminal\nActivity", "Criminal Activity"]), 15, lambda row: row["activity"]),
    }
    if own_disposition:
        columns["activity"] = (columns["activity"][0], 12, lambda row: row["activity"].rsplit(" (", 1)[0])
        columns["disposition"] = ("Disposition", 9, lambda row: row["activity"].rsplit(" (", 1)[1][:-1])
    if together:
        del columns["state"]
    missing = rng.choice([None, None, None, "citizenship", "lea", "issued", "activity"])
    if missing and not (missing == "activity" and own_disposition):
        del columns[missing]
    names = list(columns)
    if rng.random() < 0.6:
        rng.shuffle(names)
    merges = rng.random() < 0.25 and names[0] in ("place", "state", "lea")
    # A word processor leaves a merged cell; a spreadsheet's report leaves the cells below it empty.
    blanks = merges and (rng.random() < 0.4 or look.vertical == "bottom")
    table = Table([Column(columns[name][0], columns[name][1], name) for name in names], [])
    leading = []
    for name in names:
        if name not in ("place", "state", "lea"):
            break
        leading.append(name)
    open_cells: dict[str, Cell] = {}
    above = None
    for row in facts.declined:
        cells = []
        same = above is not None
        for name in names:
            same = same and name in leading and columns[name][2](row) == columns[name][2](above)
            if merges and same and (blanks or open_cells[name].span < 4):
                cells.append(Cell([""]) if blanks else None)
                if not blanks:
                    open_cells[name].span += 1
                continue
            # A cell to the right of one that ends, ends too.
            same = False
            cell = Cell([columns[name][2](row)], value=row[name] if name in ("issued", "declined") else None)
            open_cells[name] = cell
            cells.append(cell)
        table.rows.append(cells)
        above = row
    value = lambda name, row, key: row[key] if name in columns else None
    return table, [
        {
            "jurisdiction": f"{row['jurisdiction']}, {row['state']}",
            "lea": value("lea", row, "lea"), "citizenship": value("citizenship", row, "citizenship"),
            "issued": value("issued", row, "issued"), "declined": row["declined"], "reason": row["reason"],
            "activity": row["activity"] if "activity" in columns else None,
        }
        for row in facts.declined
    ]


def _listed(rng: random.Random, facts: Facts, look: Look) -> tuple[Table, list[dict]]:
    own_aor = rng.random() < 0.2
    columns = {
        "place": (rng.choice(["Jurisdiction", "County, State"]) if own_aor else "Jurisdiction (AOR)", 22,
                  lambda row: Cell([row["jurisdiction"] if own_aor else f"{row['jurisdiction']} ({row['aor']})"])),
        "enacted": (rng.choice(["Date Enacted", "Date\nEnacted", "Enacted"]), 10, lambda row: Cell([row["enacted"]])),
        "policy": (rng.choice(["Policy", "Policy Name"]), 26, lambda row: Cell([row["policy"]])),
        "criteria": (rng.choice(["Criteria for Honoring Detainer", "Criteria for\nHonoring Detainer", "Criteria"]), 42, lambda row: Cell(row["criteria"], bulleted=True)),
    }
    if own_aor:
        columns["aor"] = (rng.choice(["AOR", "Area of Responsibility"]), 15, lambda row: Cell([row["aor"]]))
    names = list(columns)
    if rng.random() < 0.35:
        rng.shuffle(names)
    table = Table([Column(*columns[name][:2], name) for name in names], [[columns[name][2](row) for name in names] for row in facts.policies])
    return table, [{key: row[key] for key in ("jurisdiction", "aor", "enacted", "policy", "criteria")} for row in facts.policies]


def _day_style(rng: random.Random):
    style = rng.choice(["{m}/{d}/{y}", "{m}/{d}/{y}", "{m:02}/{d:02}/{y}", "{y}-{m:02}-{d:02}", "{M} {d}, {y}", "{d}-{M}-{y}"])

    def write(iso: str) -> str:
        day = date.fromisoformat(iso)
        return style.format(d=day.day, m=day.month, y=day.year, M=MONTHS[day.month - 1][:3])

    return write


def _period(rng: random.Random, start: date, end: date) -> str:
    short = lambda day: f"{MONTHS[day.month - 1][:3]} {day.day}"
    years = start.year != end.year
    return rng.choice([
        f"{short(start)}{f', {start.year}' if years else ''} – {short(end)}, {end.year}",
        f"{short(start)} - {short(end)}, {end.year}",
        f"{_long(start)} to {_long(end)}",
        f"{short(start)} {short(end)}, {end.year}" if not years else f"{short(start)}, {start.year} {short(end)}, {end.year}",
        f"{start.month}/{start.day}/{start.year} – {end.month}/{end.day}/{end.year}",
    ])


def _long(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
