"""Programs that write a PDF anew, as archives, gateways and viewers do before a file is dropped."""

import subprocess
from pathlib import Path


def _run(*command: str):
    def rewrite(source: Path, out: Path) -> None:
        subprocess.run([part.format(source=source, out=out) for part in command], check=True, capture_output=True, timeout=600)

    return rewrite


REWRITERS = {
    "cairo": _run("pdftocairo", "-pdf", "{source}", "{out}"),
    "objectstreams": _run("qpdf", "--object-streams=generate", "--linearize", "{source}", "{out}"),
    "owner-password": _run("qpdf", "--encrypt", "", "owner", "256", "--", "{source}", "{out}"),
    "turned": _run("qpdf", "--rotate=+90", "{source}", "{out}"),
    "turned-left": _run("qpdf", "--rotate=-90", "{source}", "{out}"),
    "uncompressed": _run("mutool", "clean", "-d", "-gggg", "{source}", "{out}"),
}
