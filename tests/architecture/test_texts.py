"""English and Russian say the same things, and everything that the product can say has words in both."""

import ast
import inspect
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, MessageReference, Resource, VariableReference
from fluent.syntax.visitor import Visitor

from app.texts import LANGUAGES, Texts
from dialogs.deal_room.evidence import PLATFORM_REASONS
from dialogs.deal_room.handlers import VERBS
from models import DealStatus, Verdict
from services import errors
from services.deals.clocks import CLOCKS
from services.deals.lifecycle import LIFECYCLE, Action, Step, Tell
from services.errors import Refusal
from services.notice_kinds import SHOWN, Kind, kind_of

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "locales"
OFFERED = {"offer_nano", "top_hours", "feed_hours", "feed_days", "is_permanent", "pinned", "extra", "has_extra"}
PAYLOADS: dict[Action, set[str]] = {
    Action.SEND: OFFERED | {"text", "has_words", "window_end_at"},
    Action.COUNTER: OFFERED | {"window_end_at"},
    Action.PROPOSE_TIME: {"publish_at"},
    Action.AGREE_TIME: {"publish_at"},
    Action.REQUEST_CHANGES: {"note", "version"},
    Action.MARK_POSTED: {"url", "ends_at", "top_ends_at"},
    Action.START_CURE: {"reason", "until_at"},
    Action.DISPUTE: {"reason", "cause"},
    Action.STATE_CASE: {"text"},
    Action.DECIDE_RELEASE: {"reason"},
    Action.DECIDE_REFUND: {"reason"},
    Action.DECIDE_SPLIT: {"reason", "split_bps"},
    Action.CONFIRM_RELEASE: {"owner_nano", "fee_nano", "advertiser_nano"},
    Action.CONFIRM_REFUND: {"owner_nano", "fee_nano", "advertiser_nano"},
    Action.CONFIRM_SPLIT: {"owner_nano", "fee_nano", "advertiser_nano"},
    Action.RETURN_DEPOSIT: {"amount_nano"},
}
"""What each step's event surely carries; a notice may say nothing else but `ALWAYS`."""
ALWAYS = {"deal", "channel", "price_nano"}
SIDES = ("advertiser", "owner")


class Names(Visitor):
    """The variables of a text and the texts that it is made of."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: MessageReference) -> None:
        self.references.add(node.id.name)


def parsed(language: str) -> dict[str, tuple[str, Names]]:
    """Key -> (file name, names in it). A key that is defined twice, or does not parse, fails here."""
    found: dict[str, tuple[str, Names]] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        resource: Resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            assert not isinstance(entry, Junk), f"{path}: {entry.content}"
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{path}: {entry.id.name} is defined twice"
                names = Names()
                names.visit(entry)
                found[entry.id.name] = (path.name, names)
    return found


TEXTS = {language: parsed(language) for language in LANGUAGES}
KEYS = sorted(TEXTS["en"])
SPEAKERS = {language: Texts(LOCALES, strict=True).translator(language) for language in LANGUAGES}


def variables(language: str, key: str) -> set[str]:
    names = TEXTS[language][key][1]
    return names.variables.union(*(variables(language, one) for one in names.references))


def missing(keys: Iterable[str]) -> list[str]:
    return [f"{language}: {key}" for key in keys for language in LANGUAGES if key not in TEXTS[language]]


def dashed(name: str) -> str:
    return name.replace("_", "-")


def told(step: Step) -> Iterator[str]:
    """The parties that a step may tell: one side, the other, or the admins."""
    for word in step.tells:
        if word is Tell.ADMINS:
            yield "admin"
        elif word in (Tell.ADVERTISER, Tell.OWNER):
            yield word.value
        elif word is Tell.OTHER:
            yield from (side for side in SIDES if {role.value for role in step.by} != {side})
        else:
            yield from SIDES


NOTICES = sorted({(step.action, party) for step in LIFECYCLE for party in told(step)})


def test_both_languages_hold_the_same_keys_in_the_same_files() -> None:
    english, russian = ({(key, file) for key, (file, _) in TEXTS[language].items()} for language in LANGUAGES)
    assert english == russian


def test_a_text_has_the_same_variables_in_both_languages() -> None:
    assert [key for key in KEYS if variables("en", key) != variables("ru", key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_said(language: str) -> None:
    """With plausible arguments, named as the formatting expects them; nothing of Fluent's syntax is left over."""
    said = {key: say(language, key) for key in KEYS}
    assert [key for key, words in said.items() if not words.strip() or re.search(r"\{ *[$a-z-]", words)] == []


def say(language: str, key: str, plain: bool = False) -> str:
    return SPEAKERS[language](key, {name: plausible(name) for name in variables(language, key)}, plain=plain)


def plausible(name: str) -> Any:
    if name == "at" or name.endswith("_at"):
        return datetime(2026, 6, 1, 12, tzinfo=UTC)
    numeric = ("_nano", "_seconds", "_bps", "_id", "_hours")
    return 7 if name.endswith(numeric) or name in ("deal", "days", "day", "month", "count") else "words"


def test_everything_that_a_deal_can_be_or_do_has_words() -> None:
    keys = [f"deal-{family}-{dashed(status)}" for status in DealStatus for family in ("status", "next")]
    keys += [f"deal-{family}-{dashed(action)}" for action in Action for family in ("do", "did")]
    keys += [f"deal-{family}-{dashed(action)}" for action in VERBS for family in ("ask", "yes")]
    keys += [f"deal-ends-{row.ends}" for row in CLOCKS] + [f"deal-settling-{verdict}" for verdict in Verdict]
    keys += [f"deal-reason-{reason}" for reason in (*PLATFORM_REASONS, "other")]
    assert missing(keys) == []


