"""The preview pages of public channels, `/s/<name>`, in the shape in which Telegram shows them.

Views are what people and the page's buttons added, plus what a channel of that size would have brought by now: a share
of the subscribers that is the post's own, reached fast at first and then slower. The same world shows the same views.
"""

from __future__ import annotations

import hashlib
import math
from datetime import UTC, datetime
from html import escape

from aiohttp import web

from app.sandbox.telegram.records import Chat, Message
from app.sandbox.telegram.views import plain_text
from app.sandbox.telegram.world import World

POSTS_SHOWN = 20
LEAST_SHARE, SHARE_SPREAD = 0.18, 0.24
RISE_SECONDS = 8 * 3600
PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title} – Telegram</title></head><body>
<header><div class="tgme_header_counter">{subscribers} subscribers</div></header>
<div class="tgme_channel_info"><div class="tgme_channel_info_counters">
<div class="tgme_channel_info_counter"><span class="counter_value">{subscribers}</span> \
<span class="counter_type">subscribers</span></div></div></div>
<main><section class="tgme_channel_history js-message_history">
{posts}
</section></main></body></html>
"""
POST = """<div class="tgme_widget_message_wrap js-widget_message_wrap">
<div class="tgme_widget_message js-widget_message" data-post="{name}/{id}"><div class="tgme_widget_message_bubble">
<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>
<div class="tgme_widget_message_footer"><div class="tgme_widget_message_info short js-message_info">
<span class="tgme_widget_message_views">{views}</span><span class="copyonly"> views</span>
<span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/{name}/{id}">\
<time datetime="{at}" class="time">{clock}</time></a></span></div></div></div></div></div>"""


def views_by(chat: Chat, message: Message, now: float) -> int:
    """How many have seen the post at the moment `now`."""
    digest = hashlib.sha256(f"{chat.id}:{message.id}".encode()).digest()
    share = LEAST_SHARE + SHARE_SPREAD * digest[0] / 255
    rise = 1 - math.exp(-max(now - message.date, 0) / RISE_SECONDS)
    return message.views + int(chat.member_count * share * rise)


def short(count: int) -> str:
    """As Telegram writes large numbers: 1.2K."""
    for scale, letter in ((10**6, "M"), (10**3, "K")):
        if count >= scale:
            tenths = count * 10 // scale
            return f"{tenths // 10}{letter}" if tenths % 10 == 0 or tenths >= 1000 else f"{tenths / 10:.1f}{letter}"
    return str(count)


def preview_page(chat: Chat, now: float) -> str:
    posts = [message for message in chat.messages.values() if not message.is_service and first_of_album(chat, message)]
    newest = sorted(posts, key=lambda message: message.id)[-POSTS_SHOWN:]
    return PAGE.format(
        title=escape(chat.title or ""),
        subscribers=short(chat.member_count),
        posts="\n".join(_post(chat, message, now) for message in newest),
    )


def first_of_album(chat: Chat, message: Message) -> bool:
    """An album is one post, whose number is its first item's."""
    before = chat.messages.get(message.id - 1)
    return message.album is None or before is None or before.album != message.album


def _post(chat: Chat, message: Message, now: float) -> str:
    at = datetime.fromtimestamp(message.date, UTC)
    return POST.format(
        name=chat.username,
        id=message.id,
        text=escape(plain_text(message)),
        views=short(views_by(chat, message, now)),
        at=at.isoformat(),
        clock=f"{at:%H:%M}",
    )


def add_preview_routes(app: web.Application, world: World) -> None:
    async def show(request: web.Request) -> web.StreamResponse:
        chat = world.public_chat(request.match_info["name"])
        if chat is None or not chat.is_channel:
            raise web.HTTPNotFound
        return web.Response(text=preview_page(chat, world.clock.now()), content_type="text/html")

    app.router.add_get("/s/{name}", show)
