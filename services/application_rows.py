"""Writing of applications: one row per channel and brief, changed only from what it was seen to be."""

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from models import Application, ApplicationMessage, ApplicationState, Campaign, Channel, Deal, DealMessage, Party
from services.errors import CampaignFull, OfferGone, TryAgain
from services.ports import Clock


async def put(
    campaign: Campaign, channel: Channel, known: Application | None, values: dict[str, object], limit: int, clock: Clock
) -> Application:
    """Make the row, or change the one that is `known`. Raises OfferGone when it is not that one any more."""
    now = clock.utcnow()
    if known is not None:
        same = Application.filter(id=known.id, state=known.state, updated_at=known.updated_at)
        if not await same.update(**values, updated_at=now):
            raise OfferGone()
        known.update_from_dict({**values, "updated_at": now})
        return known
    if await Application.filter(campaign_id=campaign.id).count() >= limit:
        raise CampaignFull(limit=limit)
    row = Application(campaign_id=campaign.id, channel_id=channel.id, created_at=now, updated_at=now)
    row.update_from_dict(values)
    try:
        async with in_transaction():
            await row.save()
    except IntegrityError as trouble:
        raise TryAgain() from trouble  # another manager's answer came in between
    return row


async def leave(
    application: Application,
    clock: Clock,
    sources: tuple[ApplicationState, ...],
    target: ApplicationState,
    **expect: object,
) -> None:
    same = Application.filter(id=application.id, state__in=list(sources), **expect)
    if not await same.update(state=target, updated_at=clock.utcnow()):
        raise OfferGone()


async def bring_words(application: Application, deal: Deal, clock: Clock) -> None:
    """The brief, the pitch and what was asked about them are the first lines of the deal's conversation."""
    campaign = application.campaign
    parts = (campaign.title, campaign.text, campaign.links, campaign.restrictions)
    said = [(Party.ADVERTISER, campaign.advertiser_id, "\n\n".join(filter(None, parts)))]
    said += [(Party.OWNER, int(application.applicant_id or 0), application.pitch)] if application.pitch else []
    asked = await ApplicationMessage.filter(application_id=application.id).order_by("id")
    said += [(line.party, line.user_id, line.text) for line in asked]
    for party, user_id, text in said:
        await DealMessage.create(deal_id=deal.id, party=party, user_id=user_id, text=text, created_at=clock.utcnow())
