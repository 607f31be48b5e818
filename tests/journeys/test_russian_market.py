"""The flows around a deal in Russian: people of a channel, its rights and figures, search, bargaining, help, the desk.

Each screen and notice on the way is read: a sentence that was left in English fails the story.
"""

from models import (
    Broadcast,
    BroadcastState,
    Channel,
    ChannelManager,
    ChannelStatus,
    Deal,
    DealStatus,
    Listing,
    ListingStatus,
    Report,
)
from tests.journeys.test_languages import english_in, oleg_lists, oleg_lists_and_anna_asks, speaks_russian
from tests.world import Person, World

ALL = {"can_post_messages": True, "can_edit_messages": True, "can_delete_messages": True}
TWO = {"can_post_messages": True, "can_edit_messages": True}


async def both_speak_russian(world: World, *others: Person) -> None:
    for person in (world.oleg, world.anna, *others):
        await speaks_russian(person)


def all_is_russian(*people: Person) -> None:
    for person in people:
        assert english_in(person) == []


async def test_a_channel_comes_in_and_gets_a_price_and_words(world: World) -> None:
    oleg = world.oleg
    await both_speak_russian(world)
    await oleg.taps("Мои каналы")
    await oleg.taps("Добавить канал")
    await oleg.says("нет такого")
    await oleg.sees("такого канала не понимаю")
    world.channels.set_admin("coffee_daily", "bot", TWO, by=oleg.id)
    await world.settle()
    await oleg.says("@coffee_daily")
    await oleg.sees("✅ изменять", "❌ удалять")
    world.channels.set_admin("coffee_daily", "bot", ALL, by=oleg.id)
    await world.settle()
    await oleg.taps("Назначить цены")
    await oleg.taps("Пакеты и цены")
    await oleg.taps("2/48")
    await oleg.says("1,5 тыс")
    await oleg.taps("Описание")
    await oleg.says("О кофе и кофейнях")

    all_is_russian(oleg)


async def test_a_channels_people_its_rights_and_its_figures(world: World) -> None:
    oleg, anna, mila = world.oleg, world.anna, world.stranger("Mila")
    await both_speak_russian(world, mila)
    await oleg_lists(world)
    world.channels.set_admin("coffee_daily", mila.id, "all")
    await oleg.starts("channel-1")
    await oleg.taps("Люди")
    await oleg.taps("Mila")
    await oleg.taps("Посты")
    await mila.sees("Теперь вы представляете этот канал")
    await mila.starts("channel-1")
    await mila.taps("Люди")
    world.channels.remove_admin("coffee_daily", mila.id)
    await world.settle()
    await mila.sees("Вы больше не представляете этот канал")
    assert not await ChannelManager.filter(user_id=mila.id).exists()

    world.channels.set_admin("coffee_daily", "bot", TWO)
    await world.settle()
    assert (await Channel.get()).status is ChannelStatus.RIGHTS_LOST
    await oleg.starts("channel-1")
    await oleg.taps("Проверить снова")
    world.channels.set_admin("coffee_daily", "bot", ALL)
    await world.settle()
    assert (await Listing.get()).status is ListingStatus.ACTIVE

    await world.pass_time(days=2)
    await anna.taps("Найти каналы")
    await anna.taps("Coffee daily")
    await anna.taps("Статистика")
    await anna.sees("подписчик")
    await anna.taps("Просмотры")
    all_is_russian(oleg, anna, mila)


async def test_search(world: World) -> None:
    anna = world.anna
    await both_speak_russian(world)
    await oleg_lists(world)
    await anna.starts()
    await anna.taps("Найти каналы")
    await anna.taps("Фильтры")
    await anna.taps("Подписчики")
    await anna.says("больше 1 млн")
    await anna.taps("Показать")
    await anna.sees("Ничего не подошло")
    await anna.says("coff")
    await anna.taps("Фильтры")
    await anna.taps("Сбросить всё")
    await anna.taps("Показать")
    await anna.sees("Coffee daily")
    all_is_russian(anna)


