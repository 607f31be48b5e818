"""Who may import whom: the picture of the floors in ARCHITECTURE.md, kept by the source itself."""

import ast

import pytest

from tests.architecture.floors import FLOORS, UNGUARDED, floor_of, within
from tests.architecture.source import imports, is_standard, modules, top_names

OURS = top_names() | {floor.part.split(".", 1)[0] for floor in FLOORS} | set(UNGUARDED)


def breaches(module: str, tree: ast.Module) -> list[str]:
    """What the module imports against the rules of its floor."""
    floor = floor_of(module)
    if floor is None:
        return [f"{module} stands on no floor: give it one in tests/architecture/floors.py"]
    found = []
    for line, name in imports(module, tree):
        package = name.split(".", 1)[0]
        if is_standard(package):
            continue
        wrong = not floor.allows_ours(name) if package in OURS else floor.forbids_package(package)
        if wrong:
            found.append(f"{module}:{line} imports {name}, which {floor.part} may not")
    return found


def test_nobody_imports_from_a_floor_that_is_not_theirs() -> None:
    guarded = [(name, tree) for name, tree in modules() if not any(within(name, part) for part in UNGUARDED)]
    assert guarded, "no module was found"
    found = [breach for name, tree in guarded for breach in breaches(name, tree)]
    assert not found, "\n".join(found)


def test_every_floor_is_named_once() -> None:
    parts = [floor.part for floor in FLOORS]
    assert len(parts) == len(set(parts))


@pytest.mark.parametrize(
    ("module", "line", "allowed"),
    [
        ("models.deal", "from tortoise import fields", True),
        ("models.deal", "from models.user import User", True),
        ("models.deal", "import pydantic", False),
        ("models.deal", "from services import money", False),
        ("services.deals.usecases", "from models import Deal", True),
        ("services.deals.usecases", "import aiohttp", False),
        ("services.deals.usecases", "from app.adapters.toncenter import Toncenter", False),
        ("services.deals.usecases", "def f():\n    from aiogram import Bot", False),
        ("dialogs.menu.dialog", "from services.actor import Actor", True),
        ("dialogs.menu.dialog", "from handlers import commands", False),
        ("dialogs.menu.dialog", "from app.tasks import relay", False),
        ("handlers.commands", "from dialogs.states import Menu", True),
        ("app.web.api", "import dialogs.states", False),
        ("app.tasks.relay", "from app.web import server", False),
        ("app.adapters.telegram", "from services.ports import Telegram", True),
        ("app.sandbox.chain.chain", "from contracts import escrow", True),
        ("app.sandbox.chain.chain", "from services import money", False),
        ("app.roles", "from app.adapters.cache import Cache", False),
        ("app.roles", "from app import adapters", False),
        ("app.__main__", "from app import wiring", True),
        ("app.wiring", "from app.adapters.cache import Cache", True),
        ("contracts.escrow", "from pytoniq_core import Cell", True),
        ("contracts.escrow", "import aiohttp", False),
        ("services.money", "import tests.makers", False),
        ("brand_new.package", "import os", False),
    ],
)
def test_the_guard_tells_a_proper_import_from_a_breach(module: str, line: str, allowed: bool) -> None:
    assert (breaches(module, ast.parse(line)) == []) is allowed
