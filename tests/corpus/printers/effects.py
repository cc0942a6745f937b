"""What is done to a PDF once it is printed: watermarks and stamps, cutting into pages, and the loss of what its glyphs mean."""

import io
import random
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

WORDS = {"watermark": ["DRAFT", "CONFIDENTIAL", "UNOFFICIAL COPY", "FOR OFFICIAL USE ONLY"], "stamp": ["RECEIVED FEB 14 2017", "RECEIVED 2/14/2017 ERO", "COPY 2"]}


def apply(effect: str, rng: random.Random, file: Path) -> None:
    if effect == "clipped":
        _clip(rng, file)
    elif effect == "no-unicode":
        _drop_maps(file)
    elif effect.startswith(("watermark", "stamp")):
        _overlay(effect, rng, file)


def _overlay(effect: str, rng: random.Random, file: Path) -> None:
    what, angle, *under = effect.split("-")
    text = rng.choice(WORDS[what])
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        for number, page in enumerate(document.pages):
            if what == "stamp" and number and rng.random() < 0.5:
                continue
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            width, height = right - left, top - bottom
            drawn = io.BytesIO()
            canvas = Canvas(drawn, pagesize=(width, height))
            canvas.saveState()
            if what == "watermark":
                size = min(height * .2, width / len(text) * 1.5)
                canvas.setFillGray(.85)
                canvas.setFont("Helvetica-Bold", size)
                canvas.translate(width / 2, height / 2)
                canvas.rotate(rng.choice([30, 45, 52]) if angle == "slanted" else 0)
                canvas.drawCentredString(0, -size / 3, text)
            else:
                canvas.setFillColorRGB(.75, .1, .1)
                canvas.setFont("Helvetica-Bold", 13)
                canvas.translate(width * rng.uniform(.3, .7), height * rng.uniform(.3, .7))
                canvas.rotate(rng.choice([4, 8, 15, -6]) if angle == "slanted" else 0)
                canvas.drawString(0, 0, text)
            canvas.restoreState()
            canvas.save()
            drawn.seek(0)
            with pikepdf.open(drawn) as mark:
                (page.add_underlay if under else page.add_overlay)(mark.pages[0])
        document.save(file)


def _clip(rng: random.Random, file: Path) -> None:
    """Puts what one long page shows on pages of a usual height, each of which shows its part of it through a clipping path."""
    with pikepdf.open(file) as long, pikepdf.new() as cut:
        (sheet,) = long.pages
        left, bottom, right, top = (float(edge) for edge in sheet.mediabox)
        form = cut.copy_foreign(sheet.as_form_xobject())
        height, edge = rng.choice([520, 612, 680]), 24
        y = top
        while y > bottom:
            lower = max(y - height, bottom)
            content = f"q 0 {edge} {right - left:.2f} {y - lower:.2f} re W n 1 0 0 1 {-left:.2f} {edge - lower:.2f} cm /Sheet Do Q"
            page = pikepdf.Dictionary(
                Type=pikepdf.Name.Page, MediaBox=[0, 0, right - left, y - lower + 2 * edge], Contents=cut.make_stream(content.encode()),
                Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Sheet=form)))
            cut.pages.append(pikepdf.Page(cut.make_indirect(page)))
            y = lower
        cut.save(file.with_suffix(".cut"))
    file.with_suffix(".cut").replace(file)


def _drop_maps(file: Path) -> None:
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]
        document.save(file)
