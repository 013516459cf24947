import assert from 'node:assert/strict';
import type {
  ComponentJob,
  ComponentRenderer,
  ComponentRendering,
  ComponentWords,
} from '../../../../src/app/preview/componentPorts.ts';
import type { RenderRequest } from '../../../../src/app/preview/previewPorts.ts';
import { carefulChart } from '../../../../src/models/scripted/answers/salesChart/carefulChart.ts';
import { plainChart } from '../../../../src/models/scripted/answers/salesChart/plainChart.ts';
import { componentPages } from '../../../../src/preview/component/componentPage.ts';
import { readerOf } from './projectOf.ts';

const words: ComponentWords = {
  missing: '{0} is missing',
  standIns: 'without a browser',
  unseen: 'nothing yet',
  hidden: 'some later',
  pageStuck: 'too long',
  faults: {
    'no-component': 'none',
    'too-slow': 'slow',
    waiting: 'waiting',
    'too-much-memory': 'big',
    stuck: 'stuck',
  },
};
const request: RenderRequest = {
  path: 'src/App.tsx',
  text: 'text',
  look: { scheme: 'dark', rightToLeft: false, reducedMotion: false, dataSet: 'long' },
  runScripts: false,
  ownProps: '{}',
  tailwind: false,
  underWay: false,
  nonce: 'n',
  frameScript: 'ours()',
  read: readerOf({ 'src/styles/dot.png': 'png' }),
};
const markup = {
  html: '<p onclick="no()">Hi</p><script>no()</script><iframe src="https://a.invalid"></iframe>',
  head: '<meta name="theme-color" content="red">',
  styles: [
    { path: 'src/styles/a.css', css: 'p { background: url(dot.png) } b { background: url(https://b.invalid/c.png) }' },
    { path: 'src/b.css', css: 'i::after { content: "</style><script>no()</script>" }' },
  ],
  standIns: false,
  liveScript: null,
};
const rendered: ComponentRendering = {
  markup,
  fault: null,
  component: { props: '{}', ownProps: true, notes: [{ kind: 'missing', name: 'x' }] },
  messages: [{ level: 'error', text: 'key' }],
};

describe('The page of a component', () => {
  const jobs: Partial<Omit<ComponentJob, 'kind'>>[] = [];
  const rendererOf = (rendering: ComponentRendering): ComponentRenderer => ({
    render: async (job) => {
      jobs.push(job);
      return rendering;
    },
  });
  const pageOf = (rendering: ComponentRendering, change: Partial<RenderRequest> = {}) =>
    componentPages('react', rendererOf(rendering), words)({ ...request, ...change });

  it('is as safe as any other: nothing that acts, nothing from elsewhere', async () => {
    const page = await pageOf(rendered);
    assert.doesNotMatch(page.document, /onclick|<iframe|\/\/a\.invalid/);
    assert.deepEqual(page.document.match(/<script(?! nonce="n">ours)/g)?.length, 1, 'but for what stands in a style');
    assert.match(page.document, /content: "<\\\/style><script>no\(\)<\/script>" }<\/style>/);
    assert.match(page.document, /<script nonce="n">ours\(\)<\/script>/);
    assert.match(page.document, /<div id="root"><p>Hi<\/p>/);
    assert.match(page.document, /url\("data:image\/png;base64,/);
    assert.deepEqual(page.leftOut, ['https://b.invalid/c.png', 'https://a.invalid']);
    assert.deepEqual([page.hasContent, page.hasScripts, page.fault], [true, true, null]);
    assert.deepEqual([page.component, page.messages], [rendered.component, rendered.messages]);
    assert.deepEqual(jobs.at(-1), {
      kind: 'react',
      path: 'src/App.tsx',
      text: 'text',
      dataSet: 'long',
      ownProps: '{}',
      live: false,
      tailwind: false,
      underWay: false,
      missingWords: '{0} is missing',
    });
  });

  it('has the script that mounts it where scripts run, and no end of it within', async () => {
    const liveScript = 'mount("</script><!-- x")';
    const page = await pageOf({ ...rendered, markup: { ...markup, html: '', liveScript } }, { runScripts: true });
    assert.match(page.document, /<script>mount\("<\\\/script><\\!-- x"\)<\/script>/);
    assert.deepEqual([page.hasContent, jobs.at(-1)?.live], [true, true]);
  });

  it('has a dark canvas, scroll bars and controls only where the component answers to the scheme', async () => {
    const schemeOf = async (css: string, scheme: 'system' | 'light' | 'dark', html = '<p>Hi</p>') => {
      const look = { ...request.look, scheme };
      const styled = { ...markup, head: '', html, styles: [{ path: 'src/a.css', css }] };
      const { document } = await pageOf({ ...rendered, markup: styled }, { look });
      return /<meta name="color-scheme" content="([^"]*)"/.exec(document)?.[1] ?? null;
    };
    const chart = /<style>(.*)<\/style>/s.exec(carefulChart)?.[1] ?? '';
    assert.equal(await schemeOf(chart, 'system'), 'light dark');
    assert.equal(await schemeOf(chart, 'dark'), 'dark');
    assert.equal(await schemeOf(chart, 'light'), 'light');
    assert.equal(await schemeOf('p { color: light-dark(black, white) }', 'dark'), 'dark');
    assert.equal(await schemeOf('', 'dark', `<style>${chart}</style><p>Hi</p>`), 'dark');
    assert.equal(await schemeOf(/<style>(.*)<\/style>/s.exec(plainChart)?.[1] ?? '', 'dark'), null);
    assert.equal(await schemeOf('/* (prefers-color-scheme: dark) */ p { color: red }', 'dark'), null);
    assert.equal(await schemeOf('', 'dark', '<p>@media (prefers-color-scheme: dark)</p>'), null);
  });

  it('says that it needed stand-ins', async () => {
    const { messages } = await pageOf({ ...rendered, markup: { ...markup, standIns: true } });
    assert.deepEqual(messages, [{ level: 'warning', text: 'without a browser' }, ...rendered.messages]);
  });

  it('is none where there is a fault, in the words of who found it', async () => {
    const slow = await pageOf({ ...rendered, markup: null, fault: { reason: 'too-slow' } });
    assert.deepEqual([slow.fault, slow.document, slow.hasContent], [{ message: 'slow', line: null }, '', false]);
    const fault = { message: 'Unexpected', line: 3 };
    assert.deepEqual((await pageOf({ ...rendered, markup: null, component: null, fault })).fault, fault);
  });

  it('can be tried with its scripts where it failed without a browser, not where there is nothing to be tried', async () => {
    const failing = async (change: Partial<ComponentRendering>) =>
      (await pageOf({ ...rendered, markup: null, fault: { message: 'no WebGL', line: 2 }, ...change })).hasScripts;
    assert.equal(await failing({}), true);
    assert.equal(await failing({ fault: { reason: 'too-slow' } }), true);
    assert.equal(await failing({ fault: { reason: 'no-component' } }), false);
    assert.equal(await failing({ component: null }), false);
  });
});
