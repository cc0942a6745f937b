from . import fo, html, office, platypus

PRODUCERS = {
    "calc": office.calc,
    "chromium": html.chromium,
    "fop": fo.print_pdf,
    "reportlab": platypus.print_pdf,
    "weasyprint": html.weasyprint,
    "writer": office.writer,
}
