"""The delivery receipt in the chat; the page says the same at greater length."""

from collections.abc import Sequence

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Url
from aiogram_dialog.widgets.link_preview import LinkPreview
from aiogram_dialog.widgets.text import Format, List

from app.texts import Translator
from dialogs.deal_room.scope import deal_id_of, title_facts
from dialogs.scope import Facts
from dialogs.states import DealRoom
from dialogs.widgets import KeyOf, L, T, way_to
from services.actor import Actor
from services.bundle import Services
from services.ports import Media
from services.posting.looks import looks_at

TEXT_SHOWN = 300
CHECKS_SHOWN = 15


def receipt_window() -> Window:
    return Window(
        T("deal-card-title"),
        T("deal-receipt"),
        T("deal-receipt-post"),
        T("deal-receipt-media", when="media"),
        T("deal-receipt-checks"),
        List(KeyOf("look_key"), items="looks"),
        T("deal-receipt-money"),
        T("deal-receipt-hashes"),
        Url(L("btn-receipt-page"), Format("{receipt_url}"), id="page"),
        way_to(DealRoom.card),
        LinkPreview(is_disabled=True),
        state=DealRoom.receipt,
        getter=receipt,
    )


async def receipt(dialog_manager: DialogManager, services: Services, actor: Actor, t: Translator, **_: object) -> Facts:
    found = await services.receipts.of(actor, deal_id_of(dialog_manager))
    posting, money = found.posting, found.money
    return {
        **title_facts(found.deal),
        "looks": looks_at(found.checks[-CHECKS_SHOWN:], posting),
        "outcome": found.deal.outcome.value if found.deal.outcome else "refund",
        "posted_at": posting.posted_at,
        "post_url": posting.url or "",
        "text": found.content.text[:TEXT_SHOWN] or "…",
        "media": _media(found.content.media, t),
        "top_hours": found.terms.top_hours,
        "feed_hours": found.terms.feed_hours,
        "intact": found.intact,
        "count": len(found.checks),
        "owner_nano": money.owner_nano,
        "fee_nano": money.fee_nano,
        "advertiser_nano": money.advertiser_nano,
        "address": money.address,
        "terms_hash": found.deal.terms_hash,
        "post_hash": posting.fingerprint,
        "receipt_url": found.url,
    }


def _media(media: Sequence[Media], t: Translator) -> str:
    return ", ".join(t("receipt-medium", kind=medium.kind, plain=True) for medium in media)
