"""Words that a typesetter breaks, draws apart or pushes together."""

import random
import re

from ..document import KERN, Cell, Document
from .kinds import PDF, kind


def _cells(document: Document, keys: tuple[str, ...], table: int):
    columns = document.table(table).columns
    return [(number, index, cell) for number, row in enumerate(document.table(table).rows) for index, cell in enumerate(row) if cell and columns[index].key in keys]


@kind("hyphenation", PDF, allowed=("right", "flagged"))
def hyphenation(rng: random.Random, document: Document, expected: dict) -> None:
    document.look.hyphenate = True
    document.look.size = max(document.look.size, 9)
    try:
        import pyphen
    except ImportError:
        return
    dictionary = pyphen.Pyphen(lang="en_US")
    for table in range(3):
        for _, _, cell in _cells(document, ("place", "lea", "citizenship", "reason", "activity", "policy", "criteria"), table):
            cell.lines = [re.sub(r"[A-Za-z]{7,}", lambda word: dictionary.inserted(word.group(), "\u00ad"), line) for line in cell.lines]


@kind("with-slash", PDF)
def with_slash(rng: random.Random, document: Document, expected: dict) -> None:
    for column in document.table(1).columns:
        if column.key == "activity":
            column.width = 7
    charges = ["Assault w/ Intent to Kill", "Possession w/ Intent To Distribute", "Robbery w/ Firearm or Other Weapon", "Burglary w/ Assault/Battery", "Carrying a Weapon w/o Permit"]
    if not any(column.key == "activity" for column in document.table(1).columns):
        return
    dispositions = any(column.key == "disposition" for column in document.table(1).columns)
    for number, _, cell in _cells(document, ("activity",), 1):
        if rng.random() < 0.7:
            mark = expected["declined"][number]["activity"].rsplit(" (", 1)[1]
            charge = rng.choice(charges)
            expected["declined"][number]["activity"] = f"{charge} ({mark}"
            cell.lines = [charge if dispositions else f"{charge} ({mark}"]


@kind("kerning-gap", PDF)
def kerning(rng: random.Random, document: Document, expected: dict) -> None:
    names = ["Police Chief’s Directive", "Sheriff’s Office Policy", "Mayor’s Executive Order", "Sheriff’s Department General Order"]
    for number, _, cell in _cells(document, ("policy",), 2):
        if rng.random() < 0.5:
            name = rng.choice(names)
            expected["policies"][number]["policy"] = name
            cell.lines = [name.replace("’", KERN + "’")]
    for number, _, cell in _cells(document, ("lea",), 1):
        if rng.random() < 0.3 and cell.span == 1 and cell.lines != [""]:
            expected["declined"][number]["lea"] = "Sheriff’s Office Jail"
            cell.lines = ["Sheriff" + KERN + "’s Office Jail"]
    # A cell that is left empty below applies to another now.
    for number, index, cell in _cells(document, ("lea",), 1):
        if cell.lines == [""]:
            cell.lines = [expected["declined"][number]["lea"] or ""]


@kind("tight-gutter", PDF, allowed=("right", "flagged"))
def tight(rng: random.Random, document: Document, expected: dict) -> None:
    look = document.look
    look.rules = rng.choice(["none", "none", "rows", "header"])
    look.gutter = rng.choice([1.6, 2, 2.4])
    look.centred = False
    look.fit = True
    look.paper, look.size, look.font = (1224, 792), rng.choice([6.5, 7]), rng.choice(["Liberation Sans", "Liberation Serif", "Liberation Sans Narrow"])
