"""Charts: small pictures with round numbers on their axis, from any values that a channel may have."""

import io
from datetime import timedelta

import pytest
from PIL import Image

from app.adapters.charts import GROUND, LINE, Axis, PillowCharts, date, draw_line, nice_step, number
from tests.makers import START


@pytest.mark.parametrize(
    "values",
    [
        [12_000 + 31 * day for day in range(30)],
        [5, 5],
        [0, 0],
        [None, 3, None, 4],
        [1, 10**9],
        [1_234_567, 1_234_568],
    ],
)
async def test_a_chart_is_a_small_picture_with_a_line(values: list[int | None]) -> None:
    days = [START + timedelta(days=day) for day in range(len(values))]
    png = await PillowCharts().draw(days, values, "en")
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    colours = {colour for _, colour in picture.getcolors(10_000) or ()}
    assert picture.size == (900, 450)
    assert len(png) < 20_000
    assert any(near(colour, LINE) for colour in colours)
    assert any(near(colour, GROUND) for colour in colours)


def near(one: object, other: tuple[int, int, int]) -> bool:
    return isinstance(one, tuple) and all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def test_the_same_days_are_the_same_picture() -> None:
    days = [START, START + timedelta(days=1)]
    assert draw_line(days, [1, 2], "ru") == draw_line(days, [1, 2], "ru")
    assert draw_line(days, [1, 2], "ru") != draw_line(days, [1, 2], "en")


def test_the_axis_has_few_round_numbers_around_all_values() -> None:
    for values in ([12_013, 12_970], [0, 7], [5, 5], [0, 0], [999_999, 10**7], [3, 10**9]):
        axis = Axis.around(values)
        assert axis.low <= min(values)
        assert axis.high >= max(values)
        assert axis.high > axis.low >= 0
        assert 1 <= axis.ticks <= 6
        assert axis.low % axis.step == 0


def test_numbers_and_dates_are_short() -> None:
    assert [nice_step(rough) for rough in (0.2, 1, 3, 239, 700)] == [1, 1, 5, 500, 1000]
    assert [number(value) for value in (7, 12_400, 1_500_000)] == ["7", "12 400", "1.5M"]
    assert [date(START, language) for language in ("en", "ru")] == ["1 Jun", "01.06"]