async def test_bargaining_and_words(world: World) -> None:
    anna, oleg = world.anna, world.oleg
    await both_speak_russian(world)
    await oleg_lists_and_anna_asks(world)
    await oleg.opens_deal_in("Обсуждаются условия")
    await oleg.taps("Другие условия")
    await oleg.says("дорого")
    await oleg.sees("дорого")
    await oleg.says("12,5")
    await anna.opens_deal_in("12.5 TON")
    await anna.taps("Другие условия")
    await anna.taps("30 дней")
    await anna.taps("Другие условия")
    await anna.taps("Другой формат")
    await anna.taps("2/48")
    await oleg.opens_deal_in("2 ч в топе")
    await oleg.taps("Другие условия")
    await oleg.taps("Все предложения")
    await oleg.sees("12.5 TON")
    await oleg.opens_deal_in("2 ч в топе")
    await oleg.taps("Переписка")
    await oleg.says("Зелёный чай или чёрный?")
    await anna.sees("Зелёный чай или чёрный?")
    notice = next(one for one in reversed(anna.seen_messages()) if "open:deal:" in str(one.markup))
    await anna.says("Зелёный", reply_to=notice.id)
    await oleg.sees("Зелёный")
    await oleg.opens_deal_in("2 ч в топе")
    await oleg.taps("Принять")
    await oleg.taps("Да, принять")
    deal = await Deal.get(id=1)
    assert (deal.status, deal.price_nano) == (DealStatus.OWNER_ACCEPTED, 12_500_000_000)
    await anna.opens_deal_in("нужны кошельки")
    await anna.taps("Отменить")
    await anna.taps("Да, отменить")
    await oleg.sees("отменил")
    all_is_russian(anna, oleg)


async def test_letters_and_settings(world: World) -> None:
    anna = world.anna
    await both_speak_russian(world)
    for command in ("/help", "/terms", "/privacy", "/support"):
        await anna.says(command)
    await anna.says("Где мои деньги?")
    await world.vera.sees("Где мои деньги?")
    await anna.starts()
    await anna.taps("Настройки")
    await anna.taps("Уведомления")
    await anna.taps("Тихие часы")
    await anna.says("с 23 до 7")
    await anna.sees("Тихо с 23:00 до 7:00")
    all_is_russian(anna)


async def vera_hides_what_anna_reports(world: World) -> None:
    anna, oleg, vera = world.anna, world.oleg, world.vera
    await anna.starts("listing-1")
    await anna.taps("Пожаловаться")
    await anna.taps("Обман")
    await anna.says("Подписчики ненастоящие")
    await anna.taps("Да, пожаловаться")
    await vera.says("/admin")
    await vera.taps("Жалобы")
    await vera.taps("Coffee daily")
    await vera.taps("Посмотреть")
    await vera.taps("Скрыть объявление")
    await vera.says("Накрученные подписчики")
    await vera.taps("Да, сделать")
    await oleg.sees("Накрученные подписчики")
    assert (await Report.get()).state.value == "upheld"


async def test_the_desk(world: World) -> None:
    anna, oleg, vera = world.anna, world.oleg, world.vera
    await both_speak_russian(world)
    await vera.says("/language")
    await vera.taps("Русский")
    before = {message.id for message in vera.seen_messages()}
    await oleg_lists_and_anna_asks(world)
    await vera_hides_what_anna_reports(world)
    await vera.says("/admin")
    await vera.taps("Ещё")
    await vera.taps("Журнал")
    await vera.taps("Назад")
    await vera.taps("Пауза")
    await vera.taps("На паузу")
    await vera.says("Провайдер отвечает странно")
    await vera.taps("Да, сделать")
    await oleg.opens_deal_in("Обсуждаются условия")
    await oleg.taps("Принять")
    assert "не принимает новые сделки" in await oleg.taps("Да, принять")
    await vera.says("/admin")
    await vera.taps("Ещё")
    await vera.taps("Рассылки")
    await vera.taps("Новая рассылка")
    await vera.says("Новости биржи")
    await vera.taps("Дальше")
    await vera.taps("Да, отправить")
    await world.settle()
    await oleg.sees("Новости биржи")
    assert (await Broadcast.get()).state is BroadcastState.DONE
    all_is_russian(anna, oleg)
    assert english_in(vera, before) == []
