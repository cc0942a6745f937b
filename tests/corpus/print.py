#!/usr/bin/python3
"""Prints reports through many producers, and writes beside each PDF the facts that a reader must find in it. See README.md."""

import argparse
import json
from pathlib import Path

from printers import PRODUCERS
from printers.report import make
from printers.rewriters import REWRITERS

CORPUS = Path(__file__).parent / "pdf"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    arguments.add_argument("--out", type=Path, default=CORPUS)
    arguments.add_argument("--producer", choices=sorted(PRODUCERS), action="append", help="all, if left out")
    arguments.add_argument("--seeds", default="51-54", help="each is another week in another look")
    arguments.add_argument("--rows", type=int, default=24, help="of Section II and of Section III")
    asked = arguments.parse_args()
    first, last = (int(number) for number in asked.seeds.split("-"))
    asked.out.mkdir(parents=True, exist_ok=True)
    for producer, rewriter in zip(sorted(PRODUCERS), sorted(REWRITERS)):
        if asked.producer and producer not in asked.producer:
            continue
        for seed in range(first, last + 1):
            print_report(asked.out.resolve(), producer, seed, asked.rows, rewriter if seed == last else None)


def print_report(folder: Path, producer: str, seed: int, rows: int, rewriter: str | None) -> None:
    # Each producer has its own weeks and looks.
    document, expected = make(sum(map(ord, producer)) * 1000 + seed, rows, rows)
    if producer != "chromium" and document.look.header == "browser":
        document.look.header = None  # only a browser has lines of its own
    out = folder / f"{producer}-{seed}.pdf"
    PRODUCERS[producer](document, out)
    if rewriter:
        printed, out = out, folder / f"{producer}-{seed}-{rewriter}.pdf"
        REWRITERS[rewriter](printed, out)
        printed.unlink()
    out.with_suffix(".expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(out.name)


if __name__ == "__main__":
    main()
