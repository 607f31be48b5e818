"""Briefs: channels come with their prices, the advertiser compares, and deals begin agreed."""

from tortoise import Model

from app.sandbox.telegram.views import plain_text
from models import (
    Application,
    ApplicationState,
    Campaign,
    CampaignStatus,
    Channel,
    ChannelManager,
    Deal,
    DealStatus,
    Listing,
)
from tests.journeys import steps
from tests.journeys.test_languages import english_in, speaks_russian
from tests.world import COIN, Person, World


async def link_to(thing: type[Model]) -> str:
    """What a deep link says of the only one of its kind."""
    return f"{thing.__name__.lower()}-{(await thing.get()).pk}"


async def anna_publishes(world: World, budget: str = "20") -> None:
    anna = world.anna
    await anna.starts()
    await anna.taps("Briefs")
    await anna.taps("New brief")
    await anna.says("Tea shop")
    await anna.says("Tell people about our spring teas")
    await anna.says(budget)
    await anna.taps("Publish")
    await anna.sees("Tea shop", "open until")


async def oleg_offers(world: World, price: str = "8") -> None:
    oleg = world.oleg
    await oleg.starts()
    await oleg.taps("Briefs")
    await oleg.taps("For my channels")
    await oleg.taps("Coffee daily")
    await oleg.taps("Tea shop")
    await oleg.taps("Offer a post")
    await oleg.taps("1/24")
    await oleg.says(price)
    await oleg.says("My readers drink tea too")
    await oleg.taps("Send the offer")
    await oleg.sees("Your offer stands")


async def anna_takes(world: World) -> None:
    anna = world.anna
    await anna.sees("Coffee daily offers a post for 8 TON")
    await anna.taps("Open the offer")
    await anna.sees("My readers drink tea too")
    await anna.taps("Begin the deal")
    await anna.sees("Begin this deal?", "8 TON")
    await anna.taps("Yes, begin")
    await anna.sees("deal #1", "wallets needed")


async def test_an_offer_becomes_a_deal_that_ends_with_the_owners_money(world: World) -> None:
    """The same pipeline as from a listing, from the moment at which both have said yes."""
    await steps.oleg_sells_posts(world)
    await anna_publishes(world)
    await oleg_offers(world)
    await anna_takes(world)
    await world.oleg.sees("The advertiser agreed to 8 TON")
    await world.oleg.opens_deal()
    await world.oleg.taps("Conversation")
    await world.oleg.sees("Tell people about our spring teas", "My readers drink tea too")
    await steps.both_connect(world)
    await steps.anna_pays(world)
    await steps.oleg_writes(world)
    await steps.anna_approves(world)
    await steps.both_agree_on_time(world)
    await world.pass_time(hours=50)
    deal = await Deal.get(id=1)
    assert (deal.status, deal.campaign_id) == (DealStatus.RELEASED, (await Campaign.get()).id)
    assert world.oleg.received() == [8 * COIN * 95 // 100]


async def test_a_channel_is_invited_asked_and_declined(world: World) -> None:
    await steps.oleg_sells_posts(world)
    await anna_publishes(world)
    anna, oleg = world.anna, world.oleg
    await anna.starts()
    await anna.taps("Find channels")
    await anna.taps("Coffee daily")
    await anna.taps("Invite to my brief")
    assert "Invited" in await anna.taps("Tea shop")
    await oleg.sees("An advertiser would like to see a post in Coffee daily")
    await oleg.taps("Open the offer")
    await oleg.taps("Write")
    await oleg.says("Which teas?")
    await anna.sees("The channel answers: Which teas?")
    question = next(one for one in reversed(anna.seen_messages()) if "Which teas?" in plain_text(one))
    await anna.says("Green <b>and</b> black", reply_to=question.id)
    await anna.sees("Carried to the other side of the offer")
    await oleg.sees("The advertiser asks: Green <b>and</b> black")
    await oleg.taps("Open the offer")
    await oleg.taps("Make an offer")
    await oleg.taps("1/24")
    await oleg.taps("my usual price")
    await oleg.taps("Skip")
    await oleg.taps("Send the offer")
    await anna.sees("Coffee daily offers a post for 10 TON")
    await anna.taps("Open the offer")
    await anna.taps("Decline")
    await oleg.sees("The advertiser declined the offer")
    assert (await Application.get()).state is ApplicationState.DECLINED
    assert not await Deal.exists()


async def test_a_brief_ends_by_itself_and_is_opened_again(world: World) -> None:
    await steps.oleg_sells_posts(world)
    await anna_publishes(world)
    await oleg_offers(world)
    await world.pass_time(days=13, hours=1)
    await world.anna.sees("Your brief ends in a day")
    await world.pass_time(days=1)
    await world.anna.sees("Your brief has ended")
    await world.oleg.sees("your offer binds you no longer")
    assert (await Campaign.get()).status is CampaignStatus.EXPIRED
    await world.anna.taps("Open the brief")
    await world.anna.taps("Two more weeks")
    await world.anna.sees("open until")
    assert (await Campaign.get()).status is CampaignStatus.OPEN


async def test_a_former_managers_offer_is_not_taken(world: World) -> None:
    """Telegram is asked when the advertiser says yes, not when the offer was made."""
    await steps.oleg_sells_posts(world)
    channels, pavel = world.house.telegram.channels, world.stranger("Pavel")
    rights = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}
    channels.set_admin("coffee_daily", pavel.id, rights)
    await pavel.starts()
    await ChannelManager.create(channel_id=1, user_id=pavel.id, can_accept=True)
    await anna_publishes(world)
    await pavel.starts(await link_to(Campaign))
    await pavel.taps("Offer a post")
    await pavel.taps("Coffee daily")
    await pavel.taps("1/24")
    await pavel.says("8")
    await pavel.taps("Skip")
    await pavel.taps("Send the offer")
    card, withdraw = pavel.remember("Withdraw")
    channels.remove_admin("coffee_daily", pavel.id)
    await world.anna.sees("offers a post")
    await world.anna.taps("Open the offer")
    await world.anna.taps("Begin the deal")
    assert "not there any more" in await world.anna.taps("Yes, begin")
    assert "not yours to see" in await pavel.taps_old(card, withdraw)
    assert not await Deal.exists()
    assert (await Application.get()).state is ApplicationState.APPLIED


