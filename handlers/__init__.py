"""The chat's door: updates in, screens out. `attach` puts everything on a dispatcher, in the order that matters.

Order: identity, commands (they work inside any screen), what Telegram tells us, the screens, and then what nobody took.
All routers live in one house, whose inner middleware meets refusals: it stays inside of the dialogs' own middlewares
(so that what a refusal redraws is also saved) whether `setup_dialogs` is called before `attach` or after it.
"""

from aiogram import Bot, Dispatcher, Router
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, MenuButtonWebApp, WebAppInfo

from app.texts import LANGUAGES, Texts
from dialogs.stale import RefusalMiddleware
from handlers.admin import make_admin_commands
from handlers.commands import make_commands
from handlers.errors import make_errors
from handlers.inline import make_inline
from handlers.leftovers import make_leftovers, make_unheard
from handlers.membership import make_membership
from handlers.middlewares import Identity
from handlers.replies import make_replies
from handlers.screens import make_screens
from handlers.throttle import Throttle
from services.bundle import Services

COMMANDS = ("start", "help", "language", "support", "privacy", "terms")
"""The commands that everybody sees; `/admin` is not announced."""


def attach(dp: Dispatcher, services: Services, texts: Texts, throttle: Throttle | None = None) -> None:
    dp.update.outer_middleware(Identity(services, texts))
    if throttle is not None:
        dp.update.outer_middleware(throttle)
    screens = make_screens()
    house = Router(name="house")
    house.message.middleware(RefusalMiddleware())
    house.callback_query.middleware(RefusalMiddleware())
    house.include_routers(
        make_errors(),
        make_commands(),
        make_admin_commands(),
        make_membership(),
        make_inline(),
        make_replies(),
        make_unheard(screens),
        *screens,
        make_leftovers(),
    )
    dp.include_router(house)


def bot_commands(texts: Texts, language: str) -> list[BotCommand]:
    t = texts.translator(language)
    return [BotCommand(command=name, description=t(f"cmd-{name}", plain=True)) for name in COMMANDS]


async def announce(bot: Bot, texts: Texts, app_url: str) -> None:
    """What people find beside the text field: the commands, and the Mini App where there is one."""
    await announce_commands(bot, texts)
    await announce_app(bot, texts, app_url)


async def announce_commands(bot: Bot, texts: Texts) -> None:
    """Tell Telegram what the menu of commands says, in each language; English is the default."""
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(bot_commands(texts, "en"), scope=scope)
    for language in LANGUAGES:
        await bot.set_my_commands(bot_commands(texts, language), scope=scope, language_code=language)


async def announce_app(bot: Bot, texts: Texts, url: str) -> None:
    """The button beside the text field opens the Mini App. Telegram knows one label for all languages."""
    if url:
        words = texts.translator("en")("btn-open-app", plain=True)
        await bot.set_chat_menu_button(menu_button=MenuButtonWebApp(text=words, web_app=WebAppInfo(url=url)))
