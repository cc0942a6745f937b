"""The list of oddities."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from ..document import Document

PDF, TABLES, ALL = frozenset({"pdf"}), frozenset({"xlsx", "text"}), frozenset({"pdf", "xlsx", "text"})
WORKBOOK, TEXT = frozenset({"xlsx"}), frozenset({"text"})


@dataclass(frozen=True)
class Kind:
    name: str
    formats: frozenset[str]
    allowed: tuple[str, ...]  # of right, flagged, refused
    checks: tuple[str, ...]  # codes of checks that a right reading may raise because of the oddity
    change: Callable[[random.Random, Document, dict], tuple[str, ...] | None]  # may return what is allowed of this file in place of `allowed`
    late: bool  # adds rows, so that it comes after those that change rows


KINDS: dict[str, Kind] = {}


def kind(name: str, formats: frozenset[str] = ALL, allowed: tuple[str, ...] = ("right",), checks: tuple[str, ...] = (), late: bool = False):
    def register(change):
        KINDS[name] = Kind(name, formats, allowed, checks, change, late)
        return change

    return register


def apply(names: list[str], rng: random.Random, document: Document, expected: dict) -> None:
    chosen = sorted((KINDS[name] for name in names), key=lambda one: one.late)
    ways = [one.change(rng, document, expected) or one.allowed for one in chosen]
    allowed = {outcome for each in ways for outcome in each} | {"right"}
    # A kind that can't be read right takes "right" from the rest.
    if any("right" not in each for each in ways):
        allowed.discard("right")
    expected["kinds"] = names
    expected["allowed"] = [outcome for outcome in ("right", "flagged", "refused") if outcome in allowed]
    expected["checks"] = sorted({code for one in chosen for code in one.checks} | set(expected.get("checks", [])))
