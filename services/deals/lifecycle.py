"""The life of a deal, as data. Buttons, API verbs, refusals, notices, the diagram and the tests all read these rows.

A step with a `verdict` leaves the status alone: it decides about the money, and the watcher confirms it from the chain.
Between the two the deal is *settling* and only `confirm_*` rows may touch it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto

from models import FINAL_STATUSES, FUNDED_STATUSES, UNFUNDED_STATUSES, ManagerRight, Verdict
from models import DealStatus as S


class Action(StrEnum):
    SEND = auto()
    COUNTER = auto()
    DECLINE = auto()
    ACCEPT = auto()
    SET_PAYOUT_WALLET = auto()
    SET_PAYER_WALLET = auto()
    OPEN_ESCROW = auto()
    CONFIRM_DEPOSIT = auto()
    ASK_CREATIVE = auto()
    SUBMIT_CREATIVE = auto()
    REQUEST_CHANGES = auto()
    APPROVE_CREATIVE = auto()
    REVISE_CREATIVE = auto()
    PROPOSE_TIME = auto()
    AGREE_TIME = auto()
    MARK_POSTED = auto()
    START_RETENTION = auto()
    START_CURE = auto()
    POST_AGAIN = auto()
    WITHDRAW = auto()
    PROPOSE_CANCEL = auto()
    AGREE_CANCEL = auto()
    DISPUTE = auto()
    STATE_CASE = auto()
    CONCEDE = auto()
    TIME_OUT = auto()
    DECIDE_RELEASE = auto()
    DECIDE_REFUND = auto()
    DECIDE_SPLIT = auto()
    CONFIRM_RELEASE = auto()
    CONFIRM_REFUND = auto()
    CONFIRM_SPLIT = auto()
    CANCEL = auto()
    EXPIRE = auto()
    RETURN_DEPOSIT = auto()
    """Money came to the escrow of a dead deal: it goes back, and both are told."""


class Role(StrEnum):
    """Who may take a step, said of the deal at hand; `services.deals.roles` finds the party."""

    ADVERTISER = auto()
    OWNER = auto()
    ADMIN = auto()
    PLATFORM = auto()
    AUTHOR = auto()
    """The side that writes the creative by the terms."""
    REVIEWER = auto()
    """The side that approves it."""
    OFFEREE = auto()
    """The side that did not make the standing offer."""
    TIME_OFFEREE = auto()
    """The side that did not propose the standing time."""
    CANCEL_OFFEREE = auto()
    """The side that did not propose to cancel."""
    EARLY_ADVERTISER = auto()
    """The advertiser while there is no creative yet, or either side after too many rounds of changes."""
    WORN_OUT = auto()
    """Either side once the creative was sent back too many times."""


class Tell(StrEnum):
    ADVERTISER = auto()
    OWNER = auto()
    OTHER = auto()
    BOTH = auto()
    AUTHOR = auto()
    REVIEWER = auto()
    ADMINS = auto()


@dataclass(frozen=True, slots=True)
class Step:
    action: Action
    sources: frozenset[S]
    target: S | None
    """None: the status stays."""
    by: frozenset[Role]
    tells: frozenset[Tell] = frozenset()
    right: ManagerRight = ManagerRight.ACCEPT
    """What a manager needs to take this step for the owner."""
    verdict: Verdict | None = None
    while_settling: bool = False
    """Only the chain's own confirmations may touch a deal that waits for the chain."""


def _step(
    action: Action,
    sources: Iterable[S],
    target: S | None,
    by: Iterable[Role],
    tells: Iterable[Tell] = (),
    right: ManagerRight = ManagerRight.ACCEPT,
    verdict: Verdict | None = None,
    while_settling: bool = False,
) -> Step:
    return Step(action, frozenset(sources), target, frozenset(by), frozenset(tells), right, verdict, while_settling)


