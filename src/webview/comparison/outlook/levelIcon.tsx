import type { JSX } from 'preact';
import type { BudgetLevel } from '../../../core/spend/budget.ts';
import { Icon } from '../icon.tsx';

/** A sign beside the words, since colour alone is not seen by all; nothing while a budget is not near. */
export function LevelIcon({ level }: { readonly level: BudgetLevel }): JSX.Element | null {
  if (level === 'below') return null;
  return <Icon name={level === 'reached' ? 'error' : 'warning'} />;
}
