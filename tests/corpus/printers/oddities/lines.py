"""Text on a page beside the report: running lines, watermarks, stamps; and pages that were cut."""

import random

from ..document import Document
from .kinds import PDF, kind

RUNNING = [
    "Printed 10/16/2017 9:41 AM · page #", "2/13/2017 | ERO | Page #", "Page # · printed 13 February 2017 14:05", "Run date: 02/14/2017   Page #",
    "As of 2/12/2017 6:00 PM   #", "Generated on Feb 14, 2017 by jdoe   Page #",
]


@kind("dated-running-line", PDF)
def dated(rng: random.Random, document: Document, expected: dict) -> None:
    line = rng.choice(RUNNING)
    if rng.random() < 0.5:
        document.look.footer = line
    else:
        document.look.header = line.replace("#", "").replace("Page", "").replace("page", "").rstrip(" ·|")
        document.look.footer = rng.choice(["Page #", document.look.footer])


@kind("watermark-slanted", PDF)
def slanted(rng: random.Random, document: Document, expected: dict) -> None:
    document.effects.append(rng.choice(["watermark-slanted", "watermark-slanted-under"]))


@kind("watermark-level", PDF)
def level(rng: random.Random, document: Document, expected: dict) -> None:
    document.effects.append(rng.choice(["watermark-level", "watermark-level-under"]))


@kind("stamp", PDF)
def stamp(rng: random.Random, document: Document, expected: dict) -> None:
    document.effects.append(rng.choice(["stamp-level", "stamp-slanted"]))


@kind("clipped-pages", PDF, allowed=("right", "flagged"))
def clipped(rng: random.Random, document: Document, expected: dict) -> None:
    # A sheet as long as the whole report, which is cut into pages: a line at a cut is printed on both.
    document.look.header = document.look.footer = None
    document.look.page_a_section = False
    document.look.repeat_headers = False
    document.effects.append("clipped")


@kind("no-unicode", PDF, allowed=("right", "refused"))
def no_unicode(rng: random.Random, document: Document, expected: dict) -> None:
    document.effects.append("no-unicode")


@kind("bitmap-fonts", PDF, allowed=("right", "flagged", "refused"))
def bitmap_fonts(rng: random.Random, document: Document, expected: dict) -> None:
    # Of pdfTeX: its letters are known by their codes alone, and ligatures, dashes and quotes by none.
    document.look.font = "Liberation Serif"
    document.effects.append("bitmap-fonts")


@kind("producer-mark", PDF, allowed=("right", "flagged"))
def producer_mark(rng: random.Random, document: Document, expected: dict) -> None:
    # Of TCPDF: an invisible line, in letters that are not painted.
    document.effects.append("producer-mark")
