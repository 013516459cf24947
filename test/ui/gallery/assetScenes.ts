import { defaultImageOptions } from '../../../src/core/asset/imageOptions.ts';
import { finished, firstPartial } from '../../../src/models/scripted/answers/umbrella/umbrellaPicture.ts';
import { assetTexts } from '../../../src/panel/asset/assetTexts.ts';
import type { NoticeView } from '../../../src/shared/comparisonView.ts';
import type { ImageSideView, ImageView, PictureView } from '../../../src/shared/imageView.ts';

/** Something the panel of an image asset can show. */
export interface AssetScene {
  readonly name: string;
  readonly view: ImageView;
  /** What is pressed before it is looked at, by what stands on it. */
  readonly press?: readonly string[];
}

const startedAt = Date.now();
const dollars = (amount: number) => amount * 1_000_000_000;

/** A drawing like the one that a model would make, with what was taken out of it. */
const umbrella =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path d="M32 8v44a6 6 0 0 0 12 0" fill="none" stroke="#39424e" stroke-width="3"/><path d="M6 34a26 24 0 0 1 52 0z" fill="#3f86e0"/></svg>';
const wide =
  '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="400" viewBox="0 0 4000 400"><rect width="4000" height="400" fill="#0b5d4c"/><circle cx="200" cy="200" r="150" fill="#f3efe6"/></svg>';

function pixels(base64: string): PictureView {
  const source = `data:image/png;base64,${base64}`;
  return { source, format: 'PNG', scalable: false, bytes: (base64.length * 3) / 4, takenOut: [] };
}

function drawn(svg: string, takenOut: readonly string[] = []): PictureView {
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return { source, format: 'SVG', scalable: true, bytes: svg.length, takenOut };
}

const finishedPicture = pixels(finished);
const drawing = drawn(umbrella, ['<script>', 'onload', 'href="https://stats.invalid/pixel.png"']);

function side(place: 'left' | 'right', changes: Partial<ImageSideView> = {}): ImageSideView {
  const isLeft = place === 'left';
  return {
    side: place,
    label: isLeft ? 'GPT-5.5' : 'Claude Opus 4.7',
    scripted: false,
    status: 'done',
    partials: 0,
    usable: true,
    altText: isLeft ? 'An open red umbrella with a wooden handle' : 'A blue umbrella, open, seen from the side',
    notice: null,
    retry: null,
    cost: { kind: 'exact', nanoDollars: dollars(isLeft ? 0.0421 : 0.0137) },
    startedAt,
    endedAt: startedAt + (isLeft ? 21_400 : 8200),
    ...changes,
  };
}

const underWay = { usable: false, altText: '', endedAt: null, cost: null } as const;
const notAsked = { ...underWay, status: 'waiting', startedAt: null } as const;

const budget: NoticeView = {
  tone: 'error',
  sentence: 'Today’s budget of $1 would be passed: $0.87 spent, and this request can cost up to $1.27.',
  actions: [
    { id: 'allow-over-budget', label: 'Allow this once' },
    { id: 'change-budget', label: 'Change the budget' },
  ],
};
const refused: NoticeView = {
  tone: 'error',
  sentence: 'GPT-5.5 declined to answer this: The safety system held it back.',
  actions: [
    { id: 'ask-again', label: 'Ask again' },
    { id: 'show-request', label: 'Show what was sent' },
    { id: 'show-log', label: 'Show log' },
  ],
};

const requests: ImageView['requests'] = {
  left: {
    label: 'GPT-5.5',
    endpoint: 'POST https://api.openai.com/v1/responses',
    body: JSON.stringify({ model: 'gpt-5.5', tools: [{ type: 'image_generation', size: '1024x1024' }] }, null, 2),
    worst: dollars(1.27),
  },
  right: {
    label: 'Claude Opus 4.7',
    endpoint: 'POST https://api.anthropic.com/v1/messages',
    body: JSON.stringify({ model: 'claude-opus-4-7', max_tokens: 32_000, system: 'Draw in SVG. '.repeat(40) }, null, 2),
    worst: null,
  },
};

function scene(name: string, changes: Partial<ImageView>, press?: readonly string[]): AssetScene {
  const view: ImageView = {
    assetId: name,
    instruction: 'An icon of an umbrella',
    options: defaultImageOptions,
    asked: true,
    left: side('left'),
    right: side('right'),
    pictures: { left: finishedPicture, right: drawing },
    requests,
    texts: assetTexts({ t: (message) => message }),
    locale: 'en',
    ...changes,
  };
  return { name, view, ...(press === undefined ? {} : { press }) };
}

const nothing = { left: null, right: null } as const;
const draft: Partial<ImageView> = {
  asked: false,
  left: side('left', notAsked),
  right: side('right', notAsked),
  pictures: nothing,
};

/** Every state of an image asset's panel. */
export const assetScenes: readonly AssetScene[] = [
  scene('asset-empty', { ...draft, instruction: '', requests: null }),
  scene('asset-draft', draft, ['What is sent']),
  scene('asset-waiting', {
    left: side('left', { ...underWay, status: 'connecting' }),
    right: side('right', { ...underWay, status: 'thinking' }),
    pictures: nothing,
  }),
  scene('asset-partial', {
    left: side('left', { ...underWay, status: 'writing', partials: 1 }),
    right: side('right', { ...underWay, status: 'writing', scripted: true }),
    pictures: { left: pixels(firstPartial), right: null },
  }),
  scene('asset-done', {}),
  scene('asset-dark-ground', {}, ['Dark', '64']),
  scene('asset-failed', {
    left: side('left', { ...underWay, status: 'failed', endedAt: startedAt + 3100, notice: refused }),
    pictures: { left: null, right: drawing },
  }),
  scene('asset-budget', {
    left: side('left', { ...notAsked, status: 'failed', notice: budget }),
    right: side('right', {
      ...notAsked,
      status: 'failed',
      notice: { ...budget, actions: [...budget.actions, { id: 'accept-loss', label: 'Count from then on' }] },
    }),
    pictures: nothing,
  }),
  scene('asset-cancelled', {
    left: side('left', {
      ...underWay,
      status: 'cancelled',
      endedAt: startedAt + 9100,
      cost: { kind: 'unknown', upperBound: dollars(1.27) },
    }),
    right: side('right', { ...underWay, status: 'cancelled', endedAt: startedAt + 900 }),
    pictures: { left: pixels(firstPartial), right: null },
  }),
  scene('asset-retry', {
    left: side('left', {
      ...underWay,
      status: 'connecting',
      retry: { sentence: 'OpenAI is overloaded.', untilMs: Date.now() + 3_600_000 },
    }),
    right: side('right', { altText: '' }),
    pictures: { left: null, right: drawing },
  }),
  scene('asset-long', {
    instruction: `A wide banner for the autumn sale: ${'umbrellas, raincoats and rubber boots, '.repeat(12)}on a plain ground`,
    left: side('left', { label: 'A contender of the person’s own with a name that somebody wrote out in full' }),
    right: side('right', { altText: 'A green banner with a moon. '.repeat(30) }),
    pictures: {
      left: finishedPicture,
      right: drawn(
        wide,
        Array.from({ length: 14 }, (_, at) => `href="https://stats.invalid/${'pixel-'.repeat(at)}.png"`),
      ),
    },
  }),
];
