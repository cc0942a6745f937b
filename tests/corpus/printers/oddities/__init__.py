"""What real reports have that a tidy one lacks. Each oddity changes a document before it is printed, and the facts that are
expected where it changes them. An oddity that leaves the truth in doubt allows a reader to flag or to refuse the file."""

from . import columns, headers, lines, merges, notes, values, words  # noqa: F401
from .kinds import KINDS, Kind, apply

__all__ = ["KINDS", "Kind", "apply"]
