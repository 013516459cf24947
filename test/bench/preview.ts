import { join } from 'node:path';
import { parse, serialize } from 'parse5';
import type { CDPSession, Page } from 'playwright-core';
import type { RenderRequest } from '../../src/app/preview/previewPorts.ts';
import { noCost } from '../../src/core/spend/cost.ts';
import { readPreviewFiles } from '../../src/panel/preview/previewFiles.ts';
import { previewHtml } from '../../src/panel/preview/previewHtml.ts';
import { previewTexts } from '../../src/panel/preview/previewTexts.ts';
import { renderHtml } from '../../src/preview/renderHtml.ts';
import type { PreviewSideView, PreviewView } from '../../src/shared/previewView.ts';
import { goodPricing } from '../ui/preview/pricingPages.ts';
import { launchBrowser } from '../vscode/launchBrowser.ts';
import { projectFolder } from '../vscode/projectFolder.ts';
import { type Measures, measured, percentile } from './measure.ts';
import { renderComponents } from './previewComponent.ts';

const nonce = 'bmV2ZXIgdXNlZCBlbHNld2hlcmU=';
const renderings = 60;
const warmUps = 10;
/** What a side waits at most before it is rendered again, in milliseconds. */
const throttle = 200;

/** A page of about 30 kB, as models write them. */
const whole = goodPricing.replace(
  '</main>',
  `${'<section class="plan"><h2>Stall</h2><p>One till, one user, as long as you like.</p></section>\n'.repeat(320)}</main>`,
);

/**
 * Measures a page that grows while it streams: what rendering it once more takes on the extension host's thread, beside
 * parse5 alone on the same text; what showing it takes on the page's own thread, and until it is seen, beside a bare
 * frame with the same document; and from both what the last token's way to the eye comes to at most.
 */
export async function measurePreview(): Promise<Measures> {
  const files = await readPreviewFiles(join(projectFolder, 'dist', 'webview'));
  const [ours, bare]: [number[], number[]] = [[], []];
  const documents: string[] = [];
  for (let step = -warmUps; step < renderings; step += 1) {
    const text = whole.slice(0, Math.round((whole.length * (Math.max(step, 0) + 1)) / renderings));
    const request = requestFor(text, files.frameScript);
    const began = performance.now();
    const { document } = await renderHtml(request);
    const rendered = performance.now();
    serialize(parse(text));
    const read = performance.now();
    if (step < 0) continue;
    documents.push(document);
    ours.push(rendered - began);
    bare.push(read - rendered);
  }
  const components = await renderComponents(requestFor('', files.frameScript), throttle);
  const { page, close } = await launchBrowser({ viewport: { width: 1200, height: 900 } });
  try {
    const script = previewHtml({ ...files, nonce, allowsScripts: false, landmark: 'Preview', locale: 'en' });
    const shown = await showAll(page, script, documents);
    const drawn = await showAll(page, script, components.documents);
    const frames = await showBare(page, documents);
    const latest = percentile(ours, 0.95) + percentile(shown.seen, 0.95);
    return {
      'preview.render.p95': measured(percentile(ours, 0.95), 'ms', percentile(bare, 0.95)),
      'preview.thread': measured(shown.thread, 'ms', frames.thread),
      'preview.seen.p95': measured(percentile(shown.seen, 0.95), 'ms', percentile(frames.seen, 0.95)),
      'preview.perSecond': measured(1000 / throttle, '/s'),
      'preview.firstPaint.atMost': measured(throttle + latest, 'ms'),
      ...components.measures,
      'preview.component.firstPaint.atMost': measured(
        throttle + components.renderTime + percentile(drawn.seen, 0.95),
        'ms',
      ),
    };
  } finally {
    await close();
  }
}

function requestFor(text: string, frameScript: string): RenderRequest {
  const look = { scheme: 'system', rightToLeft: false, reducedMotion: false, dataSet: 'typical' } as const;
  return {
    path: 'page.html',
    text,
    look,
    runScripts: false,
    ownProps: null,
    tailwind: false,
    underWay: false,
    nonce,
    frameScript,
    read: async () => null,
  };
}

interface Shown {
  /** Milliseconds from the message until the document is seen. */
  readonly seen: readonly number[];
  /** Milliseconds of the page's main thread for each document. */
  readonly thread: number;
}

async function showAll(page: Page, html: string, documents: readonly string[]): Promise<Shown> {
  await page.addInitScript(() => {
    Object.assign(window, {
      acquireVsCodeApi: () => ({ postMessage: () => undefined, getState: () => undefined, setState: () => undefined }),
    });
  });
  await page.route('http://preview.test/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://preview.test/');
  await page.evaluate((message) => window.postMessage(message), {
    type: 'view-replaced',
    payload: { view: viewOf() },
  });
  await page.locator('.sides').waitFor();
  return measureEach(page, documents, async (document, revision) =>
    page.evaluate(
      async (view) => {
        const began = performance.now();
        window.postMessage({ type: 'side-changed', payload: { view } });
        const isSeen = () =>
          window.document.querySelector<HTMLIFrameElement>('.stage iframe:not(.loading)')?.srcdoc ===
          view.page.document;
        while (!isSeen()) await new Promise(requestAnimationFrame);
        return performance.now() - began;
      },
      sideOf('left', document, revision) as PreviewSideView & { page: { document: string } },
    ),
  );
}

/** The same documents in a frame that is given one after the other. */
async function showBare(page: Page, documents: readonly string[]): Promise<Shown> {
  await page.route('http://bare.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><iframe sandbox="allow-scripts"></iframe>' }),
  );
  await page.goto('http://bare.test/');
  return measureEach(page, documents, async (document) =>
    page.evaluate(async (text) => {
      const frame = window.document.querySelector('iframe');
      const began = performance.now();
      if (frame === null) return 0;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      frame.srcdoc = text;
      await loaded;
      await new Promise(requestAnimationFrame);
      return performance.now() - began;
    }, document),
  );
}

async function measureEach(
  page: Page,
  documents: readonly string[],
  show: (document: string, revision: number) => Promise<number>,
): Promise<Shown> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const seen: number[] = [];
  const before = await taskSeconds(session);
  for (const [index, document] of documents.entries()) seen.push(await show(document, index + 1));
  const thread = (1000 * ((await taskSeconds(session)) - before)) / documents.length;
  await session.detach();
  return { seen, thread };
}

/** How long the page's main thread has worked so far. */
async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

function sideOf(side: 'left' | 'right', document: string, revision: number): PreviewSideView {
  return {
    side,
    label: side === 'left' ? 'GPT-5.5' : 'Claude Opus 4.7',
    underWay: true,
    status: 'writing',
    unchanged: false,
    figures: { startedAt: null, endedAt: null, cost: noCost, failureKind: null },
    noScripts: 'under-way',
    ownProps: null,
    page: {
      kind: 'page',
      revision,
      document,
      runsScripts: false,
      bytes: 1,
      leftOut: [],
      component: null,
      messages: [],
      fault: null,
      complete: false,
    },
  };
}

function viewOf(): PreviewView {
  const waiting = (side: 'left' | 'right') => ({ ...sideOf(side, '', 0), page: { kind: 'waiting' } }) as const;
  return {
    files: ['page.html'],
    file: 0,
    look: { scheme: 'system', rightToLeft: false, reducedMotion: false, dataSet: 'typical' },
    left: waiting('left'),
    right: waiting('right'),
    notice: null,
    texts: previewTexts({ t: (message) => message }),
    locale: 'en',
  };
}
