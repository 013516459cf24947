import type { JSX } from 'preact';
import type { OutlookView } from '../../../shared/outlookView.ts';
import { usePanel } from '../panelContext.ts';
import { LevelIcon } from './levelIcon.tsx';
import { gravestLevel, OutlookWords } from './outlookWords.ts';

/** What sending would cost, in one line beside the button that sends. */
export function OutlookSummary({ outlook }: { readonly outlook: OutlookView }): JSX.Element {
  const { view, texts } = usePanel();
  const words = new OutlookWords(view);
  const prices = words.prices(outlook, view);
  const level = gravestLevel(outlook);
  const refusals = (outlook.periods ?? []).map((period) => words.refusal(period));
  const refusal = outlook.heldBack ?? refusals.find((text) => text !== null) ?? null;
  return (
    <span class={`summary outlook-summary ${level}`} aria-live="polite">
      <LevelIcon level={level} />
      <span class="outlook-figures">
        <span title={[texts.atMostExplained, texts.furtherRequests, prices].join('\n').trim()}>
          {words.total(outlook)}
        </span>
        {outlook.periods === null ? (
          <span>{texts.spendUnreadable}</span>
        ) : (
          outlook.periods.map((period) => (
            <span key={period.period} class={`outlook-standing ${period.level}`} title={words.standingAtMost(period)}>
              {words.standing(period)}
            </span>
          ))
        )}
        {refusal !== null && <span class="outlook-note">{refusal}</span>}
      </span>
    </span>
  );
}
