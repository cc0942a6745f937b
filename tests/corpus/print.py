#!/usr/bin/python3
"""Prints reports through many producers, and writes beside each PDF the facts that a reader must find in it. See README.md."""

import argparse
import json
from pathlib import Path

from printers import PRODUCERS
from printers.report import make


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", type=Path, default=Path(__file__).parent)
    arguments.add_argument("--producer", choices=sorted(PRODUCERS), action="append", help="all, if left out")
    arguments.add_argument("--seeds", default="1-3", help="as 1-3: each is another week in another look")
    arguments.add_argument("--rows", type=int, default=40, help="of Section II and of Section III")
    asked = arguments.parse_args()
    first, last = (int(number) for number in asked.seeds.split("-"))
    asked.out.mkdir(parents=True, exist_ok=True)
    for producer in asked.producer or sorted(PRODUCERS):
        for seed in range(first, last + 1):
            document, expected = make(sum(map(ord, producer)) * 1000 + seed, asked.rows, asked.rows)
            out = asked.out / f"{producer}-{seed:02}.pdf"
            PRODUCERS[producer](document, out.resolve())
            out.with_suffix(".expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
            print(out)


if __name__ == "__main__":
    main()
