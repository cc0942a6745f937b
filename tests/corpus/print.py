#!/usr/bin/python3
"""Prints reports through many producers, and writes beside each file the facts that a reader must find in it. See README.md.

Without --kind, the reports are tidy ones in many looks. A kind adds one of the oddities that real files have; several are put
into one file, and `random` draws one or two for each file by its seed."""

import argparse
import json
import random
import sys
from pathlib import Path

from printers import PRODUCERS, Producer
from printers.oddities import KINDS, apply
from printers.report import make

CORPUS = Path(__file__).parent / "pdf"
# Those that had a corpus before there were kinds: the last file of each goes through a second program.
TIDY = ["calc", "chromium", "fop", "reportlab", "weasyprint", "writer"]
LONG_SHEETS = {"chromium", "fop", "pango", "reportlab", "weasyprint"}
EMBEDDED = {"chromium", "pango", "pdfmake", "reportlab", "weasyprint", "wkhtmltopdf", "writer"}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", type=Path, default=CORPUS, help=f"a folder (default: {CORPUS})")
    arguments.add_argument("--producer", choices=sorted(PRODUCERS), action="append", help="may be given again; default: all of PDF, or those that a kind is for")
    arguments.add_argument("--kind", choices=[*KINDS, "tidy", "random"], action="append", default=[], help="may be given again")
    arguments.add_argument("--seeds", default="51-54", help="each is another week in another look (default: 51-54)")
    arguments.add_argument("--rows", type=int, default=24, help="of Section II and of Section III (default: 24)")
    arguments.add_argument("--list", action="store_true", help="name the kinds, and the producers with what each lacks here")
    asked = arguments.parse_args()
    if asked.list:
        return show()
    first, _, last = asked.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    asked.out.mkdir(parents=True, exist_ok=True)
    failures = 0
    for producer in _producers(asked.producer, asked.kind):
        if absent := producer.missing():
            print(f"{producer.name}: left out, since {', '.join(absent)} isn't installed", file=sys.stderr)
            continue
        for seed in seeds:
            rewritten = not asked.kind and producer.name in TIDY and seed == seeds[-1] and len(seeds) > 1
            try:
                print(print_report(asked.out.resolve(), producer, seed, asked.rows, asked.kind, rewritten).name)
            except Exception as failure:  # a producer that fails on one file must not keep the others from theirs
                failures += 1
                print(f"{producer.name} {seed}: {type(failure).__name__}: {str(failure)[:400]}", file=sys.stderr)
    return 1 if failures else 0


def print_report(folder: Path, producer: Producer, seed: int, rows: int, kinds: list[str], rewritten: bool = False) -> Path:
    # Each producer has its own weeks and looks.
    number = sum(map(ord, producer.name)) * 1000 + seed
    document, expected = make(number, rows, rows)
    rng = random.Random(f"{number} {' '.join(kinds)}")
    chosen = draw(rng, producer) if "random" in kinds else [kind for kind in kinds if kind != "tidy"]
    if chosen:
        apply(chosen, rng, document, expected)
    if producer.name != "chromium" and document.look.header == "browser":
        document.look.header = None  # only a browser has lines of its own
    if "clipped" in document.effects:
        document.look.paper = (document.look.paper[0], 14000)
    if producer.name == "json" and chosen:
        # It has a format of its own for days and counts, and may insist on it.
        expected["allowed"] = [*(outcome for outcome in expected["allowed"] if outcome != "refused"), "refused"]
    name = "-".join([producer.name, str(seed), *([] if "random" in kinds else chosen)])
    out = folder / (name + (producer.suffix or "." + producer.format))
    producer.print(document, out, expected)
    if producer.format == "pdf" and document.effects:
        from printers import effects

        for effect in document.effects:
            effects.apply(effect, rng, out)
    if rewritten:
        out = _rewrite(producer, out)
    expected["producer"] = producer.name
    expected["seed"] = seed
    if not kinds:
        del expected["producer"], expected["seed"]
    out.with_suffix(".expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return out


def fits(kind: str, producer: Producer) -> bool:
    """Whether a producer can print a kind."""
    if kind == "tidy":
        return True
    if kind == "clipped-pages":
        return producer.name in LONG_SHEETS
    if kind == "no-unicode":
        return producer.name in EMBEDDED
    if kind == "bitmap-fonts":
        return producer.name == "pdftex"
    if kind == "producer-mark":
        return producer.name == "tcpdf"
    if kind in ("json-lines", "json-utf-16", "half-surrogate"):
        return producer.name == "json"
    if kind == "two-level-header" and producer.name in ("csv", "json"):
        return False
    if producer.name == "json":
        return kind in ("agencies", "fractional-counts", "full-width-digits", "long-notices", "ambiguous-dates", "day-first-dates")
    return producer.format in KINDS[kind].formats


def draw(rng: random.Random, producer: Producer) -> list[str]:
    possible = [kind for kind in KINDS if fits(kind, producer)]
    chosen = rng.sample(possible, min(rng.choice([0, 1, 1, 1, 1, 2]), len(possible)))
    # Both speak of the same cells.
    for first, second in (("day-first-dates", "ambiguous-dates"), ("county-and-city", "blank-below"), ("county-and-city", "merged-over-page")):
        if first in chosen and second in chosen:
            chosen.remove(second)
    return chosen


def _producers(asked: list[str] | None, kinds: list[str]) -> list[Producer]:
    if asked:
        return [PRODUCERS[name] for name in asked]
    if not kinds:
        return [PRODUCERS[name] for name in TIDY]
    return [producer for producer in PRODUCERS.values() if all(kind == "random" or fits(kind, producer) for kind in kinds)]


def _rewrite(producer: Producer, printed: Path) -> Path:
    from printers.rewriters import REWRITERS

    rewriter = sorted(REWRITERS)[TIDY.index(producer.name)]
    out = printed.with_name(f"{printed.stem}-{rewriter}.pdf")
    REWRITERS[rewriter](printed, out)
    printed.unlink()
    return out


def show() -> int:
    print("kinds:")
    for kind in KINDS.values():
        print(f"  {kind.name:22} {', '.join(sorted(kind.formats)):16} {' or '.join(kind.allowed)}")
    print("producers:")
    for producer in PRODUCERS.values():
        print(f"  {producer.name:12} {producer.format:5} {'lacks ' + ', '.join(producer.missing()) if producer.missing() else 'installed'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
