import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { formatCost } from '../../core/spend/money.ts';
import type { ImageSideView, PictureView } from '../../shared/imageView.ts';
import { ActionButton } from '../comparison/actionButton.tsx';
import { fill, formatDuration, formatElapsed } from '../comparison/format.ts';
import { SideMark } from '../comparison/sideMark.tsx';
import { useNow } from '../comparison/useNow.ts';
import { AltText } from './altText.tsx';
import { useImage } from './imageContext.ts';
import { Stage } from './stage.tsx';
import { useKeptFocus } from './useKeptFocus.ts';

interface SideColumnProps {
  readonly view: ImageSideView;
  readonly picture: PictureView | null;
}

/** One side: whose picture it is and how far, the picture, and what can be done with it. */
export function SideColumn({ view, picture }: SideColumnProps): JSX.Element {
  const { texts } = useImage();
  const { side, label, status, partials, usable } = view;
  const region = useRef<HTMLElement>(null);
  useKeptFocus(region, () => region.current);
  const isUnderWay = view.startedAt !== null && view.endedAt === null;
  const now =
    isUnderWay && partials > 0 && status === 'writing' ? fill(texts.partial, partials) : texts.statuses[status];
  return (
    <section ref={region} tabIndex={-1} class={`side ${side}`} aria-label={fill(texts.sideName, label)}>
      <header class="side-heading">
        <SideMark side={side} />
        <h2>{label}</h2>
        <span class={`dim status ${status}`} role="status">
          {now}
        </span>
        {view.scripted && <span class="tag">{texts.scripted}</span>}
        <Cancel view={view} />
        <AskAgain view={view} />
      </header>
      <Stage view={view} picture={picture} />
      <Figures view={view} picture={picture} />
      {view.notice !== null && <Notice view={view} />}
      {view.retry !== null && <Retry view={view} />}
      {!usable && !isUnderWay && picture !== null && <p class="dim">{texts.unfinished}</p>}
      {usable && picture !== null && <AltText view={view} picture={picture} />}
      {picture !== null && picture.takenOut.length > 0 && (
        <p class="taken-out">
          {fill(texts.takenOut, '')}
          {picture.takenOut.map((name) => (
            <code key={name}>{name}</code>
          ))}
        </p>
      )}
    </section>
  );
}

function Cancel({ view }: { readonly view: ImageSideView }): JSX.Element | null {
  const { texts, send } = useImage();
  const { side, label, startedAt, endedAt } = view;
  if (startedAt === null || endedAt !== null) return null;
  return (
    <ActionButton
      look="quiet"
      className="cancel"
      name={fill(texts.cancelSide, label)}
      onPress={() => send('image-cancelled', { side })}
    >
      {texts.cancel}
    </ActionButton>
  );
}

/** Only where there is nothing to be lost by it. */
function AskAgain({ view }: { readonly view: ImageSideView }): JSX.Element | null {
  const { texts, send } = useImage();
  const { side, label, status, usable } = view;
  if (usable || (status !== 'failed' && status !== 'cancelled')) return null;
  return (
    <ActionButton
      look="quiet"
      className="cancel"
      name={fill(texts.askSideAgain, label)}
      onPress={() => send('action-chosen', { side, action: 'ask-again' })}
    >
      {texts.askAgain}
    </ActionButton>
  );
}

function Figures({ view, picture }: SideColumnProps): JSX.Element {
  const { texts, locale } = useImage();
  const { startedAt, endedAt, cost } = view;
  const isUnderWay = startedAt !== null && endedAt === null;
  const now = useNow(isUnderWay);
  const words = { unknown: texts.costUnknown, unknownAtMost: texts.costUnknownAtMost };
  return (
    <p class="figures dim">
      <span>
        {texts.cost} <b>{cost === null ? '–' : formatCost(cost, locale, words)}</b>
      </span>
      <span>
        {texts.time}{' '}
        {startedAt === null ? (
          <b>–</b>
        ) : (
          <b {...(isUnderWay ? { 'aria-hidden': true } : {})}>
            {endedAt === null ? formatElapsed(now - startedAt) : formatDuration(endedAt - startedAt, locale)}
          </b>
        )}
      </span>
      {picture !== null && (
        <span>{fill(texts.fileSize, picture.format, (picture.bytes / 1000).toLocaleString(locale, kilobytes))}</span>
      )}
    </p>
  );
}

const kilobytes = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

function Notice({ view }: { readonly view: ImageSideView }): JSX.Element | null {
  const { send } = useImage();
  const { side, label, notice } = view;
  if (notice === null) return null;
  return (
    <div class="notice" role="alert">
      <p>{notice.sentence}</p>
      <div class="notice-actions">
        {notice.actions
          // What was sent is on this very page, and asking again stands above.
          .filter(({ id }) => id !== 'show-request' && id !== 'ask-again')
          .map(({ id, label: words }, index) => (
            <ActionButton
              key={id}
              look={index === 0 ? 'secondary' : 'quiet'}
              name={`${words}: ${label}`}
              onPress={() => send('action-chosen', { side, action: id })}
            >
              {words}
            </ActionButton>
          ))}
      </div>
    </div>
  );
}

function Retry({ view }: { readonly view: ImageSideView }): JSX.Element | null {
  const { texts } = useImage();
  const now = useNow(true);
  if (view.retry === null) return null;
  const { sentence, untilMs } = view.retry;
  return <p class="dim">{fill(texts.tryingAgain, sentence, formatElapsed(untilMs - now + 999))}</p>;
}
