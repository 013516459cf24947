import assert from 'node:assert/strict';
import type { ComponentJob } from '../../../../src/app/preview/componentPorts.ts';
import { ComponentThreads } from '../../../../src/host/preview/componentThreads.ts';
import { systemClock } from '../../../../src/host/systemClock.ts';
import { useBuiltComponents } from '../../preview/component/builtComponents.ts';
import { readerOf } from '../../preview/component/projectOf.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

describe('The threads that render components', () => {
  const built = useBuiltComponents();
  let threads: ComponentThreads;
  before(() => {
    threads = new ComponentThreads(built().worker, { folder: built().folder }, systemClock, silent);
  });
  after(() => threads.dispose());
  const render = (text: string, files = {}) => threads.render({ ...job, text }, readerOf(files));

  it('render what is asked for, with the files that it imports', async () => {
    const { markup, fault } = await render("import { n } from './n'; export const App = () => <b>{n}</b>;", {
      'src/n.ts': 'export const n: number = 7;',
    });
    assert.equal(fault, null);
    assert.equal(markup?.html, '<b>7</b>');
  });

  it('end one that cannot be stopped in any other way, and start another', async () => {
    // Each turn takes so long that the engine hardly ever looks up.
    const stuck = "const a = []; for (;;) try { a.push('x'.repeat(1e6) + a.length); } catch {}";
    const [first, second] = await Promise.all([render(stuck), render('export const App = () => <i/>;')]);
    assert.deepEqual(first.fault, { reason: 'stuck' });
    assert.equal(second.markup?.html, '<i></i>', 'the other side goes on meanwhile');
    assert.equal((await render('export const App = () => <b/>;')).markup?.html, '<b></b>');
  });

  it('serve more than there are of them', async () => {
    const texts = [1, 2, 3, 4, 5].map((n) => `export const App = () => <b>${n}</b>;`);
    const all = await Promise.all(texts.map((text) => render(text)));
    assert.deepEqual(
      all.map(({ markup }) => markup?.html),
      [1, 2, 3, 4, 5].map((n) => `<b>${n}</b>`),
    );
  });

  it('make documents of large pages, with the files that those name', async () => {
    const request = {
      path: 'site/a.html',
      text: '<link rel="stylesheet" href="a.css"><p onclick="go()">Hi</p>',
      look: { scheme: 'system', rightToLeft: false, reducedMotion: false, dataSet: 'typical' },
      runScripts: false,
      ownProps: null,
      tailwind: false,
      underWay: false,
      nonce: 'n',
      frameScript: 'ours()',
      read: async (path: string) => (path === 'site/a.css' ? new TextEncoder().encode('p { color: red }') : null),
    } as const;
    const page = await threads.renderDocument(request);
    assert.deepEqual([page?.hasContent, page?.hasScripts, page?.leftOut, page?.fault], [true, true, [], null]);
    assert.match(page?.document ?? '', /<style>p \{ color: red \}<\/style>.*<p>Hi<\/p>/s);
  });

  it('have nothing of this process’s surroundings', async () => {
    const { markup } = await render(
      "export const App = () => <p>{String(process.env.PATH)}{typeof process.pid}{typeof require('fs')}</p>;",
    );
    const html = (markup?.html ?? '').replaceAll('<!-- -->', ' ');
    assert.equal(html, '<p>undefined undefined function</p>', 'what is required and not there is a placeholder');
  });
});

const job: ComponentJob = {
  kind: 'react',
  path: 'src/App.tsx',
  text: '',
  dataSet: 'typical',
  ownProps: null,
  live: false,
  tailwind: false,
  underWay: false,
  missingWords: '{0} is not there',
};
