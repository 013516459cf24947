import type { ScriptedTask } from '../scriptedTask.ts';

/** Off by one, three times over. OpenAI's answer widens the range and still skips the best seller. */
export const bestSellers: ScriptedTask = {
  path: 'reports/best_sellers.py',
  signature: ['    for position in range(1, min(count, len(ranked))):', 'if first <= sale.day < last]'],
  fix: {
    openai: {
      thinking:
        'range(1, min(count, n)) gives one entry too few, so the upper bound needs + 1. sales_between says both days are included but compares with <.',
      prose:
        'Two bounds are off by one. `range` leaves out its upper end, so `best_sellers` returns one product too few; and `sales_between` promises to include the last day, but compares with `<`.',
      edits: [
        {
          kind: 'patch',
          diff: [
            '@@ def sales_between(sales: Iterable[Sale], first: date, last: date) -> list[Sale]:',
            '     """Sales from the first day to the last, both included."""',
            '-    return [sale for sale in sales if first <= sale.day < last]',
            '+    return [sale for sale in sales if first <= sale.day <= last]',
            '@@ def best_sellers(sales: Iterable[Sale], count: int) -> list[tuple[str, int]]:',
            '     top = []',
            '-    for position in range(1, min(count, len(ranked))):',
            '+    for position in range(1, min(count + 1, len(ranked))):',
            '         top.append(ranked[position])',
          ].join('\n'),
        },
      ],
    },
    anthropic: {
      thinking:
        'Ranked is zero-based, so starting at 1 drops the best seller. A slice, or most_common(count), does it. The last day is excluded by <. With both ends included, last - 7 days is eight days, so the report needs 6.',
      prose:
        'Three bounds disagree with what the docstrings promise:\n\n1. `best_sellers` starts at position 1 of a list that counts from 0, so the best seller itself is missing. `Counter` can cut the list by itself.\n2. `sales_between` leaves out the last day.\n3. With both days included, `last - 7 days` makes a week of eight days.',
      edits: [
        {
          kind: 'replace',
          oldText: 'if first <= sale.day < last]',
          newText: 'if first <= sale.day <= last]',
        },
        {
          kind: 'replace',
          oldText: [
            '    ranked = pieces.most_common()',
            '    top = []',
            '    for position in range(1, min(count, len(ranked))):',
            '        top.append(ranked[position])',
            '    return top',
          ].join('\n'),
          newText: '    return pieces.most_common(count)',
        },
        {
          kind: 'replace',
          oldText: '    first = last - timedelta(days=7)',
          newText: '    first = last - timedelta(days=6)',
        },
      ],
    },
  },
  ask: {
    openai:
      '`weekly_report` picks the sales of a week, ranks products by pieces sold and prints the first five. The counting itself is fine. Look at the bounds, though: the ranking starts at position 1, and the last day of the week is compared with `<`.',
    anthropic:
      'Three functions, each feeding the next: filter by date, count and rank, print. Splitting them like this makes each easy to test, and a test with two sales on two days would show what is off: the first product of the ranking never appears, and neither do the sales of the last day.',
  },
};
