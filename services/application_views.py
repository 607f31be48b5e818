"""What both sides of an application do: look at it, and ask each other about it."""

from dataclasses import dataclass, field

from tortoise.transactions import in_transaction

from models import Application, ApplicationMessage, Campaign, Channel, ManagerRight, Party
from services.actor import Actor
from services.application_access import check_not_banned, load_application
from services.application_part import ApplicationPart
from services.campaigns import STANDING, cleaned, notice_of, tell_managers
from services.comparing import figures_of
from services.deals.terms import Terms
from services.errors import OfferGone
from services.notices import tell

LINE_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """An application as one of its two sides sees it."""

    application: Application
    campaign: Campaign
    channel: Channel
    party: Party
    terms: Terms | None
    """None while the channel is only invited."""
    average_views: int | None
    cpm_nano: int | None
    obstacle: str
    """Why the offer cannot be taken now: `brief`, `time`, `closed`; empty when it can, or when there is none."""
    lines: list[ApplicationMessage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Discussing(ApplicationPart):
    async def look(self, actor: Actor, application_id: int) -> ApplicationView:
        application, party = await load_application(actor, application_id)
        terms = Terms.from_json(application.terms) if application.terms else None
        views, cpm_nano = await figures_of(application)
        lines = await ApplicationMessage.filter(application_id=application_id).order_by("-id").limit(6)
        return ApplicationView(
            application=application,
            campaign=application.campaign,
            channel=application.channel,
            party=party,
            terms=terms,
            average_views=views,
            cpm_nano=cpm_nano,
            obstacle=self.obstacle(application, terms) if terms else "",
            lines=lines[::-1],
        )

    async def write(self, actor: Actor, application_id: int, text: str) -> None:
        """Ask, or answer: one line to the other side."""
        body = cleaned(text, LINE_LIMIT, required=True)
        await check_not_banned(actor)
        application, party = await load_application(actor, application_id)
        if application.state not in STANDING:
            raise OfferGone()
        if party is Party.OWNER:
            await self.authorizer.speaks(actor, application.channel_id, ManagerRight.ACCEPT)
        args = {**notice_of(application.campaign, application), "channel": application.channel.title, "text": body}
        async with in_transaction():
            await ApplicationMessage.create(
                application_id=application_id,
                party=party,
                user_id=actor.user_id,
                text=body,
                created_at=self.clock.utcnow(),
            )
            if party is Party.ADVERTISER:
                await tell_managers(application.channel_id, "notice-campaign-question", args, self.clock)
            else:
                advertiser = application.campaign.advertiser_id
                await tell(advertiser, "notice-campaign-answer", args, None, self.clock)
