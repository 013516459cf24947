import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ImageDraft } from '../../shared/imageMessages.ts';
import type { ImageView } from '../../shared/imageView.ts';
import { ActionButton } from '../comparison/actionButton.tsx';
import { useImage } from './imageContext.ts';
import { grounds, type Looks, shownSizes } from './looks.ts';
import { SideColumn } from './sideColumn.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { WhatIsSent } from './whatIsSent.tsx';
import { Wish } from './wish.tsx';

interface ImagePageProps {
  readonly view: ImageView;
  readonly onLooks: (change: Partial<Looks>) => void;
  readonly onDraft: (draft: ImageDraft) => void;
}

/** What is asked for, and both pictures beside each other on the same ground. */
export function ImagePage({ view, onLooks, onDraft }: ImagePageProps): JSX.Element {
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page, () => page.current?.querySelector<HTMLElement>('.instruction') ?? null);
  return (
    <div class="image-asset" ref={page}>
      {view.asked ? <Asked view={view} /> : <Wish view={view} onDraft={onDraft} />}
      {/* Folded again once it is sent, when there are pictures to look at. */}
      <WhatIsSent key={String(view.asked)} view={view} />
      {view.asked && <LookBar onLooks={onLooks} />}
      {view.asked && (
        <div class="sides">
          <SideColumn view={view.left} picture={view.pictures.left} />
          <SideColumn view={view.right} picture={view.pictures.right} />
        </div>
      )}
    </div>
  );
}

function Asked({ view }: { readonly view: ImageView }): JSX.Element {
  const { texts, send } = useImage();
  const { instruction, options, left, right } = view;
  const underWay = [left, right].some(({ startedAt, endedAt }) => startedAt !== null && endedAt === null);
  return (
    <header class="asked">
      <p class="instruction" tabIndex={-1}>
        {instruction}
      </p>
      <p class="dim">
        {[
          texts.sizes[options.size],
          `${texts.background}: ${texts.backgrounds[options.background]}`,
          options.format.toUpperCase(),
          `${texts.quality}: ${texts.qualities[options.quality]}`,
        ].join(' · ')}
      </p>
      {underWay && (
        <ActionButton look="quiet" className="cancel-both" onPress={() => send('image-cancelled', { side: null })}>
          {texts.cancelBoth}
        </ActionButton>
      )}
    </header>
  );
}

function LookBar({ onLooks }: { readonly onLooks: (change: Partial<Looks>) => void }): JSX.Element {
  const { texts, looks } = useImage();
  return (
    <div class="toolbar">
      <fieldset class="switch">
        <legend>{texts.ground}</legend>
        {grounds.map((ground) => (
          <ActionButton key={ground} look="quiet" pressed={looks.ground === ground} onPress={() => onLooks({ ground })}>
            {texts.grounds[ground]}
          </ActionButton>
        ))}
      </fieldset>
      <fieldset class="switch">
        <legend>{texts.shownSize}</legend>
        {shownSizes.map((size) => (
          <ActionButton
            key={size}
            look="quiet"
            pressed={looks.size === size}
            {...(size === null ? {} : { name: texts.pixels.replace('{0}', String(size)) })}
            onPress={() => onLooks({ size })}
          >
            {size ?? texts.free}
          </ActionButton>
        ))}
      </fieldset>
    </div>
  );
}
