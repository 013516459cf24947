import type { ComponentChildren, JSX } from 'preact';
import { inputTokens } from '../../../core/spend/usage.ts';
import type { BudgetView, ReportView } from '../../../shared/spendView.ts';
import { ActionButton } from '../../comparison/actionButton.tsx';
import { fill } from '../../comparison/format.ts';
import { budgetWords } from '../budgetWords.ts';
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
          {unknownText(total, formats, locale, texts)}
        </Figure>
        <Figure name={texts.requests} value={formats.whole(total.requests)}>
          {known > 0 && fill(texts.perRequest, formats.money(Math.round(total.nanoDollars / known)))}
        </Figure>
        <Figure
          name={total.cacheSavings < 0 ? texts.cachingCost : texts.savedByCaching}
          value={known === 0 && total.requests > 0 ? texts.unknown : formats.money(Math.abs(total.cacheSavings))}
        >
          {total.cacheSavings < 0 && <span class="line">{texts.moreThanSaved}</span>}
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
              <>
                {budgets.map((budget) => (
                  <Budget key={budget.period} budget={budget} />
                ))}
                <span class="budget-actions">
                  {budgets.some(({ lostAt }) => lostAt !== undefined) && (
                    <ActionButton look="quiet" onPress={() => send('action-chosen', { action: 'accept-loss' })}>
                      {texts.goOnWithoutIt}
                    </ActionButton>
                  )}
                  <ActionButton look="quiet" onPress={() => send('action-chosen', { action: 'change-budget' })}>
                    {texts.changeBudgets}
                  </ActionButton>
                </span>
              </>
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
  const { settled, reserved, lostAt } = budget;
  const { standing, level } = budgetWords(budget, locale, texts);
  const share = (nanoDollars: number) => `${Math.min(100, (100 * nanoDollars) / budget.budget)}%`;
  return (
    <div class={`budget ${budget.level}`}>
      <span>
        {standing}
        {level !== null && <strong> {level}</strong>}
      </span>
      <span class="budget-bar" aria-hidden="true">
        <span style={{ width: share(settled) }} />
        <span
          class="reserved"
          style={{ width: share(lostAt === undefined ? (reserved ?? budget.budget) : budget.budget) }}
        />
      </span>
    </div>
  );
}
