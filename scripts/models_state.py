"""Writes what the models are into the newest migration, as aerich wants to find it there.

    python scripts/models_state.py

Run it when a migration's SQL is written by hand, or when migrations of several branches were merged: aerich compares
the next change with this picture, and a test compares it with the models.
"""

import asyncio
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from aerich.utils import compress_dict, get_models_describe  # noqa: E402  the project's root must be importable first
from tortoise import Tortoise  # noqa: E402  as above

from app.config import tortoise_config  # noqa: E402  as above

FOLDER = ROOT / "migrations" / "models"
BEGIN, END = "MODELS_STATE = (\n", ")\n"
WIDTH = 110


def newest(folder: Path = FOLDER) -> Path:
    return max(folder.glob("[0-9]*_*.py"), key=lambda path: int(path.name.split("_")[0]))


async def state() -> str:
    """The models, packed, in the lines of a migration."""
    await Tortoise.init(config=tortoise_config("sqlite://:memory:"))
    try:
        packed = compress_dict(get_models_describe("models"))
    finally:
        await Tortoise.close_connections()
    return "".join(f'    r"{packed[start : start + WIDTH]}"\n' for start in range(0, len(packed), WIDTH))


def with_state(text: str, lines: str) -> str:
    """The migration's text with another picture of the models in it."""
    head, found, _ = text.partition(BEGIN)
    if not found:
        raise SystemExit("the migration has no MODELS_STATE = ( ... )")
    return f"{head}{BEGIN}{lines}{END}"


def main() -> None:
    path = newest()
    path.write_text(with_state(path.read_text(encoding="utf-8"), asyncio.run(state())), encoding="utf-8")
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
