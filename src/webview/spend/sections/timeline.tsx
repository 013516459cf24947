import type { JSX } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import type { ReportView } from '../../../shared/spendView.ts';
import { fill } from '../../comparison/format.ts';
import { SeriesSwatch } from '../charts/seriesSwatch.tsx';
import { StackedBars } from '../charts/stackedBars.tsx';
import { useDashboard } from '../dashboardContext.ts';
import { seriesNames } from './seriesNames.ts';
import { TimelineTable } from './timelineTable.tsx';

/** Spend over time with the models stacked, and the same figures as a table; nothing where no cost is known. */
export function Timeline({ report }: { readonly report: ReportView }): JSX.Element | null {
  const { texts, formats, locale, opened, setOpened } = useDashboard();
  const heading = useId();
  const { timeline, period, total } = report;
  const { unit, starts, amounts } = timeline;
  const title = { day: texts.byDay, week: texts.byWeek, month: texts.byMonth, year: texts.byYear }[unit];
  const labels = useMemo(() => starts.map((start) => formats.bucket(start, unit)), [starts, unit, formats]);
  const ticks = useMemo(() => starts.map((start) => formats.tick(start, unit)), [starts, unit, formats]);
  const series = useMemo(
    () => seriesNames(report, texts).map((name, index) => ({ name, nanoDollars: amounts[index] ?? [] })),
    [report, texts, amounts],
  );
  if (total.nanoDollars === 0) return null;
  const sums = starts.map((_, bar) => amounts.reduce((sum, ofModel) => sum + (ofModel[bar] ?? 0), 0));
  const most = sums.indexOf(Math.max(...sums));
  const days = formats.days(period.start, period.end);
  const summary = fill(
    texts.chartSummary,
    title,
    days,
    formats.money(total.nanoDollars),
    labels[most] ?? '',
    formats.money(sums[most] ?? 0),
  );
  const spent = series.map(({ nanoDollars }) => nanoDollars.reduce((sum, amount) => sum + amount, 0));
  const money = formats.moneyColumn(total.nanoDollars);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul class="legend">
        {series.map(({ name }, index) =>
          (spent[index] ?? 0) === 0 ? null : (
            <li key={name}>
              <SeriesSwatch series={index} />
              <span class="model">{name}</span>
              <span class="beside">{money(spent[index] ?? 0)}</span>
            </li>
          ),
        )}
      </ul>
      <StackedBars
        summary={summary}
        labels={labels}
        ticks={ticks}
        series={series}
        locale={locale}
        format={formats.money}
        total={texts.total}
      />
      {total.unknownRequests > 0 && (
        <p class="fine-print">
          {total.unknownRequests === 1
            ? texts.notInChartOne
            : fill(texts.notInChart, formats.whole(total.unknownRequests))}
        </p>
      )}
      <details open={opened.includes('timeline')} onToggle={(event) => setOpened('timeline', event.currentTarget.open)}>
        <summary>
          {texts.showAsTable}
          <span class="spoken">: {title}</span>
        </summary>
        {opened.includes('timeline') && <TimelineTable report={report} title={title} labels={labels} sums={sums} />}
      </details>
    </section>
  );
}
