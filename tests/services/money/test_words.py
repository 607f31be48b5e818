"""All that the money side says beside the steps has words in every language, with the arguments it really gets."""

import re
from pathlib import Path

import pytest

from app.adapters.tonconnect import NEEDS_HTTPS
from app.texts import LANGUAGES, Texts

ROOT = Path(__file__).parents[3]
ADDRESS, MOMENT = "kQAB", "2026-06-01T12:00:00+00:00"
SAID: dict[str, dict[str, object]] = {
    "notice-deposit-returned": {"deal": 7, "value_nano": 5, "required_nano": 9, "sender": ADDRESS, "reason": "late"},
    "notice-stray-deposit-returned": {"deal": 7, "amount_nano": 10**9},
    "notice-stray-coins-returned": {"deal": 7, "amount_nano": 10**9},
    "notice-wallet-changed": {"wallet": ADDRESS, "name": "Ann"},
    "notice-manager-wallet-changed": {"wallet": ADDRESS, "name": "Ann"},
    "notice-chain-mismatch-admin": {"deal": 7, "state": "refunded", "verdict": "none", "address": ADDRESS},
    "notice-chain-contradiction-admin": {"deal": 7, "state": "init", "known": "funded", "address": ADDRESS},
    "notice-chain-alien-admin": {"deal": 7, "address": ADDRESS},
    "notice-controller-low-admin": {"address": ADDRESS, "orders": 3, "balance_nano": 1, "needed_nano": 2},
    "notice-controller-key-admin": {"words": "no key"},
    "notice-settlement-stuck-admin": {"deal": 7, "tries": 5},
    "notice-payout-waiting-admin": {"deal": 7, "owner_nano": 10**9, "until_at": MOMENT},
    "notice-payout-waiting-owner": {"deal": 7, "owner_nano": 10**9, "until_at": MOMENT},
    "notice-payout-stopped": {"deal": 7, "until_at": MOMENT},
    "notice-payout-stopped-admin": {"deal": 7, "owner_nano": 10**9, "until_at": MOMENT},
    "notice-payout-given-back": {"deal": 7, "amount_nano": 10**9},
    NEEDS_HTTPS: {},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notice_of_ours_can_be_said(language: str) -> None:
    words = Texts(ROOT / "locales", strict=True).translator(language)
    for key, args in SAID.items():
        assert words(key, args)


def test_no_notice_is_missing_from_this_list() -> None:
    sources = [*(ROOT / "services" / "escrow").glob("*.py"), ROOT / "services" / "wallets.py"]
    keys = {key for path in sources for key in re.findall(r'"(notice-[a-z-]+)"', path.read_text(encoding="utf-8"))}
    assert keys == {key for key in SAID if key.startswith("notice-")}
