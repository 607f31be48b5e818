"""A post that may be up and was not found, in a deal for which no dispute can be opened.

While the deal is undecided the search goes on: an answer that is lost would be a post that nobody watches. After a
verdict it goes on for a day, so that a refund takes the post down. Then people are asked: the owner to delete what he
finds, the admins to know of it.
"""

from datetime import timedelta

from models import FINAL_STATUSES, Deal, Party, Posting, PostingState, Verdict
from services.notices import tell, tell_party
from services.ports import Clock
from services.posting import claims
from services.posting.vaults import Vaults

PAUSE = timedelta(hours=1)
"""Each search leaves a marker in the channel for a moment; nothing here is urgent."""
PATIENCE = timedelta(days=1)


def is_settled(deal: Deal) -> bool:
    return deal.verdict is not None or deal.status in FINAL_STATUSES


async def search_on(deal: Deal, posting: Posting, vaults: Vaults, clock: Clock) -> None:
    """Look again later; give up a day after the post was due, once the deal is settled. `deal` is fresh."""
    now = clock.utcnow()
    if not is_settled(deal) or now < posting.due_at + PATIENCE:
        await claims.put_back(posting, PostingState.AMBIGUOUS, now + PAUSE, "post-unclear")
        return
    gone = await claims.write(posting, state=PostingState.MISSED, claimed_until=None, error="post-unclear")
    if not gone or Verdict.REFUND not in (deal.verdict, deal.outcome):
        return
    args: dict[str, object] = {"deal": deal.id, "channel": deal.channel.title}
    await tell_party(deal, Party.OWNER, "notice-post-unfound-owner", args, clock)
    for admin_id in sorted(vaults.admin_ids):
        await tell(admin_id, "notice-post-unfound-admin", args, deal.id, clock)
