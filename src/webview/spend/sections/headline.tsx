import type { ComponentChildren, JSX } from 'preact';
import { formatUpperBound } from '../../../core/spend/money.ts';
import { formatLimit, formatRounded } from '../../../core/spend/roundMoney.ts';
import { inputTokens } from '../../../core/spend/usage.ts';
import type { BudgetView, ReportView } from '../../../shared/spendView.ts';
import { ActionButton } from '../../comparison/actionButton.tsx';
import { fill } from '../../comparison/format.ts';
import { useDashboard } from '../dashboardContext.ts';
import { moneyText, unknownText } from '../moneyWords.ts';

/** The few figures that most people look for. */
export function Headline({ report }: { readonly report: ReportView }): JSX.Element {
  const { texts, formats, locale, send } = useDashboard();
  const { total, budgets } = report;
  const known = total.requests - total.unknownRequests;
  const input = inputTokens(total.usage);
  return (
    <section class="headline" aria-label={texts.headline}>
      <dl>
        <Figure name={texts.spent} value={moneyText(total, formats.money, texts)}>
          {unknownText(total, locale, texts)}
        </Figure>
        <Figure name={texts.requests} value={formats.whole(total.requests)}>
          {known > 0 && fill(texts.perRequest, formats.money(Math.round(total.nanoDollars / known)))}
        </Figure>
        <Figure
          name={texts.savedByCaching}
          value={known === 0 && total.requests > 0 ? texts.unknown : formats.money(total.cacheSavings)}
        >
          {input > 0 && fill(texts.ofInput, formats.percent(total.usage.cacheRead / input))}
        </Figure>
        <div class="figure">
          <dt>{texts.budgets}</dt>
          <dd>
            {budgets.length === 0 ? (
              <span class="no-budget">
                {texts.noBudget}
                <ActionButton look="quiet" onPress={() => send('action-chosen', { action: 'change-budget' })}>
                  {texts.setBudget}
                </ActionButton>
              </span>
            ) : (
              budgets.map((budget) => <Budget key={budget.period} budget={budget} />)
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly children: ComponentChildren;
}

function Figure({ name, value, children }: FigureProps): JSX.Element {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd>
        <span class="value">{value}</span>
        <span class="beside">{children}</span>
      </dd>
    </div>
  );
}

function Budget({ budget }: { readonly budget: BudgetView }): JSX.Element {
  const { texts, locale } = useDashboard();
  const { period, settled, reserved, lostAt, level } = budget;
  const limit = formatLimit(budget.budget, locale);
  const text = fill(period === 'day' ? texts.budgetDay : texts.budgetMonth, formatRounded(settled, locale), limit);
  const share = (nanoDollars: number) => `${Math.min(100, (100 * nanoDollars) / budget.budget)}%`;
  return (
    <div class={`budget ${level}`}>
      <span>
        {text}
        {level !== 'below' && <strong> {level === 'warning' ? texts.budgetWarning : texts.budgetReached}</strong>}
      </span>
      <span class="budget-bar" aria-hidden="true">
        <span style={{ width: share(settled) }} />
        <span
          class="reserved"
          style={{ width: share(lostAt === undefined ? (reserved ?? budget.budget) : budget.budget) }}
        />
      </span>
      {lostAt !== undefined && <span class="beside">{texts.budgetLost}</span>}
      {reserved !== 0 && (
        <span class="beside">
          {reserved === null ? texts.budgetNoBound : fill(texts.budgetReserved, formatUpperBound(reserved, locale))}
        </span>
      )}
    </div>
  );
}
