"""Writes the generated part of the README, the diagram of a deal's life. A test compares."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from services.deals.lifecycle import mermaid  # noqa: E402  the project's root must be importable first

BEGIN, END = "<!-- lifecycle: begin -->", "<!-- lifecycle: end -->"


def rendered(text: str) -> str:
    """The README with the diagram as the table draws it now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n```mermaid\n{mermaid()}\n```\n{END}{after}"


if __name__ == "__main__":
    readme = ROOT / "README.md"
    readme.write_text(rendered(readme.read_text(encoding="utf-8")), encoding="utf-8")
