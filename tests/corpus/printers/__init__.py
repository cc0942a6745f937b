"""The programs that print reports, each with what it needs on this machine."""

import importlib
import importlib.util
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

NODE = Path(__file__).parents[1] / "node"


@dataclass(frozen=True)
class Producer:
    name: str
    format: str  # pdf, xlsx or text
    module: str
    function: str
    commands: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()  # of Python
    packages: tuple[str, ...] = ()  # of npm
    files: tuple[str, ...] = ()
    gems: tuple[str, ...] = ()
    suffix: str = ""

    def missing(self) -> list[str]:
        """What this machine lacks for it."""
        absent = [command for command in self.commands if not shutil.which(command)]
        absent += [module for module in self.modules if importlib.util.find_spec(module) is None]
        absent += [package for package in self.packages if not (NODE / "node_modules" / package).exists()]
        absent += [file for file in self.files if not Path(file).exists()]
        absent += [gem for gem in self.gems if not _has_gem(gem)]
        return absent

    def print(self, document, out: Path, expected: dict) -> None:
        function = getattr(importlib.import_module(f".{self.module}", __name__), self.function)
        # What a workbook or text file states by name isn't in the document's sentences.
        function(document, out) if self.format == "pdf" else function(document, out, expected)


def _has_gem(gem: str) -> bool:
    if not shutil.which("ruby"):
        return False
    return subprocess.run(["ruby", "-e", f"require '{gem}'"], capture_output=True, check=False).returncode == 0


_ALL = [
    Producer("calc", "pdf", "office", "calc", commands=("soffice",)),
    Producer("chromium", "pdf", "html", "chromium", commands=("chromium",)),
    Producer("fop", "pdf", "fo", "print_pdf", commands=("fop",)),
    Producer("ghostscript", "pdf", "roff", "ghostscript", commands=("groff", "gs")),
    Producer("groff", "pdf", "roff", "groff", commands=("groff",)),
    Producer("jspdf", "pdf", "script", "jspdf", commands=("node",), packages=("jspdf", "jspdf-autotable")),
    Producer("pango", "pdf", "pango", "print_pdf", modules=("gi", "cairo")),
    Producer("pdfkit", "pdf", "script", "pdfkit", commands=("node",), packages=("pdfkit",)),
    Producer("pdfmake", "pdf", "script", "pdfmake", commands=("node",), packages=("pdfmake",)),
    Producer("pdftex", "pdf", "tex", "print_pdf", commands=("pdflatex",)),
    Producer("prawn", "pdf", "script", "prawn", commands=("ruby",), gems=("prawn/table",)),
    Producer("reportlab", "pdf", "platypus", "print_pdf", modules=("reportlab",)),
    Producer("tcpdf", "pdf", "script", "tcpdf", commands=("php",), files=("/usr/share/php/tcpdf/tcpdf.php",)),
    Producer("weasyprint", "pdf", "html", "weasyprint", commands=("weasyprint",)),
    Producer("wkhtmltopdf", "pdf", "html", "wkhtmltopdf", commands=("wkhtmltopdf",)),
    Producer("writer", "pdf", "office", "writer", commands=("soffice",)),
    Producer("csv", "text", "text", "csv_file", suffix=".csv"),
    Producer("json", "text", "text", "json_file", suffix=".json"),
    Producer("exceljs", "xlsx", "script", "exceljs", commands=("node",), packages=("exceljs",)),
    Producer("openpyxl", "xlsx", "workbook", "openpyxl", modules=("openpyxl",)),
    Producer("sheetjs", "xlsx", "script", "sheetjs", commands=("node",), packages=("xlsx",)),
]

PRODUCERS = {producer.name: producer for producer in _ALL}
