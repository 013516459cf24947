import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type ImageOptions,
  imageBackgrounds,
  imageQualities,
  imageSizes,
  possibleOptions,
  rasterFormats,
} from '../../core/asset/imageOptions.ts';
import { longestImageInstruction } from '../../core/asset/imagePrompt.ts';
import { formatUpperBound } from '../../core/spend/money.ts';
import type { ImageDraft } from '../../shared/imageMessages.ts';
import type { ImageView } from '../../shared/imageView.ts';
import { ActionButton } from '../comparison/actionButton.tsx';
import { fill } from '../comparison/format.ts';
import { Choice } from './choice.tsx';
import { useImage } from './imageContext.ts';

/** How long after the last change the host hears of it, in milliseconds. */
const tellDelay = 200;

interface WishProps {
  readonly view: ImageView;
  readonly onDraft: (draft: ImageDraft) => void;
}

/** What the picture should be, before anything is sent. */
export function Wish({ view, onDraft }: WishProps): JSX.Element {
  const { texts, send } = useImage();
  const [draft, setDraft] = useState<ImageDraft>({ instruction: view.instruction, options: view.options });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    onDraft(draft);
    const timer = window.setTimeout(() => send('draft-changed', draft), tellDelay);
    return () => window.clearTimeout(timer);
  }, [draft, onDraft, send]);

  const { instruction, options } = draft;
  const change = (changed: Partial<ImageOptions>) =>
    setDraft({ ...draft, options: possibleOptions({ ...options, ...changed }) });
  const isEmpty = instruction.trim() === '';
  const ask = () => {
    if (!isEmpty) send('images-asked', draft);
  };
  return (
    <form
      class="wish"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <label class="wish-words">
        {texts.instruction}
        <textarea
          ref={field}
          rows={3}
          value={instruction}
          maxLength={longestImageInstruction}
          placeholder={texts.placeholder}
          onInput={({ currentTarget }) => setDraft({ ...draft, instruction: currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            ask();
          }}
        />
      </label>
      <div class="wish-options">
        <Choice
          label={texts.size}
          value={options.size}
          choices={imageSizes.map((size) => ({ value: size, text: texts.sizes[size] }))}
          onChoose={(size) => change({ size })}
        />
        <Choice
          label={texts.background}
          value={options.background}
          choices={imageBackgrounds.map((background) => ({ value: background, text: texts.backgrounds[background] }))}
          onChoose={(background) => change({ background })}
        />
        <Choice
          label={texts.format}
          value={options.format}
          choices={rasterFormats.map((format) => ({
            value: format,
            text: format.toUpperCase(),
            disabledBecause: format === 'jpeg' && options.background === 'transparent' ? texts.noTransparency : null,
          }))}
          onChoose={(format) => change({ format })}
        />
        <Choice
          label={texts.quality}
          value={options.quality}
          choices={imageQualities.map((quality) => ({ value: quality, text: texts.qualities[quality] }))}
          onChoose={(quality) => change({ quality })}
        />
      </div>
      <p class="dim">{texts.onlyPixels}</p>
      <div class="wish-end">
        <ActionButton look="primary" disabledBecause={isEmpty ? texts.nothingToAsk : null} onPress={ask}>
          {texts.ask}
        </ActionButton>
        <Worst view={view} />
      </div>
    </form>
  );
}

/** What it can cost at most, before it is asked for. */
function Worst({ view }: { readonly view: ImageView }): JSX.Element {
  const { texts, locale } = useImage();
  const { requests } = view;
  const parts =
    requests === null
      ? []
      : [requests.left, requests.right].map(({ label, worst }) =>
          worst === null
            ? fill(texts.atMostUnknown, label)
            : fill(texts.atMost, label, formatUpperBound(worst, locale)),
        );
  return <p class="dim worst">{parts.join(' · ')}</p>;
}