A, R, T, M, V = Action, Role, Tell, ManagerRight, Verdict
SIDES = (R.ADVERTISER, R.OWNER)
CREATIVE_STAGE = (S.CREATIVE_PENDING_OWNER, S.CREATIVE_SUBMITTED, S.CREATIVE_CHANGES_REQUESTED)
BEFORE_POST = (S.ESCROW_FUNDED, *CREATIVE_STAGE, S.CREATIVE_APPROVED, S.SCHEDULED)
TIMED = (S.CREATIVE_APPROVED, S.SCHEDULED)
WATCHED = (S.POSTED, S.RETENTION_CHECK)
LIVE = tuple(frozenset(S) - FINAL_STATUSES)
CANCELLABLE = tuple(FUNDED_STATUSES - {S.DISPUTED})
PRE_DEPOSIT = (S.NEGOTIATION, S.OWNER_ACCEPTED, S.AWAITING_ESCROW_PAYMENT)

LIFECYCLE: tuple[Step, ...] = (
    _step(A.SEND, [S.DRAFT], S.NEGOTIATION, [R.ADVERTISER], [T.OWNER]),
    _step(A.COUNTER, [S.NEGOTIATION], S.NEGOTIATION, SIDES, [T.OTHER]),
    _step(A.DECLINE, [S.NEGOTIATION], S.CANCELLED, SIDES, [T.OTHER]),
    _step(A.ACCEPT, [S.NEGOTIATION], S.OWNER_ACCEPTED, [R.OFFEREE], [T.OTHER]),
    _step(A.SET_PAYOUT_WALLET, [S.OWNER_ACCEPTED], None, [R.OWNER], [], M.PAYOUT),
    _step(A.SET_PAYER_WALLET, PRE_DEPOSIT, None, [R.ADVERTISER]),
    _step(A.OPEN_ESCROW, [S.OWNER_ACCEPTED], S.AWAITING_ESCROW_PAYMENT, [R.PLATFORM], [T.BOTH]),
    _step(A.CONFIRM_DEPOSIT, [S.AWAITING_ESCROW_PAYMENT], S.ESCROW_FUNDED, [R.PLATFORM], [T.BOTH]),
    _step(A.ASK_CREATIVE, [S.ESCROW_FUNDED], S.CREATIVE_PENDING_OWNER, [R.PLATFORM], [T.AUTHOR]),
    _step(
        A.SUBMIT_CREATIVE,
        [S.CREATIVE_PENDING_OWNER, S.CREATIVE_CHANGES_REQUESTED],
        S.CREATIVE_SUBMITTED,
        [R.AUTHOR],
        [T.REVIEWER],
        M.CREATIVE,
    ),
    _step(
        A.REQUEST_CHANGES,
        [S.CREATIVE_SUBMITTED],
        S.CREATIVE_CHANGES_REQUESTED,
        [R.REVIEWER],
        [T.AUTHOR],
        M.CREATIVE,
    ),
    _step(A.APPROVE_CREATIVE, [S.CREATIVE_SUBMITTED], S.CREATIVE_APPROVED, [R.REVIEWER], [T.AUTHOR], M.CREATIVE),
    _step(A.REVISE_CREATIVE, TIMED, S.CREATIVE_SUBMITTED, [R.AUTHOR], [T.REVIEWER], M.CREATIVE),
    _step(A.PROPOSE_TIME, TIMED, None, SIDES, [T.OTHER]),
    _step(A.AGREE_TIME, TIMED, S.SCHEDULED, [R.TIME_OFFEREE], [T.BOTH]),
    _step(A.MARK_POSTED, [S.SCHEDULED], S.POSTED, [R.PLATFORM], [T.BOTH]),
    _step(A.START_RETENTION, [S.POSTED], S.RETENTION_CHECK, [R.PLATFORM]),
    _step(A.START_CURE, [S.RETENTION_CHECK], None, [R.PLATFORM], [T.BOTH]),
    _step(A.POST_AGAIN, [S.RETENTION_CHECK], None, [R.OWNER], [T.ADVERTISER], M.CREATIVE),
    _step(A.WITHDRAW, BEFORE_POST, None, [R.OWNER, R.EARLY_ADVERTISER, R.WORN_OUT], [T.OTHER], verdict=V.REFUND),
    _step(A.PROPOSE_CANCEL, CANCELLABLE, None, SIDES, [T.OTHER]),
    _step(A.AGREE_CANCEL, CANCELLABLE, None, [R.CANCEL_OFFEREE], [T.OTHER], verdict=V.REFUND),
    _step(A.DISPUTE, [S.SCHEDULED], S.DISPUTED, [R.PLATFORM], [T.BOTH, T.ADMINS]),
    _step(A.DISPUTE, WATCHED, S.DISPUTED, [*SIDES, R.PLATFORM], [T.BOTH, T.ADMINS]),
    _step(A.STATE_CASE, [S.DISPUTED], None, SIDES, [T.OTHER, T.ADMINS]),
    _step(A.CONCEDE, [S.DISPUTED], None, [R.ADVERTISER], [T.BOTH], verdict=V.RELEASE),
    _step(A.CONCEDE, [S.DISPUTED], None, [R.OWNER], [T.BOTH], M.PAYOUT, verdict=V.REFUND),
    _step(A.TIME_OUT, BEFORE_POST, None, [R.PLATFORM], [T.BOTH], verdict=V.REFUND),
    _step(A.DECIDE_RELEASE, [S.RETENTION_CHECK], None, [R.PLATFORM], [T.BOTH], verdict=V.RELEASE),
    _step(A.DECIDE_RELEASE, [S.DISPUTED], None, [R.ADMIN, R.PLATFORM], [T.BOTH], verdict=V.RELEASE),
    _step(A.DECIDE_REFUND, [S.RETENTION_CHECK], None, [R.PLATFORM], [T.BOTH], verdict=V.REFUND),
    _step(A.DECIDE_REFUND, [S.DISPUTED], None, [R.ADMIN, R.PLATFORM], [T.BOTH], verdict=V.REFUND),
    _step(A.DECIDE_SPLIT, [S.DISPUTED], None, [R.ADMIN, R.PLATFORM], [T.BOTH], verdict=V.SPLIT),
    _step(A.CONFIRM_RELEASE, LIVE, S.RELEASED, [R.PLATFORM], [T.BOTH], while_settling=True),
    _step(A.CONFIRM_REFUND, LIVE, S.REFUNDED, [R.PLATFORM], [T.BOTH], while_settling=True),
    _step(A.CONFIRM_SPLIT, LIVE, S.RELEASED, [R.PLATFORM], [T.BOTH], while_settling=True),
    _step(A.CANCEL, UNFUNDED_STATUSES, S.CANCELLED, SIDES, [T.OTHER]),
    _step(A.EXPIRE, UNFUNDED_STATUSES, S.EXPIRED, [R.PLATFORM], [T.BOTH]),
    _step(A.RETURN_DEPOSIT, FINAL_STATUSES, None, [R.PLATFORM], [T.BOTH], while_settling=True),
)


def steps_from(status: S) -> list[Step]:
    return [step for step in LIFECYCLE if status in step.sources]


def _decided_in(confirmation: Action) -> frozenset[S]:
    """The statuses in which a verdict can be written that this action confirms."""
    verdict = Verdict(confirmation.value.removeprefix("confirm_"))
    return frozenset().union(*(step.sources for step in LIFECYCLE if step.verdict is verdict))


def mermaid() -> str:
    """The README's diagram. Confirmations follow the chain from anywhere; drawn are those that our verdicts lead to."""
    lines = ["stateDiagram-v2", "    [*] --> draft"]
    for step in LIFECYCLE:
        if step.target is None:
            continue
        sources = step.sources & _decided_in(step.action) if step.while_settling else step.sources
        order = list(S)
        lines += [f"    {src} --> {step.target}: {step.action}" for src in sorted(sources, key=order.index)]
    lines += [f"    {status} --> [*]" for status in S if status in FINAL_STATUSES]
    return "\n".join(lines)
