"""The owner's channels: adding, looking again, figures, people."""

from app.web.api.calls import Call
from app.web.api.models import Done, PathId
from app.web.api.models_market import (
    Channel,
    ChannelCard,
    Channels,
    Manager,
    ManagerChanges,
    Managers,
    NewChannel,
    PageQuery,
    Snapshot,
    Statistics,
)
from app.web.api.routes import Routes
from models import Channel as ChannelRow
from models import ChannelManager, ManagerRight, StatsSnapshot, User
from services import parsing

routes = Routes("Owner: channels")


@routes.post("/owner/channels", status=201)
async def add_channel(call: Call, body: NewChannel) -> Channel:
    """Verify bot and person in Telegram, store the channel, take its first figures."""
    return channel_of(await call.services.channels.add(call.actor, parsing.channel_ref(body.username)))


@routes.get("/owner/channels")
async def my_channels(call: Call) -> Channels:
    return Channels(channels=[channel_of(row) for row in await call.services.channels.mine(call.actor)])


@routes.get("/owner/channels/{channel_id}")
async def show_channel(call: Call, channel_id: PathId) -> ChannelCard:
    card = await call.services.channels.card(call.actor, channel_id)
    return ChannelCard(
        channel=channel_of(card.channel),
        me=manager_of(card.manager, call.person),
        snapshot=snapshot_of(card.snapshot) if card.snapshot else None,
        payees=[user.first_name for user in card.payees],
        listing_id=card.listing.id if card.listing else None,
    )


@routes.post("/owner/channels/{channel_id}/check")
async def check_channel(call: Call, channel_id: PathId) -> Channel:
    """Ask Telegram about everything anew. Rights that turn out lost are lost from now on."""
    return channel_of(await call.services.channels.check_again(call.actor, channel_id))


@routes.get("/owner/channels/{channel_id}/statistics")
async def channel_statistics(call: Call, channel_id: PathId, query: PageQuery) -> Statistics:
    """Dated figures with their source, newest first."""
    await call.services.channels.card(call.actor, channel_id)
    return await statistics_of(channel_id, query)


@routes.get("/owner/channels/{channel_id}/managers")
async def channel_managers(call: Call, channel_id: PathId) -> Managers:
    await call.services.channels.card(call.actor, channel_id)
    rows = await ChannelManager.filter(channel_id=channel_id).select_related("user").order_by("id")
    return Managers(managers=[manager_of(row, row.user, row.user_id == call.actor.user_id) for row in rows])


@routes.patch("/owner/channels/{channel_id}/managers/{user_id}")
async def name_payee(call: Call, channel_id: PathId, user_id: PathId, body: ManagerChanges) -> Done:
    """The channel's creator says who may take the money."""
    people = call.services.channels.people
    await people.set_right(call.actor, channel_id, user_id, ManagerRight.PAYOUT, body.can_payout)
    return Done()


async def statistics_of(channel_id: int, query: PageQuery) -> Statistics:
    before = before_id(query.after)
    found = StatsSnapshot.filter(channel_id=channel_id)
    found = found.filter(id__lt=before) if before else found
    rows = await found.order_by("-id").limit(query.limit + 1)
    shown = rows[: query.limit]
    more = str(shown[-1].id) if len(rows) > query.limit else None
    return Statistics(snapshots=[snapshot_of(row) for row in shown], next=more)


def before_id(after: str | None) -> int | None:
    """A cursor that is the last row's id."""
    return int(after) if after is not None else None


def channel_of(row: ChannelRow) -> Channel:
    return Channel(
        id=row.id,
        chat_id=row.chat_id,
        title=row.title,
        username=row.username,
        subscribers=row.subscribers,
        status=row.status,
    )


def snapshot_of(row: StatsSnapshot) -> Snapshot:
    return Snapshot(
        taken_at=row.taken_at, source=row.source, subscribers=row.subscribers, average_views=row.average_views
    )


def manager_of(row: ChannelManager, user: User, is_me: bool = True) -> Manager:
    return Manager(
        user_id=row.user_id,
        first_name=user.first_name,
        username=user.username,
        can_accept=row.can_accept,
        can_creative=row.can_creative,
        can_payout=row.can_payout,
        is_me=is_me,
    )
