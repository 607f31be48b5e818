"""The floors of the house, as data: which part of the code may import which.

A part is a dotted prefix; the longest one that fits a module decides. `ours` lists the parts of this project that it
may import besides itself; `theirs` lists the third-party packages that it must not import, or, with ONLY in front, the
sole ones that it may.
"""

from dataclasses import dataclass

ONLY = "only"
DOORS_SHARE = ("services", "models", "app.texts")  # what people can do, the nouns, and the words
WIRE = ("aiogram", "aiogram_dialog", "aiohttp", "taskiq", "taskiq_redis", "redis", "pytoniq", "pytoniq_core")
CLIENTS = ("ton_connect", "tonutils", "limits", "httpx", "requests", "asyncpg", "aiosqlite", "jinja2")


@dataclass(frozen=True)
class Floor:
    part: str
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()

    def forbids_package(self, package: str) -> bool:
        if self.theirs[:1] == (ONLY,):
            return package not in self.theirs[1:]
        return package in self.theirs

    def allows_ours(self, module: str) -> bool:
        return any(within(module, part) for part in (self.part, *self.ours))


EVERYTHING_BUT_ADAPTERS = (
    "app.config",
    "app.demands",
    "app.texts",
    "app.log",
    "app.metrics",
    "app.redaction",
    "app.crash_reports",
    "app.wiring",
    "app.dispatching",
    "app.in_flight",
    "app.roles",
    "app.serving",
    "app.polling",
    "app.lifetime",
    "app.timekeeper",
    "app.database",
    "app.redraw",
    "app.leader",
    "app.webhook",
    "app.doctor",
    "app.reload",
    "app.web",
    "app.tasks",
    "app.sandbox",
    "handlers",
    "dialogs",
    "services",
    "models",
)

FLOORS = (
    # Nouns.
    Floor("models", theirs=(ONLY, "tortoise")),
    # What people can do, and the ports it needs: no wire, no client.
    Floor("services", ours=("models",), theirs=(*WIRE, *CLIENTS)),
    # Doors: they know the services and never each other; only the handlers open dialogs.
    Floor("dialogs", ours=DOORS_SHARE, theirs=("aiohttp", "taskiq", "taskiq_redis", "redis", *CLIENTS)),
    Floor(
        "handlers",
        ours=("dialogs", "app.metrics", *DOORS_SHARE),
        theirs=("aiohttp", "taskiq", "taskiq_redis", "redis", *CLIENTS),
    ),
    Floor(
        "app.web",
        ours=("app.config", "app.metrics", *DOORS_SHARE),
        theirs=("aiogram_dialog", "taskiq", "taskiq_redis", "redis", "pytoniq"),
    ),
    Floor(
        "app.tasks",
        ours=("app.config", "app.metrics", *DOORS_SHARE),
        theirs=("aiogram", "aiogram_dialog", "aiohttp", "pytoniq", "pytoniq_core"),
    ),
    # Plugs: they implement the services' ports.
    Floor("app.adapters", ours=("contracts", "app.config", "app.metrics", *DOORS_SHARE), theirs=("aiogram_dialog",)),
    # The other end of the wire knows the protocols and the contract, and nothing of the product.
    Floor("app.sandbox", ours=("contracts",), theirs=("aiogram_dialog", "taskiq", "taskiq_redis", "redis", "tortoise")),
    # Cells only.
    Floor("contracts", theirs=(ONLY, "pytoniq_core")),
    # Small things that everybody in app/ may use.
    Floor("app.texts", ours=("services", "models"), theirs=(*WIRE, "tortoise")),
    Floor("app.redaction", ours=("app.config",), theirs=(*WIRE, "tortoise")),
    Floor("app.log", ours=("app.redaction", "services.trace"), theirs=(*WIRE, "tortoise")),
    Floor("app.crash_reports", ours=("app.redaction", "services.trace"), theirs=(*WIRE, "tortoise")),
    Floor("app.metrics", theirs=(*WIRE, "tortoise")),
    Floor("app.config", ours=("app.demands", "services.settings"), theirs=(*WIRE, "tortoise")),
    Floor("app.demands", ours=("app.config",), theirs=(*WIRE, "tortoise")),
    # The only places that name concrete classes: nobody else names an adapter.
    Floor("app.wiring", ours=("app.adapters", "contracts", *EVERYTHING_BUT_ADAPTERS)),
    Floor("app.dispatching", ours=("app.adapters", *EVERYTHING_BUT_ADAPTERS)),
    Floor("app.in_flight", theirs=("aiogram_dialog", "aiohttp", "taskiq", "redis", "tortoise")),
    # What a process does, on top of the wiring; the redrawing of screens reads events and is told how to draw.
    Floor("app.roles", ours=(*EVERYTHING_BUT_ADAPTERS, "app.demo")),
    Floor("app.serving", ours=EVERYTHING_BUT_ADAPTERS),
    Floor("app.polling", ours=EVERYTHING_BUT_ADAPTERS),
    Floor("app.lifetime", ours=("app.web.health",), theirs=WIRE),
    Floor("app.timekeeper", ours=("services",), theirs=WIRE),
    Floor("app.demo", ours=("app.sandbox.house", "services", "models"), theirs=WIRE),
    Floor("app.__main__", ours=EVERYTHING_BUT_ADAPTERS),
    Floor("app.database", ours=("app.config", "models"), theirs=WIRE),
    Floor("app.redraw", ours=("services", "models"), theirs=WIRE),
    # One acting process among many; the door through which Telegram calls; what looks a deployment over.
    Floor("app.leader", ours=("services", "models"), theirs=WIRE),
    Floor("app.webhook", ours=("app.leader", "app.texts", "handlers", "services", "models")),
    Floor("app.doctor", ours=EVERYTHING_BUT_ADAPTERS),
    Floor("app.reload", theirs=WIRE),
    Floor("app", theirs=WIRE),
    Floor("migrations", theirs=WIRE),
    Floor("scripts", ours=("app.config", "services", "models"), theirs=WIRE),
)
UNGUARDED = ("tests",)  # tests may look at everything


def within(module: str, part: str) -> bool:
    return module == part or module.startswith(f"{part}.")


def floor_of(module: str) -> Floor | None:
    """The most particular floor that the module stands on."""
    fitting = [floor for floor in FLOORS if within(module, floor.part)]
    return max(fitting, key=lambda floor: len(floor.part), default=None)
