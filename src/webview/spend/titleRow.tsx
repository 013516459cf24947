import type { JSX, Ref } from 'preact';
import type { NamedPeriod } from '../../core/spend/periodChoice.ts';
import type { SpendAction } from '../../shared/spendMessages.ts';
import type { ReportView } from '../../shared/spendView.ts';
import { ActionButton } from '../comparison/actionButton.tsx';
import { CustomDays } from './customDays.tsx';
import { useDashboard } from './dashboardContext.ts';
import { dateOf } from './dateOf.ts';

const namedPeriods: readonly NamedPeriod[] = [
  'last-7-days',
  'last-30-days',
  'this-month',
  'last-month',
  'this-year',
  'everything',
];

interface TitleRowProps {
  /** Null while there is none. */
  readonly report: ReportView | null;
  /** Whether the ledger has nothing that could be exported or deleted. */
  readonly isEmpty: boolean;
  /** The page's heading, for the focus. */
  readonly heading: Ref<HTMLHeadingElement>;
}

/** What the page is, which days it is about, and what can be done with the ledger. */
export function TitleRow({ report, isEmpty, heading }: TitleRowProps): JSX.Element {
  const { texts, formats, filters, changeFilters, send } = useDashboard();
  const act = (action: SpendAction) => () => send('action-chosen', { action });
  const hasScripted = filters.scripted || (report?.scriptedRequests ?? 0) > 0;
  return (
    <header class="title-row">
      <h1 ref={heading} tabIndex={-1}>
        {texts.title}
      </h1>
      <div class="period">
        <PeriodSelect />
        {filters.period.kind === 'custom' && <CustomDays choice={filters.period} />}
        {filters.period.kind !== 'custom' && report !== null && (
          <span class="beside">{formats.days(report.period.start, report.period.end)}</span>
        )}
        {hasScripted && (
          <label class="check" title={texts.scriptedExplained}>
            <input
              type="checkbox"
              checked={filters.scripted}
              onChange={(event) => changeFilters({ scripted: event.currentTarget.checked, model: null })}
            />
            {texts.scripted}
          </label>
        )}
      </div>
      <div class="choices">
        {!isEmpty && (
          <ActionButton look="secondary" onPress={act('export')}>
            {texts.exportSpend}
          </ActionButton>
        )}
        <ActionButton look="secondary" onPress={act('import')}>
          {texts.importSpend}
        </ActionButton>
        {!isEmpty && (
          <ActionButton look="secondary" onPress={act('delete')}>
            {texts.deleteSpend}
          </ActionButton>
        )}
      </div>
    </header>
  );
}

function PeriodSelect(): JSX.Element {
  const { texts, filters, changeFilters } = useDashboard();
  const choose = (value: string) => {
    const named = namedPeriods.find((kind) => kind === value);
    if (named !== undefined) return changeFilters({ period: { kind: named } });
    const today = dateOf(new Date());
    changeFilters({ period: { kind: 'custom', from: `${today.slice(0, 8)}01`, to: today } });
  };
  return (
    <label>
      <span class="spoken">{texts.period}</span>
      <select value={filters.period.kind} onChange={(event) => choose(event.currentTarget.value)}>
        {[...namedPeriods, 'custom' as const].map((kind) => (
          <option key={kind} value={kind}>
            {texts.periods[kind]}
          </option>
        ))}
      </select>
    </label>
  );
}
