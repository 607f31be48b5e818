"""What every screen of a deal needs to know first: which deal it shows, and how to name it."""

from aiogram_dialog import DialogManager

from dialogs.scope import started_with
from models import Deal


def deal_id_of(manager: DialogManager) -> int:
    """The deal of this screen; 0 when it was opened without one."""
    return int(started_with(manager, "deal_id") or 0)


def dashed(name: str) -> str:
    """`owner_accepted` as text keys spell it."""
    return name.replace("_", "-")


def title_facts(deal: Deal) -> dict[str, object]:
    return {"deal": deal.id, "channel": deal.channel.title}
