"""The offer in hand: what this dialog was started with, and what was chosen and written on the way."""

from aiogram_dialog import DialogManager

from dialogs.scope import kept
from services.applications import OfferDraft


def campaign_id_of(manager: DialogManager) -> int:
    return int(kept(manager, "campaign_id") or 0)


def channel_id_of(manager: DialogManager) -> int:
    return int(kept(manager, "channel_id") or 0)


def application_id_of(manager: DialogManager) -> int:
    return int(kept(manager, "application_id") or 0)


def draft_of(manager: DialogManager) -> OfferDraft:
    data = manager.dialog_data
    return OfferDraft(
        campaign_id=campaign_id_of(manager),
        channel_id=channel_id_of(manager),
        format_name=str(data.get("format_name", "")),
        price_nano=int(data.get("price_nano", 0)),
        pitch=str(data.get("pitch", "")),
    )
