"""Mutants of the contract that behave like the contract itself, each with the reason why."""

from typing import Final

HARMLESS: Final[dict[str, str]] = {
    "fees.tolk: const CALLERS_CHANGE = SEND_MODE_CARRY_ALL_REMAINING_MESSAGE_VALUE | SEND_MODE_BOUNCE_ON_ACTION_FAIL"
    " => const CALLERS_CHANGE = SEND_MODE_CARRY_ALL_REMAINING_MESSAGE_VALUE": (
        "the change can only fail when what is left of the caller's value does not pay the forwarding of one cell, and"
        " then it does not pay for a bounce either; whatever is sent after it carries the flag itself"
    ),
}
