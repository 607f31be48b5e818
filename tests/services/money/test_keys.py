"""Where the controller's keys come from, and that nothing of them is ever shown."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.adapters.controller import ControllerWallet
from app.adapters.keys import SANDBOX_SEED, controller_seeds
from app.config import BadSetting, Settings, read_settings
from models import Verdict
from tests.services.money.market import KEY, TESTNET, Market, current, make_chain, make_escrows

NEW, OLD = "1a" * 32, "2b" * 32
BOTH = [bytes.fromhex(NEW), bytes.fromhex(OLD)]


def settings(**over: Any) -> Settings:
    return read_settings(_env_file=None, **over)


def test_the_environment_names_one_key_or_several_the_newest_first() -> None:
    assert controller_seeds(settings(controller_seed=NEW)) == BOTH[:1]
    assert controller_seeds(settings(controller_seed=f"{NEW}, {OLD.upper()} {NEW}")) == BOTH


def test_a_file_has_a_line_for_each_and_comments(tmp_path: Path) -> None:
    path = tmp_path / "seeds"
    path.write_text(f"# since spring\n{NEW}\n{OLD}  # before\n", encoding="ascii")
    assert controller_seeds(settings(controller_seed_file=path)) == BOTH


def test_a_command_prints_them(tmp_path: Path) -> None:
    script = tmp_path / "print_seeds.py"
    script.write_text(f"print('{NEW}'); print('{OLD}')", encoding="ascii")
    assert controller_seeds(settings(controller_seed_command=f"{sys.executable} {script}")) == BOTH


def test_only_the_sandbox_does_without(tmp_path: Path) -> None:
    assert controller_seeds(settings()) == [SANDBOX_SEED]
    with pytest.raises(BadSetting, match="CONTROLLER_SEED"):
        settings(bot_token="1:token")
    with pytest.raises(BadSetting, match="only one"):
        settings(controller_seed=NEW, controller_seed_file=tmp_path / "seeds")


@pytest.mark.parametrize("written", [f"{NEW} secret-word", NEW[:-1], f"{NEW}00", "# nothing"])
def test_what_is_no_key_is_refused_without_being_shown(tmp_path: Path, written: str) -> None:
    path = tmp_path / "seeds"
    path.write_text(written, encoding="ascii")
    with pytest.raises(BadSetting) as refusal:
        controller_seeds(settings(controller_seed_file=path))
    assert NEW[:8] not in str(refusal.value)
    assert "secret-word" not in str(refusal.value)


@pytest.mark.parametrize(
    "over", [{"controller_seed_file": Path("/nowhere/seeds")}, {"controller_seed_command": "false"}]
)
def test_a_source_that_does_not_answer_stops_the_start(over: dict[str, Any]) -> None:
    with pytest.raises(BadSetting, match="CONTROLLER_SEED_"):
        controller_seeds(settings(**over))


def test_a_failing_command_takes_its_words_to_the_grave(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(1, "cat", output=NEW, stderr=OLD)

    monkeypatch.setattr(subprocess, "run", fails)
    with pytest.raises(BadSetting) as refusal:
        controller_seeds(settings(controller_seed_command="cat seeds"))
    assert NEW not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_the_settings_do_not_show_it() -> None:
    assert NEW not in repr(settings(controller_seed=NEW))


async def test_after_a_rotation_new_escrows_name_the_new_key_and_each_key_settles_its_own(market: Market) -> None:
    await market.world.chain.faucet(market.payer.address, 100 * 10**9)
    await market.world.chain.faucet(ControllerWallet(BOTH[0], TESTNET).address, 10**9)
    old, before = await market.funded()
    rotated = make_escrows(market.world, make_chain(market.world, market.http, (BOTH[0], KEY)), market.wallets)
    fresh = await market.deal()
    await rotated.open_due()
    await market.pay(fresh)
    await rotated.watch()
    after = await current(fresh)
    assert after.controller_address == rotated.chain.controller != before.controller_address
    for deal in (old, fresh):
        await market.decide(deal, Verdict.RELEASE)
    assert await rotated.settle_due() == 2
    await rotated.watch()
    assert market.payouts_to(market.payout.address) == 2
