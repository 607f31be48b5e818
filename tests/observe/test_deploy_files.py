"""The alert rules and the dashboard ask for nothing that we do not show."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import REGISTRY

from app import metrics
from app.web.metrics import Monitor, sample_names
from services.metrics import DUE, Metrics
from services.search import Tally
from tests.makers import StillClock
from tests.observe.test_doors import Purse

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOY = ROOT / "deploy"
NAME = re.compile(r"\b(?:market|process|python)_[a-z_]+\b")
MATCH = re.compile(r"(\w+)\s*\{([^}]*)\}")
LABEL = re.compile(r"(\w+)\s*(=~|!~|!=|=)\s*\"([^\"]*)\"")


def rules() -> list[dict[str, Any]]:
    groups = yaml.safe_load((DEPLOY / "prometheus/alerts.yml").read_text(encoding="utf-8"))["groups"]
    return [rule for group in groups for rule in group["rules"]]


def queries() -> Iterator[str]:
    yield from (rule["expr"] for rule in rules())
    panels = json.loads((DEPLOY / "grafana/market.json").read_text(encoding="utf-8"))["panels"]
    yield from (target["expr"] for panel in panels for target in panel.get("targets", ()))


@pytest.fixture
async def shown(db: None, clock: StillClock) -> set[str]:
    async def queue() -> dict[str, int]:
        return {"length": 0, "lag": 0, "pending": 0}

    monitor: Any = Monitor(Metrics(clock), Purse(), queue, Tally())  # type: ignore[arg-type] # the part of a chain that is asked
    return {*sample_names(REGISTRY.collect()), *sample_names(await monitor.families())}


async def test_every_metric_that_is_asked_for_is_one_that_we_show(shown: set[str]) -> None:
    asked = {name for query in queries() for name in NAME.findall(query)}
    assert len(asked) > 20
    assert asked - shown == set()


async def test_every_metric_of_ours_is_in_the_dashboard_and_in_the_documentation(shown: set[str]) -> None:
    asked = {name for query in queries() for name in NAME.findall(query)}
    documented = set(re.findall(r"\bmarket_[a-z_]+\b", (ROOT / "docs/observability.md").read_text(encoding="utf-8")))
    ends = re.compile(r"_(?:bucket|sum|count|total|created)$")
    ours = {ends.sub("", name) for name in shown if name.startswith("market_")}
    assert ours - {ends.sub("", name) for name in asked} == set()
    assert ours - {ends.sub("", name) for name in documented} == set()
    assert {ends.sub("", name) for name in documented} - ours == set()


def test_labels_have_the_names_and_the_jobs_that_exist() -> None:
    labels = {histogram: set(histogram._labelnames) for histogram in (metrics.HTTP, metrics.UPDATES, metrics.JOBS)}
    by_name = {f"{histogram._name}_count": names for histogram, names in labels.items()}
    for query in queries():
        for name, inside in MATCH.findall(query):
            for label, how, value in LABEL.findall(inside):
                assert label in by_name.get(name, {label}), query
                if label == "job" and name != "up" and how in ("=", "=~", "!~"):
                    assert set(value.split("|")) <= set(DUE), query


def test_every_alert_says_what_is_wrong_and_how_urgent_it_is() -> None:
    names = [rule["alert"] for rule in rules()]
    assert len(names) == len(set(names))
    document = (ROOT / "docs/observability.md").read_text(encoding="utf-8")
    for rule in rules():
        assert rule["labels"]["severity"] in ("page", "ticket")
        assert rule["annotations"]["summary"]
        assert f"`{rule['alert']}`" in document


def test_prometheus_is_told_of_every_kind_of_process() -> None:
    config = yaml.safe_load((DEPLOY / "prometheus/prometheus.yml").read_text(encoding="utf-8"))
    assert config["rule_files"] == ["alerts.yml"]
    jobs = {job["job_name"] for job in config["scrape_configs"]}
    assert jobs == {"market", "market-worker", "market-scheduler"}


def test_the_dashboard_is_one_that_grafana_takes() -> None:
    board = json.loads((DEPLOY / "grafana/market.json").read_text(encoding="utf-8"))
    ids = [panel["id"] for panel in board["panels"]]
    assert len(ids) == len(set(ids))
    assert board["uid"]
    assert board["schemaVersion"] >= 36
    assert all(panel["datasource"]["uid"] == "${source}" for panel in board["panels"] if panel["type"] != "row")
