import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { KindSpendView, ReportView } from '../../../shared/spendView.ts';
import { fill } from '../../comparison/format.ts';
import { SeriesSwatch } from '../charts/seriesSwatch.tsx';
import { useDashboard } from '../dashboardContext.ts';
import { moneyText } from '../moneyWords.ts';
import { ScrollingTable } from './scrollingTable.tsx';
import { seriesNames } from './seriesNames.ts';

interface GroupTableProps {
  readonly report: ReportView;
  readonly title: string;
  /** What the groups are. */
  readonly heading: string;
  readonly groups: readonly (Omit<KindSpendView, 'taskKind'> & { readonly name: string })[];
}

/** Spend on each of several things, by model. */
export function GroupTable({ report, title, heading, groups }: GroupTableProps): JSX.Element {
  const { texts, formats } = useDashboard();
  const id = useId();
  const names = seriesNames(report, texts);
  const columns = names.length < 2 ? [] : names;
  const greatest = Math.max(...groups.map(({ total }) => total.nanoDollars));
  const money = formats.moneyColumn(greatest);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ScrollingTable caption={title} className="groups">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" class="number">
              {texts.requests}
            </th>
            {columns.map((name, index) => (
              <th key={name} scope="col" class="number">
                <SeriesSwatch series={index} />
                <span class="model">{name}</span>
              </th>
            ))}
            <th scope="col" class="number">
              {texts.spent}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, scripted, total, cells }, row) => {
            const bracketed = (text: string) => (scripted ? `(${text})` : text);
            return (
              <tr key={row} class={scripted ? 'scripted' : ''}>
                <th scope="row">{scripted ? fill(texts.scriptedModel, name) : name}</th>
                <td class="number">{formats.whole(total.requests)}</td>
                {columns.map((column, index) => {
                  const cell = cells[index];
                  return (
                    <td key={column} class="number">
                      {cell === undefined || cell.requests === 0 ? '–' : bracketed(moneyText(cell, money, texts))}
                    </td>
                  );
                })}
                <td class="number strong">{bracketed(moneyText(total, money, texts))}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollingTable>
    </section>
  );
}
