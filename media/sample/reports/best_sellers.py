"""The weekly report on what sells best."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Iterable


@dataclass(frozen=True)
class Sale:
    product: str
    pieces: int
    day: date


def sales_between(sales: Iterable[Sale], first: date, last: date) -> list[Sale]:
    """Sales from the first day to the last, both included."""
    return [sale for sale in sales if first <= sale.day < last]


def best_sellers(sales: Iterable[Sale], count: int) -> list[tuple[str, int]]:
    """The products that sold most pieces, best first, at most `count` of them."""
    pieces: Counter[str] = Counter()
    for sale in sales:
        pieces[sale.product] += sale.pieces
    ranked = pieces.most_common()
    top = []
    for position in range(1, min(count, len(ranked))):
        top.append(ranked[position])
    return top


def weekly_report(sales: Iterable[Sale], last: date) -> str:
    """Seven days up to and including the last one, as text."""
    first = last - timedelta(days=7)
    lines = [f"Best sellers from {first} to {last}"]
    week = sales_between(sales, first, last)
    for place, (product, pieces) in enumerate(best_sellers(week, count=5), start=1):
        lines.append(f"{place}. {product}: {pieces}")
    return "\n".join(lines)
