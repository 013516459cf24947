import type { JSX } from 'preact';
import type { ReportView } from '../../../shared/spendView.ts';
import { useDashboard } from '../dashboardContext.ts';
import { ScrollingTable } from './scrollingTable.tsx';
import { seriesNames } from './seriesNames.ts';

interface TimelineTableProps {
  readonly report: ReportView;
  readonly title: string;
  /** By bar. */
  readonly labels: readonly string[];
  /** By bar, in nano-dollars. */
  readonly sums: readonly number[];
}

/** What the bars of the chart say, the latest first; bars of which there is nothing to say are left out. */
export function TimelineTable({ report, title, labels, sums }: TimelineTableProps): JSX.Element {
  const { texts, formats } = useDashboard();
  const { unit, amounts, unknownRequests } = report.timeline;
  const names = seriesNames(report, texts);
  const money = formats.moneyColumn(Math.max(...sums));
  const hasUnknown = unknownRequests.some((count) => count > 0);
  const bars = labels
    .map((label, bar) => ({ label, bar, unknown: unknownRequests[bar] ?? 0, sum: sums[bar] ?? 0 }))
    .filter(({ unknown, sum }) => unknown > 0 || sum > 0)
    .reverse();
  return (
    <ScrollingTable caption={title} className="tall">
      <thead>
        <tr>
          <th scope="col">{{ day: texts.day, week: texts.week, month: texts.month, year: texts.year }[unit]}</th>
          {names.map((name) => (
            <th key={name} scope="col" class="number model">
              {name}
            </th>
          ))}
          {hasUnknown && (
            <th scope="col" class="number">
              {texts.unknownCost}
            </th>
          )}
          <th scope="col" class="number">
            {texts.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, bar, unknown, sum }) => (
          <tr key={bar}>
            <th scope="row">{label}</th>
            {names.map((name, index) => (
              <td key={name} class="number">
                {(amounts[index]?.[bar] ?? 0) === 0 ? '–' : money(amounts[index]?.[bar] ?? 0)}
              </td>
            ))}
            {hasUnknown && <td class="number">{unknown === 0 ? '–' : formats.whole(unknown)}</td>}
            <td class="number">{sum === 0 ? texts.unknown : money(sum)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
