"""Text files: CSV as spreadsheets and databases export it, and JSON."""

import csv
import io
import json
from pathlib import Path

from .document import KERN, Cell, Document
from .sheets import sheets

SECTIONS = ("issued", "declined", "policy")


def csv_file(document: Document, out: Path, expected: dict) -> None:
    tables = [document.table(index) for index in range(3)]
    names: dict[str, str] = {}
    for index in (1, 2, 0):
        for column in tables[index].columns:
            names.setdefault(column.key, column.header.replace("\n", " "))
    if names["policy"].lower() == names["reason"].lower() == "policy":
        names["policy"] = "Policy name"
    header = ["section", "name", "value", *names.values()]
    keys = list(names)
    rows = [header]
    for row in sheets(document, expected)[0]["rows"][1:]:
        name, value = row[0]["text"], row[1]
        text = value.get("text") or value.get("date") or f"{value['number']}"
        rows.append(["notice", "", text] if name == "Notice" else ["report", name, text])
    for section, table in zip(SECTIONS, tables):
        for row in table.rows:
            cells = dict.fromkeys(keys, "")
            for column, cell in zip(table.columns, row):
                if cell is not None:
                    cells[column.key] = _cell(cell, document.look.bullet)
            rows.append([section, "", "", *cells.values()])
    width = len(header)
    look = document.look
    # The look is drawn from the seed as all else is.
    separator = {"none": ",", "rows": ",", "grid": ",", "columns": ";", "header": "\t", "zebra": ";"}[look.rules]
    encoding = {"top": "utf-8", "middle": "utf-8-sig", "bottom": "utf-16"}[look.vertical]
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\r\n" if look.break_rows else "\n").writerows([row + [""] * (width - len(row)) for row in rows])
    out.write_bytes(written.getvalue().encode(encoding))


def _cell(cell: Cell, bullet: str) -> str:
    return "\n".join(f"{bullet} {line}" if cell.bulleted else line for line in cell.lines).replace(KERN, "")


def json_file(document: Document, out: Path, expected: dict) -> None:
    written = {column.key: index for index, column in enumerate(document.table(1).columns)}
    count = [column.key for column in document.table(0).columns].index("count")
    number = lambda cell: cell.value if cell.value is not None else cell.lines[0]
    dates = any(kind in expected.get("kinds", []) for kind in ("ambiguous-dates", "day-first-dates", "full-width-digits"))
    report = {
        "period": {"start": expected["start"], "end": expected["end"]},
        "detainersIssued": expected["detainersIssued"], "detainersDeclined": expected["detainersDeclined"], "highestVolumeTotal": expected["highestVolumeTotal"],
        "highestVolume": [{"jurisdiction": facts["jurisdiction"], "issued": number(row[count])} for row, facts in zip(document.table(0).rows, expected["highestVolume"])],
        "declines": [
            {
                "jurisdiction": facts["jurisdiction"], "agency": facts["lea"], "citizenship": facts["citizenship"], "reason": facts["reason"], "activity": facts["activity"],
                **{key: row[written[key]].lines[0] if dates and key in written else facts[key] for key in ("issued", "declined")},
            }
            for row, facts in zip(document.table(1).rows, expected["declined"])],
        "listings": [{key: row[key] for key in ("jurisdiction", "aor", "enacted", "policy", "criteria")} for row in expected["policies"]],
        "notices": expected["notices"], "sectionTitles": expected["sectionTitles"], "definition": expected["definition"], "scope": expected["scope"],
    }
    text = json.dumps(report, indent=2, ensure_ascii=False)
    effects = document.effects
    if "json-half-key" in effects:
        text = text.replace('"highestVolumeTotal"', '"comment \\ud800": 1,\n  "highestVolumeTotal"', 1)
    if "json-half-value" in effects:
        text = text.replace('"notices": [', '"notices": [\n    "half \\udfff",' if expected["notices"] else '"notices": ["half \\udfff"', 1)
        expected["notices"] = ["half \ufffd", *expected["notices"]]
    if "json-lines" in effects:
        # A report a line, or a row a line: neither is the shape that goes out.
        out.write_text("\n".join([json.dumps({"period": report["period"]}), *(json.dumps(row, ensure_ascii=False) for row in report["declines"])]) + "\n", encoding="utf-8")
    elif "json-utf-16-le" in effects:
        out.write_bytes(text.encode("utf-16-le" if document.look.centred else "utf-16"))
    elif "json-utf-16-be" in effects:
        out.write_bytes(b"\xfe\xff" + text.encode("utf-16-be"))
    else:
        out.write_bytes(text.encode("utf-8"))

