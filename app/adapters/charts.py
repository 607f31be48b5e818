"""Charts for the chat (`services.ports.Charts`): one line over days, as a small PNG.

The picture brings its own quiet dark ground, so that it reads alike in Telegram's light and dark themes. It says
numbers and dates only, so it needs no font but the one that comes with Pillow; the words around it are the
caption's. It is drawn at twice its size and made smaller, which is what smooths the line, outside of the event loop.
"""

import asyncio
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PIL import Image, ImageDraw, ImageFont

from app.texts import MONTHS

WIDTH, HEIGHT = 900, 450
SCALE = 2
LEFT, RIGHT, TOP, BOTTOM = 118, 48, 34, 62
TEXT_SIZE = 24
GROUND, GRID, TEXT, LINE = (24, 34, 45), (50, 63, 77), (170, 184, 198), (84, 169, 235)
GLOW = (84, 169, 235, 44)
COLOURS = 48
TICKS = 4
DATES = 5
STEPS = (1, 2, 5, 10)
MILLION = 10**6
DAY = timedelta(days=1)

Spot = tuple[float, float]


class PillowCharts:
    async def draw(self, days: Sequence[datetime], values: Sequence[int | None], language: str) -> bytes:
        return await asyncio.to_thread(draw_line, days, values, language)


def draw_line(days: Sequence[datetime], values: Sequence[int | None], language: str) -> bytes:
    known = [(day, value) for day, value in zip(days, values, strict=True) if value is not None]
    axis = Axis.around([value for _, value in known])
    picture = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), GROUND)
    pen = ImageDraw.Draw(picture, "RGBA")
    font = ImageFont.load_default(TEXT_SIZE * SCALE)
    _values_axis(pen, font, axis)
    _dates_axis(pen, font, [day for day, _ in known], language)
    _line(pen, _spots(known, axis))
    out = io.BytesIO()
    picture.reduce(SCALE).quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Axis:
    """Round numbers from below the smallest value to above the largest."""

    low: int
    step: int
    ticks: int

    @classmethod
    def around(cls, values: Sequence[int]) -> "Axis":
        low, high = min(values), max(values)
        step = nice_step(max(high - low, 1) / TICKS)
        first = max(low // step - (low == high), 0) * step
        return cls(first, step, max(-(-(high - first) // step), 1))

    @property
    def high(self) -> int:
        return self.low + self.step * self.ticks

    def height_of(self, value: int) -> float:
        """0 at the bottom, 1 at the top."""
        return (value - self.low) / (self.high - self.low)


def nice_step(rough: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50, ... that is not less."""
    power: int = 10 ** math.floor(math.log10(max(rough, 1)))
    return next(step * power for step in STEPS if step * power >= rough)


def number(value: int) -> str:
    """12 400, and from a million on 1.5M: as both languages may read it."""
    return f"{value / MILLION:g}M" if value >= MILLION else f"{value:,}".replace(",", " ")


def date(day: datetime, language: str) -> str:
    """The font has Latin letters only: Russian dates are digits."""
    return f"{day:%d.%m}" if language == "ru" else f"{day.day} {MONTHS['en'][day.month - 1]}"


def _inner() -> tuple[int, int, int, int]:
    return LEFT * SCALE, TOP * SCALE, (WIDTH - RIGHT) * SCALE, (HEIGHT - BOTTOM) * SCALE


def _spots(known: Sequence[tuple[datetime, int]], axis: Axis) -> list[Spot]:
    left, top, right, bottom = _inner()
    start, span = known[0][0], max((known[-1][0] - known[0][0]) / DAY, 1)
    return [
        (left + (right - left) * ((day - start) / DAY) / span, bottom - (bottom - top) * axis.height_of(value))
        for day, value in known
    ]


def _line(pen: ImageDraw.ImageDraw, spots: Sequence[Spot]) -> None:
    bottom = _inner()[3]
    pen.polygon([(spots[0][0], bottom), *spots, (spots[-1][0], bottom)], fill=GLOW)
    pen.line(list(spots), fill=LINE, width=4 * SCALE, joint="curve")
    x, y = spots[-1]
    radius = 7 * SCALE
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=LINE)


def _values_axis(pen: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, axis: Axis) -> None:
    left, top, right, bottom = _inner()
    for tick in range(axis.ticks + 1):
        value = axis.low + tick * axis.step
        y = bottom - (bottom - top) * axis.height_of(value)
        pen.line([(left, y), (right, y)], fill=GRID, width=SCALE)
        pen.text((left - 12 * SCALE, y), number(value), fill=TEXT, font=font, anchor="rm")


def _dates_axis(
    pen: ImageDraw.ImageDraw,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    days: Sequence[datetime],
    language: str,
) -> None:
    left, _, right, bottom = _inner()
    whole = max(round((days[-1] - days[0]) / DAY), 1)
    marks = min(whole, DATES - 1)
    for mark in range(marks + 1):
        after = round(whole * mark / marks)
        x = left + (right - left) * after / whole
        label = date(days[0] + after * DAY, language)
        pen.text((x, bottom + 14 * SCALE), label, fill=TEXT, font=font, anchor="mt")