async def test_a_stranger_has_no_way_into_anybodys_offer(world: World) -> None:
    """He replays every button of both sides and opens every link; a brief is public, an offer is not."""
    await steps.oleg_sells_posts(world)
    await anna_publishes(world)
    await oleg_offers(world)
    await world.anna.taps("Open the offer")
    mallory = world.stranger()
    await mallory.starts()
    menu, button = mallory.remember("Help")
    for person in (world.anna, world.oleg):
        for data in sorted(buttons_of(person)):
            await mallory.taps_old(menu, {**button, "callback_data": data})
    for payload in (await link_to(Application), await link_to(Campaign), "campaign-99"):
        await mallory.starts(payload)
    assert "My readers drink tea" not in "\n".join(mallory.texts())
    assert (await Application.get()).state is ApplicationState.APPLIED
    assert (await Campaign.get()).status is CampaignStatus.OPEN
    assert not await Deal.exists()


def buttons_of(person: Person) -> set[str]:
    rows = [row for message in person.seen_messages() for row in (message.markup or {}).get("inline_keyboard", [])]
    return {button["callback_data"] for row in rows for button in row if "callback_data" in button}


async def test_a_brief_and_its_deal_in_russian(world: World) -> None:
    anna, oleg = world.anna, world.oleg
    await speaks_russian(oleg)
    await speaks_russian(anna)
    await oleg.taps("Мои каналы")
    await oleg.taps("Добавить канал")
    await oleg.chooses("coffee_daily")
    await anna.taps("Задания")
    await anna.taps("Новое задание")
    await anna.says("Чайная лавка")
    await anna.says("Расскажите о весенних чаях")
    await anna.says("до 20")
    await anna.taps("Опубликовать")
    await anna.sees("Чайная лавка", "открыто до")
    await oleg.starts()
    await oleg.taps("Задания")
    await oleg.taps("Для моих каналов")
    await oleg.taps("Coffee daily")
    await oleg.taps("Чайная лавка")
    await oleg.taps("Предложить пост")
    await oleg.taps("2/48")
    await oleg.says("7,5")
    await oleg.says("Наши читатели любят чай")
    await oleg.taps("Отправить предложение")
    await oleg.sees("Ваше предложение в силе")
    await anna.taps("Открыть предложение")
    await anna.taps("Написать")
    await anna.says("Когда выйдет?")
    await oleg.sees("Рекламодатель спрашивает")
    await anna.starts(await link_to(Campaign))
    await anna.taps("Предложения: 1")
    await anna.taps("Выбрать несколько")
    await anna.taps("Coffee daily")
    await anna.taps("Начать 1 сделку")
    await anna.taps("Да, начать")
    await anna.sees("нужны кошельки")
    deal = await Deal.get(id=1)
    assert (deal.status, deal.price_nano) == (DealStatus.OWNER_ACCEPTED, 7_500_000_000)
    for person in (anna, oleg):
        assert english_in(person) == []


async def test_every_kind_of_link_opens_its_card(world: World) -> None:
    await steps.oleg_sells_posts(world)
    await anna_publishes(world)
    await steps.anna_asks(world)
    links = {Listing: "Choose a package", Channel: "On sale", Campaign: "Tea shop", Deal: "deal #"}
    for thing, words in links.items():
        await world.oleg.starts(await link_to(thing))
        await world.oleg.sees(words)
        await world.oleg.taps("Home")
        await world.oleg.sees("Ads in Telegram channels")


async def test_cards_sent_into_a_channel_lead_to_the_offer_and_to_the_brief(world: World) -> None:
    await steps.oleg_sells_posts(world)
    await anna_publishes(world)
    assert await card_of(world, world.oleg, "coffee") == (
        await link_to(Listing),
        "12,401 subscribers · from 10 TON",
    )
    brief = await link_to(Campaign)
    assert (await card_of(world, world.anna, brief))[0] == brief
    assert await card_of(world, world.oleg, brief) == ("", "")


async def card_of(world: World, person: Person, words: str) -> tuple[str, str]:
    """The payload of the first result's link, and its description."""
    people = world.house.telegram.people
    asked = people.inline(person.id, words)
    await world.until(lambda: asked.results is not None, "an answer to the inline query")
    await world.settle()
    results = asked.results
    if not results:
        return "", ""
    url = str(results[0]["reply_markup"]["inline_keyboard"][0][0]["url"])
    return url.partition("start=")[2], str(results[0]["description"])
