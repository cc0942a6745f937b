"""Programs in other languages, which are handed the document as JSON."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from .document import KERN, Document
from .sheets import sheets

CORPUS = Path(__file__).parents[1]


def _print(document: Document, command: list[str]) -> Callable[[Path], None]:
    look = {**asdict(document.look), "side": document.look.side}
    tables = [None if section.table is None else {"headers": section.table.header_rows()} for section in document.sections]
    described = {**asdict(document), "look": look}
    for section, table in zip(described["sections"], tables):
        if table:
            section["table"]["headers"] = table["headers"]
    return _run(described, command)


def _run(described, command: list[str]) -> Callable[[Path], None]:
    def run(out: Path) -> None:
        # None of them leaves a gap within a word, and none knows a soft hyphen.
        text = json.dumps(described, ensure_ascii=False).replace(KERN, "").replace("\u00ad", "")
        done = subprocess.run([*command, str(out)], input=text.encode(), capture_output=True, timeout=600, cwd=CORPUS / "node")
        if done.returncode or not out.exists():
            raise RuntimeError(done.stderr.decode()[-2000:] + done.stdout.decode()[-500:])

    return run


def jspdf(document: Document, out: Path) -> None:
    _print(document, ["node", "jspdf.mjs"])(out)


def pdfkit(document: Document, out: Path) -> None:
    _print(document, ["node", "pdfkit.mjs"])(out)


def pdfmake(document: Document, out: Path) -> None:
    _print(document, ["node", "pdfmake.mjs"])(out)


def prawn(document: Document, out: Path) -> None:
    _print(document, ["ruby", str(CORPUS / "ruby" / "prawn.rb")])(out)


def tcpdf(document: Document, out: Path) -> None:
    _print(document, ["php", str(CORPUS / "php" / "tcpdf.php")])(out)


def exceljs(document: Document, out: Path, expected: dict) -> None:
    _run(sheets(document, expected), ["node", "exceljs.mjs"])(out)


def sheetjs(document: Document, out: Path, expected: dict) -> None:
    _run(sheets(document, expected), ["node", "sheetjs.mjs"])(out)
