"""Roles resolved: which of the deal's parties a role of the lifecycle means right now."""

from models import Deal, Party
from services.deals.lifecycle import LIFECYCLE, Action, Role, Step
from services.deals.terms import Terms

SIDES = frozenset({Party.ADVERTISER, Party.OWNER})
MAX_CHANGE_ROUNDS = 3
"""After so many rounds of changes either side may withdraw."""


def parties_of(role: Role, deal: Deal, has_creative: bool) -> frozenset[Party]:
    """The parties that hold `role` in this deal. Pure: everything it needs is on the row."""
    match role:
        case Role.ADVERTISER | Role.OWNER | Role.ADMIN | Role.PLATFORM:
            return frozenset({Party(role.value)})
        case Role.AUTHOR:
            return frozenset({Terms.of(deal).creative_author})
        case Role.REVIEWER:
            return frozenset({Terms.of(deal).creative_author.other})
        case Role.OFFEREE:
            return frozenset({deal.offered_by.other})
        case Role.TIME_OFFEREE:
            return frozenset({deal.proposed_by.other}) if deal.proposed_by else frozenset()
        case Role.CANCEL_OFFEREE:
            return frozenset({deal.cancel_proposed_by.other}) if deal.cancel_proposed_by else frozenset()
        case Role.EARLY_ADVERTISER:
            return frozenset() if has_creative else frozenset({Party.ADVERTISER})
        case Role.WORN_OUT:
            return SIDES if deal.change_rounds >= MAX_CHANGE_ROUNDS else frozenset()


def step_for(deal: Deal, action: Action, party: Party, has_creative: bool = False) -> Step | None:
    """The row that lets `party` take `action` on the deal as it stands, or None."""
    for step in LIFECYCLE:
        if step.action is not action or deal.status not in step.sources:
            continue
        if deal.verdict is not None and not step.while_settling:
            continue
        if any(party in parties_of(role, deal, has_creative) for role in step.by):
            return step
    return None


def actions_for(deal: Deal, party: Party, has_creative: bool = False) -> list[Action]:
    """What the party can do now, in the order of the table."""
    found = (action for action in Action if step_for(deal, action, party, has_creative))
    return list(found)
