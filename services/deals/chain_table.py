"""Chain x deal: what we do when the chain shows an escrow in some state. Every cell is decided; none loses money.

A cell is (what the chain says, the deal's status, the escrow's own verdict, whether it is the deal's current escrow).
The rules below are read from the top, the first that covers a cell decides it; `CHAIN_TABLE` is the full expansion.

Decisions:
* The chain is the judge. Whatever it did to the current escrow of a live deal, the deal follows: by our verdict quietly
  (CONFIRM), against it or without one loudly (FOLLOW_AND_ALERT: somebody's `auto_refund`, a leaked key).
* Money is only waited for in one place, the current escrow of a deal that awaits payment. Money anywhere else goes
  back to its payer: after cancel or expire with a word to both (RETURN_DEPOSIT), in an escrow that was replaced because
  the advertiser chose another wallet, or where no step can have opened one, with a word to him (RETURN_STRAY). An older
  escrow is never adopted: its terms name a payer whom the deal no longer has.
* A decided verdict over held money is carried out in any status (SETTLE), except where it cannot have been reached (a
  release from a dead deal or an old escrow, held money after the end): then nobody acts but an admin (ALERT), and the
  contract's deadline gives the money back to the advertiser even if nobody ever does.
* The contract never goes back from a state, so less than we know already is a replica that lags: we wait and tell
  admins when it lasts (ALERT). What is not our code with our terms is believed in nothing (ALIEN_ALERT).
* Nobody is paid in cells that say nothing (WAIT while the deal is going on, IGNORE when it is over).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import product
from typing import Final

from models import FINAL_STATUSES, FUNDED_STATUSES
from models import DealStatus as S
from models import EscrowState as E
from models import Verdict as V


class Reaction(StrEnum):
    WAIT = auto()
    IGNORE = auto()
    CONFIRM_DEPOSIT = auto()
    FOLLOW_UP = auto()
    """The deposit is confirmed but what comes right after it is not done yet."""
    SETTLE = auto()
    """The verdict stands and the money is still there: the sender's work."""
    CONFIRM_RELEASE = auto()
    CONFIRM_REFUND = auto()
    CONFIRM_SPLIT = auto()
    RETURN_DEPOSIT = auto()
    """A dead deal got money: it is refunded and both are told."""
    RETURN_STRAY = auto()
    """Money in an escrow that nothing waits for: it is refunded and the advertiser is told."""
    FOLLOW_AND_ALERT = auto()
    ALERT = auto()
    ALIEN_ALERT = auto()


Cell = tuple[E, S, V | None, bool]

DEAD: Final = (S.CANCELLED, S.EXPIRED)
DONE: Final = (S.RELEASED, S.REFUNDED)
AWAITING: Final = (S.AWAITING_ESCROW_PAYMENT,)
LIVE: Final = tuple(status for status in S if status not in FINAL_STATUSES)
FUNDED: Final = tuple(status for status in S if status in FUNDED_STATUSES)
UNOPENED: Final = (S.DRAFT, S.NEGOTIATION, S.OWNER_ACCEPTED)
"""No step can have opened an escrow here."""
ANY_STATUS: Final = tuple(S)
ANY_VERDICT: Final = (None, *V)
UNPAID: Final = (E.NONE, E.INIT)
SETTLED: Final = (E.RELEASED, E.REFUNDED, E.SPLIT)
CURRENT, OLD, EITHER = (True,), (False,), (True, False)


@dataclass(frozen=True, slots=True)
class Rule:
    states: tuple[E, ...]
    statuses: tuple[S, ...]
    verdicts: tuple[V | None, ...]
    current: tuple[bool, ...]
    reaction: Reaction


def _rule(
    states: Iterable[E],
    statuses: Iterable[S],
    verdicts: Iterable[V | None],
    current: Iterable[bool],
    reaction: Reaction,
) -> Rule:
    return Rule(tuple(states), tuple(statuses), tuple(verdicts), tuple(current), reaction)


R = Reaction
RULES: Final[tuple[Rule, ...]] = (
    _rule([E.ALIEN], ANY_STATUS, ANY_VERDICT, EITHER, R.ALIEN_ALERT),
    # nothing there
    _rule(UNPAID, (*UNOPENED, *AWAITING), [None], CURRENT, R.WAIT),
    _rule(UNPAID, DEAD, [None], EITHER, R.IGNORE),
    _rule(UNPAID, ANY_STATUS, [None], OLD, R.IGNORE),
    _rule(UNPAID, ANY_STATUS, ANY_VERDICT, EITHER, R.ALERT),
    # money is there, nothing decided
    _rule([E.FUNDED], AWAITING, [None], CURRENT, R.CONFIRM_DEPOSIT),
    _rule([E.FUNDED], [S.ESCROW_FUNDED], [None], CURRENT, R.FOLLOW_UP),
    _rule([E.FUNDED], FUNDED, [None], CURRENT, R.WAIT),
    _rule([E.FUNDED], DEAD, [None], EITHER, R.RETURN_DEPOSIT),
    _rule([E.FUNDED], UNOPENED, [None], CURRENT, R.RETURN_STRAY),
    _rule([E.FUNDED], ANY_STATUS, [None], OLD, R.RETURN_STRAY),
    _rule([E.FUNDED], DONE, [None], CURRENT, R.ALERT),
    # money is there, decided
    _rule([E.FUNDED], LIVE, V, CURRENT, R.SETTLE),
    _rule([E.FUNDED], ANY_STATUS, [V.REFUND], OLD, R.SETTLE),
    _rule([E.FUNDED], DEAD, [V.REFUND], CURRENT, R.SETTLE),
    _rule([E.FUNDED], ANY_STATUS, V, EITHER, R.ALERT),
    # it is settled, and the deal is still going on
    _rule([E.RELEASED], LIVE, [V.RELEASE], CURRENT, R.CONFIRM_RELEASE),
    _rule([E.REFUNDED], LIVE, [V.REFUND], CURRENT, R.CONFIRM_REFUND),
    _rule([E.SPLIT], LIVE, [V.SPLIT], CURRENT, R.CONFIRM_SPLIT),
    _rule(SETTLED, LIVE, ANY_VERDICT, CURRENT, R.FOLLOW_AND_ALERT),
    # it is settled, and the deal is over or has another escrow
    _rule([E.REFUNDED], ANY_STATUS, ANY_VERDICT, OLD, R.IGNORE),
    _rule([E.REFUNDED], (*DEAD, S.REFUNDED), ANY_VERDICT, CURRENT, R.IGNORE),
    _rule([E.RELEASED, E.SPLIT], [S.RELEASED], ANY_VERDICT, CURRENT, R.IGNORE),
    _rule(SETTLED, ANY_STATUS, ANY_VERDICT, EITHER, R.ALERT),
)


def _expand() -> dict[Cell, Reaction]:
    table: dict[Cell, Reaction] = {}
    for rule in RULES:
        for cell in product(rule.states, rule.statuses, rule.verdicts, rule.current):
            table.setdefault(cell, rule.reaction)
    return table


CHAIN_TABLE: Final = _expand()


def reaction_to(state: E, status: S, verdict: V | None, is_current: bool) -> Reaction:
    return CHAIN_TABLE[(state, status, verdict, is_current)]
