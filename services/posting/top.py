"""The hours on top: what was promised to the advertiser, and who breaks it.

The owner is told before, on the notice that the post is out. A post of somebody else's in those hours is written down
as evidence and told to both at once: the owner may still take it away, the advertiser may dispute. It decides nothing
by itself, because a bot cannot see for how long that post stood.
"""

from datetime import datetime

from tortoise.transactions import in_transaction

from models import Deal, DealStatus, Party, Posting, PostingState
from services.notices import tell_party
from services.ports import Clock
from services.posting.schedule import queue_in_line

WATCHED = (DealStatus.POSTED, DealStatus.RETENTION_CHECK, DealStatus.DISPUTED)


async def on_other_post(chat_id: int, message_id: int, album: str | None, at: datetime, clock: Clock) -> bool:
    """A post that we did not send. True if it broke a promise that was still whole; an album breaks it once."""
    standing = Posting.filter(channel__chat_id=chat_id, state=PostingState.POSTED, top_ends_at__gt=at)
    posting = await standing.filter(deal__status__in=list(WATCHED), deal__verdict=None).order_by("-id").first()
    if posting is None or message_id <= max(posting.message_ids, default=message_id):
        return False
    entry: dict[str, object] = {"message_id": message_id, "at": at.isoformat(), "album": album}
    if not await _note(posting, entry):
        return False
    deal = await Deal.get(id=posting.deal_id).select_related("channel")
    until = posting.top_ends_at.isoformat() if posting.top_ends_at else ""
    args: dict[str, object] = {"deal": deal.id, "channel": deal.channel.title, "until_at": until}
    await tell_party(deal, Party.OWNER, "notice-top-broken-owner", args, clock)
    await tell_party(deal, Party.ADVERTISER, "notice-top-broken-advertiser", args, clock)
    return True


async def _note(posting: Posting, entry: dict[str, object]) -> bool:
    """Append to what is there now: two posts may come at once, and Telegram may tell of one twice."""
    async with in_transaction():
        await queue_in_line(posting.channel_id)
        noted = (await Posting.get(id=posting.id)).intrusions
        known = {one["message_id"] for one in noted}
        albums = {one["album"] for one in noted if one["album"]}
        if entry["message_id"] in known or entry["album"] in albums:
            return False
        await Posting.filter(id=posting.id).update(intrusions=[*noted, entry])
    return True
