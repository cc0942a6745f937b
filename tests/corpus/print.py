#!/usr/bin/python3
"""Prints reports through many producers, and writes beside each file the facts that a reader must find in it. See README.md.

Without --kind, the reports are tidy ones in many looks. A kind adds one of the oddities that real files have; several are put
into one file, and `random` draws one or two for each file by its seed, or one among the other kinds that are given."""

import argparse
import json
import random
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from printers import PRODUCERS, Producer
from printers.oddities import KINDS, apply
from printers.report import make

CORPUS = Path(__file__).parent / "pdf"
# Those that had a corpus before there were kinds: the last file of each goes through a second program.
TIDY = ["calc", "chromium", "fop", "reportlab", "weasyprint", "writer"]
LONG_SHEETS = {"chromium", "fop", "pango", "reportlab", "weasyprint"}
FITTED = {"chromium", "reportlab", "weasyprint", "wkhtmltopdf"}
EMBEDDED = {"chromium", "pango", "pdfmake", "reportlab", "weasyprint", "wkhtmltopdf", "writer"}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", type=Path, default=CORPUS, help=f"a folder (default: {CORPUS})")
    arguments.add_argument("--producer", choices=sorted(PRODUCERS), action="append", help="may be given again; default: all of PDF, or those that a kind is for")
    arguments.add_argument("--kind", choices=[*KINDS, "tidy", "random"], action="append", default=[], help="may be given again")
    arguments.add_argument("--seeds", default="51-54", help="each is another week in another look (default: 51-54)")
    arguments.add_argument("--rows", type=int, default=24, help="of Section II and of Section III (default: 24)")
    arguments.add_argument("--rotate", action="store_true", help="one file a seed, by the producer whose turn it is; a seed keeps its producer whatever is installed")
    arguments.add_argument("--jobs", type=int, default=1, help="files that are printed at a time (default: 1)")
    arguments.add_argument("--list", action="store_true", help="name the kinds, and the producers with what each lacks here")
    asked = arguments.parse_args()
    if asked.list:
        return show()
    first, _, last = asked.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    asked.out.mkdir(parents=True, exist_ok=True)
    producers = _producers(asked.producer, asked.kind)
    if asked.rotate:
        jobs = [(producers[seed % len(producers)], seed) for seed in seeds]
    else:
        jobs = [(producer, seed) for producer in producers for seed in seeds]
    absent = {producer.name: producer.missing() for producer in producers}
    for name, lacking in absent.items():
        if lacking:
            print(f"{name}: left out, since {', '.join(lacking)} isn't installed", file=sys.stderr)
    printed, failed = 0, []
    with ProcessPoolExecutor(asked.jobs) as pool:
        started = {
            pool.submit(_print, asked.out.resolve(), producer.name, seed, asked.rows, asked.kind, not asked.rotate and seed == seeds[-1] and len(seeds) > 1): (producer.name, seed)
            for producer, seed in jobs if not absent[producer.name]}
        for done in as_completed(started):
            name, seed = started[done]
            if failure := done.exception():
                failed.append(f"{name} {seed}")
                print(f"{name} {seed}: {type(failure).__name__}: {str(failure)[:400]}", file=sys.stderr)
            else:
                printed += 1
                print(f"{printed:5}/{len(started)} {done.result()}", flush=True)
    left_out = sum(1 for producer, _ in jobs if absent[producer.name])
    print(f"{printed} printed, {len(failed)} failed{': ' + ', '.join(failed) if failed else ''}, {left_out} left out because their producer is missing")
    return 1 if failed else 0


def _print(folder: Path, name: str, seed: int, rows: int, kinds: list[str], is_last: bool) -> str:
    return print_report(folder, PRODUCERS[name], seed, rows, kinds, is_last and not kinds and name in TIDY).name


def print_report(folder: Path, producer: Producer, seed: int, rows: int, kinds: list[str], rewritten: bool = False) -> Path:
    # Each producer has its own weeks and looks.
    number = sum(map(ord, producer.name)) * 1000 + seed
    document, expected = make(number, rows, rows)
    rng = random.Random(f"{number} {' '.join(kinds)}")
    chosen = draw(rng, producer, [kind for kind in kinds if kind != "random"]) if "random" in kinds else [kind for kind in kinds if kind != "tidy"]
    if chosen:
        apply(chosen, rng, document, expected)
    if producer.name != "chromium" and document.look.header == "browser":
        document.look.header = None  # only a browser has lines of its own
    if "clipped" in document.effects:
        document.look.paper = (document.look.paper[0], 14000)
    if producer.name == "json" and chosen:
        # It has a format of its own for days and counts, and may insist on it.
        expected["allowed"] = [*(outcome for outcome in expected["allowed"] if outcome != "refused"), "refused"]
    if producer.format == "pdf" and any(effect.startswith("full-width") for effect in document.effects):
        # No font that is printed with has these digits: a person sees boxes, or nothing. The period is printed elsewhere too, as a rule.
        # WeasyPrint writes the missing digit behind other letters of the bold font, as in “County４, State”.
        readable = [] if "full-width-title" not in document.effects or producer.name == "weasyprint" else [outcome for outcome in expected["allowed"] if outcome == "right"]
        expected["allowed"] = [*readable, "flagged", "refused"]
    if _is_misprinted(producer, document) and "flagged" not in expected.get("allowed", ["right"]):
        expected["allowed"] = [*expected.get("allowed", ["right"]), "flagged"]
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


def _is_misprinted(producer: Producer, document) -> bool:
    """Whether a person could be misled by what the producer makes of the document."""
    merged = any(cell and cell.span > 1 for row in document.table(1).rows for cell in row)
    # PDFKit prints a merged cell that a page's end breaks on the wrong page, pdfmake can lose it, and FOP prints it on the first page only;
    # wkhtmltopdf cuts through the middle of a line.
    return (producer.name in ("pdfkit", "pdfmake", "fop") and merged) or producer.name == "wkhtmltopdf"


def fits(kind: str, producer: Producer) -> bool:
    """Whether a producer can print a kind."""
    if kind == "tidy":
        return True
    if kind == "clipped-pages":
        return producer.name in LONG_SHEETS
    if kind == "tight-gutter":
        return producer.name in FITTED
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


def draw(rng: random.Random, producer: Producer, among: list[str]) -> list[str]:
    """One or two kinds, or none. With some to draw among: one of these that the producer can print."""
    possible = [kind for kind in among or KINDS if fits(kind, producer)]
    if among:
        return [kind for kind in [rng.choice(possible)] if kind != "tidy"] if possible else []
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
    return [producer for producer in PRODUCERS.values() if _can_print(producer, kinds)]


def _can_print(producer: Producer, kinds: list[str]) -> bool:
    named = [kind for kind in kinds if kind != "random"]
    fitting = [fits(kind, producer) for kind in named]
    return not named or (any(fitting) if "random" in kinds else all(fitting))


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
