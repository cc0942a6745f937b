"""groff: tables by tbl, as a PDF of its own and as PostScript that Ghostscript distils."""

import subprocess
import tempfile
from pathlib import Path

from .document import KERN, Cell, Document, Look, Table
from .tex import row_covers

SPECIAL = {"\\": r"\e", "•": r"\(bu", "▪": r"\(bu", "–": r"\(en", "—": r"\(em", "’": r"\(cq", "‘": r"\(oq", "“": r"\(lq", "”": r"\(rq", "\u00ad": r"\%", KERN: r"\h'.24m'", "·": r"\(pc",
           "§": r"\(sc", "\u00a0": r"\~"}


def groff(document: Document, out: Path) -> None:
    out.write_bytes(_typeset(document, "pdf"))


def ghostscript(document: Document, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.ps")
        source.write_bytes(_typeset(document, "ps"))
        subprocess.run(
            ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", f"-sOutputFile={out}", str(source)], check=True, capture_output=True, timeout=600)


def _typeset(document: Document, device: str) -> bytes:
    paper = f"{document.look.paper[0] / 72:.3f}i,{document.look.paper[1] / 72:.3f}i"
    height, width = document.look.paper[1], document.look.paper[0]
    command = ["groff", "-t", "-k", f"-T{device}", f"-P-p{height / 72:.3f}i,{width / 72:.3f}i"]
    assert paper
    done = subprocess.run(command, input=_source(document).encode(), capture_output=True, timeout=600)
    if done.returncode or len(done.stdout) < 1000:
        raise RuntimeError(done.stderr.decode()[-2000:])
    return done.stdout


def _source(document: Document) -> str:
    look = document.look
    family = "T" if "Serif" in look.font else "H"
    edge = lambda text: _text((text or "").replace("browser", "")).replace("##", "").replace("#", r"\\n%")
    usable = look.paper[0] - 2 * look.margin
    lines = [
        f".pl {look.paper[1]}p", f".po {look.margin}p", f".ll {usable}p", f".lt {usable}p", f".fam {family}", f".ps {look.size}", f".vs {look.size * 1.2}p", ".na",
        ".hy 4" if look.hyphenate else ".nh",
        ".de TP", rf"'sp |{look.margin * .5}p", rf".tl ''{edge(look.header)}''", rf"'sp |{look.margin + 14}p", ".if \\\\n(TH .TH-again", "..",
        ".de BT", rf"'sp |{look.paper[1] - look.margin * .7}p", rf".tl ''{edge(look.footer)}''", "'bp", "..",
        ".nr TH 0", ".de TH-again", "..",
        ".wh 0 TP", f".wh -{look.margin + 14}p BT", ".sp |" + f"{look.margin + 14}p",
    ]
    lines += [".ps 6", _line(document.note), ".br", f".ps {look.size}"]
    for title in document.titles:
        lines += [".sp .3", ".ce 1", rf"\fB{_text(title)}\fP", ".br"]
    lines += [".sp .5", r"\fBSummary\fP", ".br"]
    for text in document.summary:
        lines += [_line(text), ".sp .4"]
    if document.contents:
        lines += ["This report is comprised of four sections:", ".br"]
        for text in document.contents:
            lines += [rf"\(bu {_text(text)}", ".br"]
    for section in document.sections:
        lines += [".bp" if look.page_a_section else ".sp 1", ".ne 8v", rf"\fB{_text(section.title)}\fP", ".sp .4"]
        for text in section.before:
            lines += [_line(text), ".sp .4"]
        if section.table:
            lines += _table(section.table, look, usable)
        for text in section.after:
            lines += [_line(text), ".sp .4"]
    return "\n".join(lines) + "\n"


def _table(table: Table, look: Look, usable: float) -> list[str]:
    total = sum(column.width for column in table.columns)
    gap = 2 * look.side
    widths = [usable * column.width / total - gap for column in table.columns]
    spec = lambda kind: " ".join(f"{kind}w({width:.1f}p){max(gap / (look.size / 2), .1):.0f}" for width in widths)
    bar = look.rules in ("grid", "columns")
    join = lambda parts: (" | " if bar else " ").join(parts)
    column = lambda kind: [f"{kind}tw({width:.1f}p)" for width in widths]
    assert spec
    # tbl knows separations in ens; a width of its own is set through the table's options.
    separation = max(round(gap / (look.size / 2)), 1)
    formats, body = [], []
    line = "_" if look.rules in ("grid", "rows") else None
    if line:
        body.append(line)
        formats.append(None)
    for row in table.header_rows():
        pieces = []
        for index, (_, across) in enumerate(row):
            pieces += [f"lbtw({widths[len(pieces)]:.1f}p){separation}"] + ["s"] * (across - 1)
        formats.append(join(pieces))
        body.append("\t".join(_block(text.split("\n"), True) for text, _ in row))
    if line or look.rules == "header":
        body.append("_")
    for number, row in enumerate(table.rows):
        pieces, cells = [], []
        for index, cell in enumerate(row):
            if cell is None and not row_covers(table, number, index):
                pieces.append("s")
            elif cell is None:
                pieces.append("^")
                cells.append("")
            else:
                pieces.append(f"{'c' if look.centred and not cell.bulleted else 'l'}tw({widths[index]:.1f}p){separation}")
                cells.append(_block([f"{look.bullet} {text}" for text in cell.lines] if cell.bulleted else cell.lines))
        formats.append(join(pieces))
        body.append("\t".join(cells))
        body.append(line if line and not any(cell is None and row_covers(table, number + 1, index) for index, cell in enumerate(table.rows[number + 1] if number + 1 < len(table.rows) else [])) else None)
        if not line:
            body[-1] = ".sp " + f"{look.padding}p"
    # Each row of data has a format of its own: spans differ.
    output = [".TS H" if False else ".TS", ("box " if look.rules == "grid" else "") + "nospaces;" if look.rules == "grid" else "nospaces;"]
    first = True
    rows = iter([one for one in formats if one])
    for text in body:
        if text is None:
            continue
        if text == "_" or text.startswith(".sp"):
            if first:
                continue
            output.append(text)
            continue
        if not first:
            output.append(".T&")
        output += [next(rows) + ".", text]
        first = False
    return output + [".TE"]


def _block(lines: list[str], bold: bool = False) -> str:
    if lines == [""]:
        return ""
    text = "\n.br\n".join(_line(line) for line in lines)
    return "T{\n" + (f".ft B\n{text}\n.ft R" if bold else text) + "\nT}"


def _line(text: str) -> str:
    written = _text(text)
    return r"\&" + written if written[:1] in (".", "'") else written


def _text(text: str) -> str:
    return "".join(SPECIAL.get(letter, letter) for letter in text)
