"""Small inline SVG charts. Each has a name and a description, and a data table stands beside it.

Shades differ in pattern as well as in colour, so that they can be told apart in print and by
readers who do not see colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape
from itertools import count

from markupsafe import Markup

from contentlint.model import Trend

SEVERITIES = ("critical", "serious", "moderate", "minor")
WIDTH, BAR, GAP, LEFT = 640, 22, 12, 170
PLOT = 180  # height of the plot of the trend, in user units


def _frame(name: str, height: int, title: str, description: str, inside: str) -> Markup:
    return Markup(
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{name}-t" aria-describedby="{name}-d">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>'
        f"{inside}</svg>"
    )


def bars(name: str, title: str, rows: Sequence[tuple[str, int]]) -> Markup:
    """Return horizontal bars, one for each (label, number)."""
    most = max((number for _, number in rows), default=0) or 1
    room = WIDTH - LEFT - 70
    drawn = []
    for index, (label, number) in enumerate(rows):
        y = index * (BAR + GAP)
        width = round(room * number / most, 1)
        drawn.append(
            f'<text x="{LEFT - 10}" y="{y + 16}" text-anchor="end">{escape(label)}</text>'
            f'<rect class="bar" x="{LEFT}" y="{y}" width="{max(width, 1)}" height="{BAR}"/>'
            f'<text x="{LEFT + max(width, 1) + 8}" y="{y + 16}">{number:,}</text>'
        )
    said = ", ".join(f"{label} {number:,}" for label, number in rows)
    return _frame(name, max(len(rows), 1) * (BAR + GAP), title, said, "".join(drawn))


def trend(name: str, title: str, scans: Sequence[Trend]) -> Markup:
    """Return one stacked column for each scan, the worst severity at the bottom."""
    most = max((sum(number for _, number in scan.findings) for scan in scans), default=0) or 1
    step = (WIDTH - 60) / max(len(scans), 1)
    width = min(64.0, step * 0.6)
    drawn, place = [_patterns(name)], count()
    for scan in scans:
        x = 50 + next(place) * step + (step - width) / 2
        y = float(PLOT + 20)
        figures = dict(scan.findings)
        for severity in SEVERITIES:
            tall = PLOT * figures.get(severity, 0) / most
            y -= tall
            drawn.append(
                f'<rect class="s-{severity}" fill="url(#{name}-{severity})" x="{x:.1f}" y="{y:.1f}" '
                f'width="{width:.1f}" height="{tall:.1f}"/>'
            )
        total = sum(figures.values())
        middle = x + width / 2
        drawn.append(f'<text x="{middle:.1f}" y="{y - 6:.1f}" text-anchor="middle">{total:,}</text>')
        drawn.append(
            f'<text x="{middle:.1f}" y="{PLOT + 38}" text-anchor="middle">{escape(_label(scan.started))}</text>'
        )
    said = "; ".join(
        f"{scan.started[:10]}: " + ", ".join(f"{number:,} {severity}" for severity, number in scan.findings)
        for scan in scans
    )
    return _frame(name, PLOT + 46, title, said, "".join(drawn))


def _label(started: str) -> str:
    """"22 Nov, 09:00" from an ISO 8601 time."""
    try:
        return f"{datetime.fromisoformat(started):%-d %b, %H:%M}"
    except ValueError:
        return started[:16]


def _patterns(name: str) -> str:
    lines = {
        "critical": "",
        "serious": '<path d="M0 8L8 0" class="stroke"/>',
        "moderate": '<circle cx="4" cy="4" r="1.6" class="dot"/>',
        "minor": '<path d="M0 4H8" class="stroke"/>',
    }
    return "<defs>" + "".join(
        f'<pattern id="{name}-{severity}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" class="p-{severity}"/>{line}</pattern>'
        for severity, line in lines.items()
    ) + "</defs>"  # fmt: skip
