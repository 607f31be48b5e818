"""`@bot words` in any chat: listings as cards with a link that opens them in the bot."""

from aiogram import Bot, Router
from aiogram.enums import ParseMode
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from app.texts import Translator
from dialogs.listing_editor.getters import listing_link
from services.bundle import Services
from services.search import ListingRow, SearchFilters

SHOWN = 10
CACHE_SECONDS = 30


def make_inline() -> Router:
    router = Router(name="inline")
    router.inline_query.register(on_inline)
    return router


async def on_inline(query: InlineQuery, services: Services, bot: Bot, t: Translator) -> None:
    page = await services.market.search(SearchFilters(text=query.query[:100]), limit=SHOWN)
    cards = [_article(row, await listing_link(bot, row.id), t) for row in page.rows]
    await query.answer(list(cards), cache_time=CACHE_SECONDS, is_personal=True)


def _article(row: ListingRow, link: str, t: Translator) -> InlineQueryResultArticle:
    facts = {"title": row.title, "subscribers": row.subscribers, "price_nano": row.price_nano}
    button = InlineKeyboardButton(text=t("btn-open-listing", plain=True), url=link)
    return InlineQueryResultArticle(
        id=str(row.id),
        title=row.title,
        description=t("search-inline-facts", facts, plain=True),
        input_message_content=InputTextMessageContent(
            message_text=t("search-inline-card", facts),
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
    )
