"""`@bot words` in any chat: cards with a link that opens them in the bot.

Listings are everybody's to show, briefs their advertiser's own. `listing-5` and `campaign-5` ask for one thing alone:
that is what the buttons "Show to others" write.
"""

import re

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
from dialogs.campaigns.briefs import brief_facts, parts_of
from dialogs.listing_editor.getters import deep_link
from models import Campaign
from services.actor import Actor
from services.bundle import Services
from services.search import ListingRow, SearchFilters

SHOWN = 10
CACHE_SECONDS = 30
ONE = re.compile(r"(listing|campaign)-(\d{1,18})")


def make_inline() -> Router:
    router = Router(name="inline")
    router.inline_query.register(on_inline)
    return router


async def on_inline(query: InlineQuery, services: Services, actor: Actor, bot: Bot, t: Translator) -> None:
    words = query.query[:100].strip()
    briefs = [one for one in await services.campaigns.open_ones(actor) if _is_meant(one, words)]
    cards = [_brief(one, await deep_link(bot, "campaign", one.id), t) for one in briefs]
    for row in await _listings(services, words):
        cards.append(_listing(row, await deep_link(bot, "listing", row.id), t))
    await query.answer(list(cards), cache_time=CACHE_SECONDS, is_personal=True)


def _is_meant(campaign: Campaign, words: str) -> bool:
    one = ONE.fullmatch(words)
    if one is not None:
        return one[1] == "campaign" and int(one[2]) == campaign.id
    return words.lower() in campaign.title.lower()


async def _listings(services: Services, words: str) -> list[ListingRow]:
    one = ONE.fullmatch(words)
    if one is None:
        return (await services.market.search(SearchFilters(text=words), limit=SHOWN)).rows
    if one[1] == "campaign":
        return []
    row = await services.market.row(int(one[2]))
    return [row] if row else []


def _listing(row: ListingRow, link: str, t: Translator) -> InlineQueryResultArticle:
    facts = {
        "title": row.title,
        "subscribers": row.subscribers,
        "price_nano": row.price_nano,
        "views_known": row.average_views is not None,
        "average_views": row.average_views or 0,
        "cpm_nano": row.cpm_nano or 0,
    }
    description = t("search-inline-facts", facts, plain=True)
    return _article(f"listing-{row.id}", row.title, description, t("search-inline-card", facts), link, t)


def _brief(campaign: Campaign, link: str, t: Translator) -> InlineQueryResultArticle:
    facts = brief_facts(parts_of(campaign))
    description = t("campaigns-inline-facts", facts, plain=True)
    words = t("campaigns-inline-card", facts)
    return _article(f"campaign-{campaign.id}", campaign.title, description, words, link, t)


def _article(id: str, title: str, description: str, words: str, link: str, t: Translator) -> InlineQueryResultArticle:
    label = t(f"btn-open-{id.partition('-')[0]}", plain=True)
    return InlineQueryResultArticle(
        id=id,
        title=title,
        description=description,
        input_message_content=InputTextMessageContent(
            message_text=words,
            parse_mode=ParseMode.HTML,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=label, url=link)]]),
    )
