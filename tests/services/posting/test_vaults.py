"""Where posts are compared: private chats that were tried out, or the chat of an administrator who has come."""

from datetime import timedelta

import pytest

from models import User, Vault
from services.desk import Desk
from services.errors import BadVault, Forbidden, NoVault, TryAgain
from services.posting.vaults import Vaults
from tests.makers import a_user
from tests.services.posting.stage import ADMIN, BOT_RIGHTS, CHANNEL, Stage

CLOSED = -1007


@pytest.fixture
def desk(stage: Stage) -> Desk:
    return Desk(stage.clock, stage.adapter, frozenset({ADMIN}))


def private_channel(stage: Stage, username: str | None = None, **more: object) -> int:
    stage.telegram.world.add_channel("Vault", ADMIN, chat_id=CLOSED, username=username, bot_rights=BOT_RIGHTS)
    if more:
        stage.telegram.channels.change(CLOSED, **more)
    return CLOSED


async def test_a_private_channel_is_tried_out_and_left_as_it_was(stage: Stage, desk: Desk) -> None:
    vault = await desk.use_as_vault(stage.admin, private_channel(stage))
    assert (vault.chat_id, stage.telegram.channels.posts(CLOSED)) == (CLOSED, [])
    again = await desk.use_as_vault(stage.admin, CLOSED)
    assert again.id == vault.id


async def test_a_public_chat_and_a_channel_of_the_market_are_refused(stage: Stage, desk: Desk) -> None:
    with pytest.raises(BadVault) as public:
        await desk.use_as_vault(stage.admin, private_channel(stage, "open_vault"))
    with pytest.raises(BadVault) as listed:
        await desk.use_as_vault(stage.admin, CHANNEL)
    assert [no.value.arguments["reason"] for no in (public, listed)] == ["public", "listed"]


async def test_a_chat_that_hides_what_is_forwarded_is_refused_in_telegrams_words(stage: Stage, desk: Desk) -> None:
    with pytest.raises(BadVault) as no:
        await desk.use_as_vault(stage.admin, private_channel(stage, protected=True))
    assert no.value.arguments["reason"] == "telegram"
    assert stage.telegram.channels.posts(CLOSED) == []
    assert not await Vault.filter(chat_id=CLOSED).exists()


async def test_a_telegram_that_does_not_answer_leaves_the_question_open(stage: Stage, desk: Desk) -> None:
    stage.telegram.world.faults.add("server", method="getChat")
    with pytest.raises(TryAgain):
        await desk.use_as_vault(stage.admin, private_channel(stage))


async def test_nobody_but_an_administrator_sets_up_vaults(stage: Stage, desk: Desk) -> None:
    with pytest.raises(Forbidden):
        await desk.use_as_vault(stage.owner, private_channel(stage))


async def test_without_a_vault_only_an_administrator_who_has_come_serves(stage: Stage, desk: Desk) -> None:
    await Vault.all().delete()
    vaults = Vaults(stage.clock, frozenset({ADMIN, ADMIN + 1}))
    with pytest.raises(NoVault):
        await vaults.all()
    await a_user(ADMIN + 1)
    assert await vaults.all() == [ADMIN + 1]
    await a_user(ADMIN, language="")
    assert await vaults.all() == [ADMIN + 1]
    await User.filter(id=ADMIN).update(language="en")
    assert await vaults.all() == [ADMIN]
    await User.filter(id=ADMIN).update(blocked_bot_at=stage.clock.utcnow())
    assert await vaults.all() == [ADMIN + 1]
    assert not (await desk.overview(stage.admin)).standby


async def test_two_vaults_take_twice_as_much(stage: Stage) -> None:
    await Vault.create(chat_id=private_channel(stage), created_at=stage.clock.utcnow())
    vaults = Vaults(stage.clock)
    taken = [await vaults.take(5) for _ in range(9)]
    assert (len([one for one in taken if one]), len(set(taken[:8])), taken[8]) == (8, 2, None)
    stage.clock.now += timedelta(minutes=1)
    assert await vaults.take(20) is not None


async def test_a_checks_copy_never_stays_in_the_vault(stage: Stage) -> None:
    await Vault.all().update(chat_id=private_channel(stage))
    await stage.posted()
    await stage.let_pass(hours=24)
    assert stage.telegram.channels.posts(CLOSED) == []