def test_everybody_who_is_told_is_told_in_words() -> None:
    keys = [f"notice-{dashed(action)}-{party}" for action, party in NOTICES]
    keys += [f"notice-warning-{row.ends}" for row in CLOCKS] + [f"notice-message-{side}" for side in SIDES]
    assert missing(keys) == []


def test_a_notice_says_only_what_its_event_carries() -> None:
    said = {(action, party): variables("en", f"notice-{dashed(action)}-{party}") for action, party in NOTICES}
    assert {step: names for step, names in said.items() if names - ALWAYS - PAYLOADS.get(step[0], set())} == {}


def test_every_notice_that_a_service_names_has_words() -> None:
    assert missing(sorted(notice_keys())) == []


def test_people_see_a_switch_for_each_kind_of_news_that_is_sent() -> None:
    kinds = {kind_of(key) for key in KEYS if key.startswith("notice-")} - {None}
    assert kinds | {Kind.NEWS} == set(SHOWN)  # broadcasts have words of their own


def notice_keys() -> Iterator[str]:
    """Whole keys in the services' source; those that are put together are covered by their families above."""
    for path in (ROOT / "services").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        joined = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in joined]
        for word in (node.value for node in constants if isinstance(node.value, str)):
            if re.fullmatch(r"notice-[a-z-]+[a-z]", word):
                yield next((word + end for end in ("", "-advertiser", "-owner") if word + end in TEXTS["en"]), word)


REFUSALS = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, Refusal)]


def test_every_refusal_has_words() -> None:
    assert missing(cls.key() for cls in REFUSALS if cls is not Refusal) == []


def test_a_refusal_says_only_what_it_always_knows() -> None:
    """Wherever a refusal is raised, it carries every argument that its text names."""
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno} {name} lacks {sorted(lacks)}"
        for path, call, name in raised()
        if (lacks := variables("en", key_of(name)) - {word.arg for word in call.keywords})
    ]
    assert wrong == []


def key_of(name: str) -> str:
    return str(getattr(errors, name).key())


def raised() -> Iterator[tuple[Path, ast.Call, str]]:
    names = {cls.__name__ for cls in REFUSALS if cls is not Refusal}
    for folder in ("services", "dialogs", "handlers", "app"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                    yield path, node, node.func.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_answers_fit_an_alert(language: str) -> None:
    """Telegram shows 200 characters at most; arguments are short."""
    keys = [cls.key() for cls in REFUSALS if cls is not Refusal]
    assert [key for key in keys if len(say(language, key, plain=True)) > 200] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_short(language: str) -> None:
    """One to four words; what a button names (a channel, a price) is not counted."""
    labels = [key for key in KEYS if key.startswith(("btn-", "deal-do-", "deal-yes-"))]
    fixed = [key for key in labels if not variables(language, key)]
    assert [key for key in fixed if len(re.findall(r"\w+", say(language, key))) > 4] == []


def test_what_is_only_compared_is_shown_by_three_figures_and_amounts_exactly() -> None:
    words = Texts(ROOT / "locales", strict=True).translator("en")
    shown = [words("mini-cpm", cpm_nano=nano) for nano in (4_345_236_987, 46_000_001, 1_234_567_890_123, 999_999_999)]
    assert shown == ["4.35 TON / 1000", "0.046 TON / 1000", "1235 TON / 1000", "1 TON / 1000"]
    assert words("web-amount", amount_nano=4_345_236_987) == "4.345236987 TON"


COUNTED = re.compile(r"\{ \$\w+ \} (просмотров|дней|сделок|предложений|каналов)\b")


def test_russian_counts_choose_the_form_of_their_noun() -> None:
    """`{ $n } дней` stands in the variants of a selector; alone it would say `21 дней`."""
    files = sorted((LOCALES / "ru").glob("*.ftl"))
    lines = [line.strip() for path in files for line in path.read_text("utf-8").split("\n")]
    loose = [line for line in lines if COUNTED.search(line) and not re.match(r"\*?\[(many|other)\]", line)]
    assert loose == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_moments_are_read_as_people_write_them(language: str) -> None:
    t = Texts(ROOT / "locales", strict=True).translator
    at, home = datetime(2026, 11, 28, 3, 18, tzinfo=UTC), t(language, "Asia/Tokyo")
    amounts = [home("web-amount", amount_nano=nano) for nano in (1_500 * 10**9, 1_000_000 * 10**9 + 5 * 10**8)]
    spans = [home("error-stats-fresh", pause_seconds=days * 86400).rsplit(" ", 2)[-2:] for days in (1, 3, 11)]
    moments = [one("mini-at", at=at) for one in (t(language), home)]
    assert (amounts, spans, moments) == READ[language]


READ: dict[str, Any] = {
    "en": (
        ["1500 TON", "1,000,000.5 TON"],
        [["1", "day."], ["3", "days."], ["11", "days."]],
        ["28 Nov 03:18 UTC", "28 Nov 12:18"],
    ),
    "ru": (
        ["1500 TON", "1\u00a0000\u00a0000.5 TON"],
        [["1", "день."], ["3", "дня."], ["11", "дней."]],
        ["28 ноя 03:18 UTC", "28 ноя 12:18"],
    ),
}
