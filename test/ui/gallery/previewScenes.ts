import { previewTexts } from '../../../src/panel/preview/previewTexts.ts';
import type {
  PageState,
  PageView,
  PreviewLook,
  PreviewSideView,
  PreviewView,
} from '../../../src/shared/previewView.ts';
import { faultyPricing, goodPricing } from '../preview/pricingPages.ts';
import { previewEdgeScenes } from './previewEdgeScenes.ts';

/** One side of a scene: its page's text where it has one, and what differs from an ordinary side. */
export interface SceneSide {
  /** HTML; null where no page is to be seen. */
  readonly text: string | null;
  readonly page?: Partial<PageView> | Exclude<PageState, { readonly kind: 'page' }>;
  readonly more?: Partial<PreviewSideView>;
}

/** Something the preview can show. */
export interface PreviewScene {
  readonly name: string;
  readonly left: SceneSide;
  readonly right: SceneSide;
  readonly files?: readonly string[];
  readonly notice?: string;
  readonly look?: Partial<PreviewLook>;
  /** Whether all that it is made of is in other scenes, so that its colours need no look of their own. */
  readonly sameParts?: boolean;
  /** What is pressed before it is looked at, one after the other, by what stands on it. */
  readonly press?: readonly string[];
}

const good: SceneSide = { text: goodPricing };
const faulty: SceneSide = {
  text: faultyPricing,
  page: { leftOut: ['https://pictures.invalid/stall.png', 'market.png'] },
};

/** Every state of the preview. */
export const previewScenes: readonly PreviewScene[] = [
  { name: 'preview-two', left: good, right: faulty },
  { name: 'preview-slider', left: good, right: faulty, press: ['Slider'] },
  {
    name: 'preview-view-menu',
    left: good,
    right: faulty,
    files: ['site/pricing.html', 'site/about.html'],
    press: ['View'],
  },
  {
    name: 'preview-waiting',
    left: { text: null, page: { kind: 'waiting' }, more: { underWay: true } },
    right: { ...good, more: { underWay: true, noScripts: 'under-way' }, page: { complete: false } },
  },
  {
    name: 'preview-absent',
    left: { text: null, page: { kind: 'absent' }, more: { unchanged: true } },
    right: good,
  },
  {
    name: 'preview-fault',
    left: {
      ...good,
      page: { fault: { message: 'Unexpected token, expected "}"', line: 12 }, complete: false },
      more: { noScripts: 'browser' },
    },
    right: {
      text: null,
      page: {
        kind: 'faulty',
        fault: { message: 'Cannot read properties of null (reading "getContext")', line: 3 },
        component: { props: '{}', ownProps: false, notes: [] },
      },
    },
  },
  {
    name: 'preview-component',
    left: {
      ...good,
      page: {
        component: {
          props: '{}',
          ownProps: false,
          notes: [
            { kind: 'missing', name: '@acme/charts' },
            { kind: 'version', name: 'react', wanted: '^17.0.2', shown: '19.2.0' },
            { kind: 'styling', name: 'tailwind.config.ts' },
          ],
        },
        messages: [{ level: 'warning', text: 'A list needs a key for each of its items.' }],
      },
    },
    right: { ...faulty, more: { figures: { ...figuresOf(7200), cost: { kind: 'unknown', upperBound: 120_000_000 } } } },
  },
  {
    name: 'preview-scripts',
    left: { ...good, more: { noScripts: null } },
    right: { ...faulty, page: { runsScripts: true }, more: { noScripts: null } },
    notice: previewTexts({ t: (message) => message }).notResponding,
  },
  ...previewEdgeScenes,
];

/**
 * What the host would post of a scene.
 *
 * @param render makes a document of a page's text
 */
export async function previewViewOf(
  { left, right, files = ['site/pricing.html'], notice, look: changed }: PreviewScene,
  render: (text: string, look: PreviewLook) => Promise<string>,
): Promise<PreviewView> {
  const look: PreviewLook = {
    scheme: 'light',
    rightToLeft: false,
    reducedMotion: false,
    dataSet: 'typical',
    ...changed,
  };
  const [leftDocument, rightDocument] = await Promise.all(
    [left, right].map(({ text }) => (text === null ? '' : render(text, look))),
  );
  return {
    files,
    file: 0,
    look,
    left: sideView('left', left, leftDocument ?? ''),
    right: sideView('right', right, rightDocument ?? ''),
    notice: notice ?? null,
    texts: previewTexts({ t: (message) => message }),
    locale: 'en',
  };
}

function sideView(side: 'left' | 'right', { text, page, more }: SceneSide, document: string): PreviewSideView {
  return {
    side,
    label: side === 'left' ? 'GPT-5.5' : 'Claude Opus 4.7',
    underWay: false,
    status: 'done',
    unchanged: false,
    figures: figuresOf(side === 'left' ? 9400 : 12_300),
    noScripts: side === 'left' ? 'no-scripts' : null,
    ownProps: null,
    page: page !== undefined && 'kind' in page ? page : pageView(document, text ?? '', page ?? {}),
    ...more,
  };
}

function pageView(document: string, text: string, more: Partial<PageView>): PageState {
  return {
    kind: 'page',
    revision: 1,
    document,
    runsScripts: false,
    bytes: text.length,
    leftOut: [],
    component: null,
    messages: [],
    fault: null,
    complete: true,
    ...more,
  };
}

function figuresOf(took: number): PreviewSideView['figures'] {
  return {
    startedAt: 1_000,
    endedAt: 1_000 + took,
    cost: { kind: 'exact', nanoDollars: took * 4000 },
    failureKind: null,
  };
}
