"""pdfTeX, as people typeset reports with LaTeX: longtable breaks tables across pages, and long words are hyphenated."""

import subprocess
import tempfile
from pathlib import Path

from .document import KERN, Cell, Document, Look, Table

SPECIAL = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "•": r"\textbullet{}", "▪": r"\textbullet{}", "–": "--", "—": "---", "’": "'", "‘": "`", "“": "``", "”": "''", "\u00ad": r"\-", KERN: r"\kern.24em{}", "·": r"\textperiodcentered{}",
    "§": r"\S{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", "\u00a0": "~", "\n": r"\newline ",
}


def print_pdf(document: Document, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "report.tex").write_text(_source(document), encoding="utf-8")
        for _ in range(2):  # widths and page numbers come from the run before
            done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "report.tex"], cwd=folder, capture_output=True, timeout=600)
        printed = Path(folder, "report.pdf")
        if not printed.exists():
            raise RuntimeError(done.stdout.decode("latin-1")[-2000:])
        out.write_bytes(printed.read_bytes())


def _source(document: Document) -> str:
    look = document.look
    serif = "Serif" in look.font
    edge = lambda text: _text((text or "").replace("browser", "")).replace(r"\#\#", r"\pageref{LastPage}").replace(r"\#", r"\thepage")
    parts = [rf"{{\tiny {_text(document.note)}\par}}"]
    parts += [rf"\begin{{center}}\bfseries {_text(title)}\end{{center}}" for title in document.titles]
    parts += [r"\heading{Summary}", *(_text(text) + r"\par" for text in document.summary)]
    if document.contents:
        parts.append("This report is comprised of four sections:")
        parts.append(r"\begin{itemize}" + "".join(rf"\item {_text(text)}" for text in document.contents) + r"\end{itemize}")
    for section in document.sections:
        parts.append((r"\clearpage" if look.page_a_section else "") + rf"\heading{{{_text(section.title)}}}")
        parts += [_text(text) + r"\par" for text in section.before]
        if section.table:
            parts.append(_table(section.table, look))
        parts += [_text(text) + r"\par" for text in section.after]
    body = "\n\n".join(parts)
    # The fonts that LaTeX takes by default are bitmaps without names of their letters, where no others are installed.
    family = ("" if "bitmap-fonts" in document.effects else r"\usepackage{mathptmx}") if serif else r"\usepackage{helvet}\renewcommand{\familydefault}{\sfdefault}"
    hyphens = "" if look.hyphenate else r"\hyphenpenalty=10000\exhyphenpenalty=10000"
    return rf"""\documentclass{{article}}
\usepackage[T1]{{fontenc}}\usepackage[utf8]{{inputenc}}\usepackage{{lastpage,longtable,multirow,array,ragged2e,fancyhdr,xcolor,colortbl}}
\usepackage[paperwidth={look.paper[0]}bp,paperheight={look.paper[1]}bp,margin={look.margin}bp,top={look.margin + 14}bp,bottom={look.margin + 14}bp,headsep=6bp,footskip=14bp]{{geometry}}
{family}
\renewcommand{{\normalsize}}{{\fontsize{{{look.size}bp}}{{{look.size * 1.2}bp}}\selectfont}}
\pagestyle{{fancy}}\fancyhf{{}}\renewcommand{{\headrulewidth}}{{0pt}}\chead{{\scriptsize {edge(look.header)}}}\cfoot{{\scriptsize {edge(look.footer)}}}
\setlength{{\tabcolsep}}{{{look.side}bp}}\setlength{{\parindent}}{{0pt}}\setlength{{\parskip}}{{3bp}}\setlength{{\LTleft}}{{0pt}}
\newcommand{{\heading}}[1]{{\par\vspace{{6bp}}{{\bfseries #1\par}}\vspace{{3bp}}}}
{hyphens}
\raggedright\sloppy
\begin{{document}}\normalsize
{body}
\end{{document}}"""


def _table(table: Table, look: Look) -> str:
    usable = look.paper[0] - 2 * look.margin - 4
    total = sum(column.width for column in table.columns)
    ragged = r"\Centering" if look.centred else r"\RaggedRight" if look.hyphenate else r"\raggedright"
    widths = [usable * column.width / total - 2 * look.side for column in table.columns]
    bar = "|" if look.rules in ("grid", "columns") else ""
    spec = bar + bar.join(rf">{{{ragged}\arraybackslash\hspace{{0pt}}}}p{{{width}bp}}" for width in widths) + bar
    line = r"\hline" if look.rules in ("grid", "rows") else ""
    space = rf"\rule{{0pt}}{{{look.size + look.padding}bp}}"
    heads = []
    for row in table.header_rows():
        cells, column = [], 0
        for text, across in row:
            bold = rf"\bfseries {_text(text)}"
            cells.append(bold if across == 1 else rf"\multicolumn{{{across}}}{{c}}{{{bold}}}")
            column += across
        heads.append(" & ".join(cells) + r"\tabularnewline")
    head = (line or (r"\hline" if look.rules == "header" else "")) + "\n".join(heads) + (line or (r"\hline" if look.rules == "header" else ""))
    head += r"\endhead" if look.repeat_headers else r"\endfirsthead\endhead"
    body = []
    for number, row in enumerate(table.rows):
        cells = []
        shade = r"\rowcolor[gray]{.92}" if look.rules == "zebra" and number % 2 else ""
        for index, cell in enumerate(row):
            if cell is None:
                if not any(other and other.across > 1 for other in row[:index]):
                    cells.append("")
            elif cell.across > 1:
                cells.append(rf"\multicolumn{{{cell.across}}}{{l}}{{\parbox{{{usable - 2 * look.side}bp}}{{{_cell(cell, look)}}}}}")
            else:
                cells.append((space if index == 0 else "") + _cell(cell, look))
        # A cell that applies to rows below has no line under it.
        open_columns = [index for index, cell in enumerate(table.rows[number + 1]) if cell is None and row_covers(table, number + 1, index)] if number + 1 < len(table.rows) else []
        below = line
        if line and open_columns:
            below = "".join(rf"\cline{{{index + 1}-{index + 1}}}" for index in range(len(table.columns)) if index not in open_columns)
        body.append(shade + " & ".join(cells) + r"\tabularnewline" + rf"[{look.padding}bp]" + below)
    return rf"\begin{{longtable}}[l]{{{spec}}}" + "\n" + head + "\n" + "\n".join(body) + "\n" + r"\end{longtable}"


def row_covers(table: Table, number: int, index: int) -> bool:
    """Whether a cell is covered by one above it, and not by one at its left."""
    return not any(cell and cell.across > 1 for cell in table.rows[number][:index])


def _cell(cell: Cell, look: Look) -> str:
    if cell.bulleted:
        return r"\newline ".join(f"{_text(look.bullet)} {_text(line)}" for line in cell.lines)
    return r"\newline ".join(_text(line) for line in cell.lines)


def _text(text: str) -> str:
    return "".join(SPECIAL.get(letter, letter) for letter in text)
