import type { JSX } from 'preact';
import { type Side, sides } from '../../../core/side.ts';
import type { OutlookView, PeriodOutlookView } from '../../../shared/outlookView.ts';
import { ActionButton } from '../actionButton.tsx';
import { fill } from '../format.ts';
import { usePanel } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';
import { LevelIcon } from './levelIcon.tsx';
import { OutlookWords } from './outlookWords.ts';

/** What sending would cost: a line for each side, and one for each budget's period. */
export function OutlookSection({ outlook }: { readonly outlook: OutlookView }): JSX.Element {
  const { view, texts } = usePanel();
  const prices = new OutlookWords(view).prices(outlook, view);
  return (
    <section class="request-section outlook">
      <h3>{texts.whatItWillCost}</h3>
      <ul>
        {sides.map((side) => (
          <SideLine key={side} side={side} outlook={outlook} />
        ))}
      </ul>
      <ul>
        {outlook.heldBack !== null && (
          <li class="outlook-line reached">
            <LevelIcon level="reached" />
            {outlook.heldBack}
          </li>
        )}
        {outlook.periods === null ? (
          <li class="outlook-line reached">
            <LevelIcon level="reached" />
            {texts.spendUnreadable}
          </li>
        ) : (
          outlook.periods.map((period) => <PeriodLine key={period.period} period={period} />)
        )}
      </ul>
      <p class="outlook-foot">
        <span>{texts.furtherRequests}</span>
        {prices !== '' && <span>{prices}</span>}
        <CountButton outlook={outlook} />
      </p>
    </section>
  );
}

function SideLine({ side, outlook }: { readonly side: Side; readonly outlook: OutlookView }): JSX.Element | null {
  const { view } = usePanel();
  const words = new OutlookWords(view);
  const { label } = view[side];
  const known = outlook[side];
  if (known === null) return null;
  return (
    <li class="outlook-line outlook-side">
      <SideMark side={side} />
      <b>{label}</b>
      <span class="outlook-figures">
        <span>{words.input(known)}</span>
        {words.costs(known, label).map(({ text, hint }) => (
          <span key={text} {...(hint === '' ? {} : { title: hint })}>
            {text}
          </span>
        ))}
      </span>
      {words.notes(known).map((note) => (
        <span key={note} class="outlook-note">
          {note}
        </span>
      ))}
    </li>
  );
}

function PeriodLine({ period }: { readonly period: PeriodOutlookView }): JSX.Element {
  const { view } = usePanel();
  const words = new OutlookWords(view);
  const refusal = words.refusal(period);
  return (
    <li class={`outlook-line ${period.level}`}>
      <LevelIcon level={period.level} />
      <span class="outlook-figures">
        <span class="outlook-standing">{words.standing(period)}</span>
        <span>{words.standingAtMost(period)}</span>
      </span>
      {refusal !== null && <span class="outlook-note">{refusal}</span>}
    </li>
  );
}

/** Has the providers count. They get what would be sent, and the button says so before it is pressed. */
function CountButton({ outlook }: { readonly outlook: OutlookView }): JSX.Element {
  const { view, texts, send } = usePanel();
  const asked = sides.filter((side) => outlook[side] !== null);
  const isCounted = asked.every((side) => outlook[side]?.countedBy === 'provider');
  const isCounting = asked.some((side) => outlook[side]?.countedBy === 'counting');
  const hosts = [...new Set(asked.map((side) => hostOf(view.request[side].endpoint)))];
  return (
    <ActionButton
      look="secondary"
      hint={fill(texts.countTokensExplained, hosts.join(', '))}
      disabledBecause={isCounted ? texts.countedAlready : isCounting ? texts.stillCounting : null}
      onPress={() => send('count-asked', {})}
    >
      {texts.countTokens}
    </ActionButton>
  );
}

/** The address as it is where it is none yet: the host tells it a moment after the panel opens. */
function hostOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
}
