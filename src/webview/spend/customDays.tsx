import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { firstDate, isPlausibleDate, type PeriodChoice } from '../../core/spend/periodChoice.ts';
import { useDashboard } from './dashboardContext.ts';
import { dateOf } from './dateOf.ts';

type CustomPeriod = Extract<PeriodChoice, { readonly kind: 'custom' }>;

/** The first and the last day of a period of the person's own. */
export function CustomDays({ choice }: { readonly choice: CustomPeriod }): JSX.Element {
  const { texts, changeFilters } = useDashboard();
  return (
    <span class="custom-days">
      <DayField
        name={texts.from}
        day={choice.from}
        onChoose={(from) => changeFilters({ period: { ...choice, from } })}
      />
      <DayField name={texts.to} day={choice.to} onChoose={(to) => changeFilters({ period: { ...choice, to } })} />
    </span>
  );
}

interface DayFieldProps {
  readonly name: string;
  /** As a date field has it. */
  readonly day: string;
  readonly onChoose: (day: string) => void;
}

/** While somebody types, a date field has no date, or one of the year 2: only one that can be meant is chosen. */
function DayField({ name, day, onChoose }: DayFieldProps): JSX.Element {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const change = (typed: string) => {
    const isPlausible = isPlausibleDate(typed, Date.now());
    setDraft(isPlausible ? null : typed);
    if (isPlausible && typed !== day) onChoose(typed);
  };
  return (
    <>
      <label for={id}>{name}</label>
      <input
        id={id}
        type="date"
        min={firstDate}
        max={dateOf(tomorrow())}
        value={draft ?? day}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => setDraft(null)}
      />
    </>
  );
}

function tomorrow(): Date {
  const date = new Date();
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1);
}
