"""The README shows the truth: its diagram is the lifecycle's table."""

from pathlib import Path

from scripts.readme import rendered

README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_diagram_in_the_readme_is_the_table() -> None:
    text = README.read_text(encoding="utf-8")
    assert text == rendered(text)
