"""Charts as SVG: shapes alone, so that the page's styles colour them in light and dark. Pure functions."""

from collections.abc import Sequence

from markupsafe import Markup, escape

WIDTH, HEIGHT, PAD = 320, 96, 6
Points = list[tuple[float, float]]


def line(xs: Sequence[float], ys: Sequence[float], label: str) -> Markup:
    """A line over its area, from the first value to the last; `label` is what a screen reader says."""
    points = _scaled(xs, ys)
    path = " ".join(f"{'M' if not n else 'L'}{x:.1f} {y:.1f}" for n, (x, y) in enumerate(points))
    (first_x, _), (last_x, last_y) = points[0], points[-1]
    area = f"{path} L{last_x:.1f} {HEIGHT} L{first_x:.1f} {HEIGHT} Z"
    rules = "".join(f'<path class="rule" d="M0 {y} H{WIDTH}"/>' for y in (PAD, HEIGHT // 2, HEIGHT - PAD))
    words = escape(f"{label}: {ys[0]:g} → {ys[-1]:g}")
    return Markup(
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{words}">{rules}'
        f'<path class="area" d="{area}"/><path class="line" d="{path}"/>'
        f'<circle class="dot" cx="{last_x:.1f}" cy="{last_y:.1f}" r="3.5"/></svg>'
    )


def _scaled(xs: Sequence[float], ys: Sequence[float]) -> Points:
    """Into the frame. A line that never moves runs through the middle."""
    low, high = min(ys), max(ys)
    reach_x, reach_y = (xs[-1] - xs[0]) or 1, high - low
    return [
        (
            PAD + (x - xs[0]) / reach_x * (WIDTH - 2 * PAD),
            HEIGHT - PAD - ((y - low) / reach_y if reach_y else 0.5) * (HEIGHT - 2 * PAD),
        )
        for x, y in zip(xs, ys, strict=True)
    ]
