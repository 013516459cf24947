import assert from 'node:assert/strict';
import type { ComponentRenderer, RenderJob } from '../../../../src/app/preview/componentPorts.ts';
import type { DocumentRenderer, RenderRequest } from '../../../../src/app/preview/previewPorts.ts';
import { renderHtml } from '../../../../src/preview/renderHtml.ts';
import { htmlPages } from '../../../../src/preview/tailwind/htmlPages.ts';

const script = '<script src="https://cdn.tailwindcss.com?plugins=forms"></script>';
const configured = '<script>tailwind.config = { darkMode: "class" }</script>';
const page = (head: string) => `<!doctype html><html><head>${head}</head><body class="p-4"><p>Hi</p></body></html>`;

describe('pages of HTML with Tailwind', () => {
  const jobs: RenderJob[] = [];
  const large: RenderRequest[] = [];
  const renderer: ComponentRenderer & DocumentRenderer = {
    renderDocument: async (request) => {
      large.push(request);
      return request.text.includes('endless') ? null : await renderHtml(request);
    },
    render: async (job) => {
      jobs.push(job);
      return {
        markup: {
          html: '',
          head: '',
          styles: [{ path: 'a.html', css: '.p-4{padding:1rem}' }],
          standIns: false,
          liveScript: null,
        },
        fault: null,
        component: null,
        messages: [{ level: 'error', text: 'Tailwind: no' }],
      };
    },
  };
  const rendered = (text: string, change: Partial<RenderRequest> = {}) =>
    htmlPages(renderer, { pageStuck: 'too long' })({
      path: 'site/a.html',
      text,
      look: { scheme: 'system', rightToLeft: false, reducedMotion: false, dataSet: 'typical' },
      runScripts: false,
      ownProps: null,
      tailwind: false,
      underWay: false,
      nonce: 'NONCE',
      frameScript: 'ours()',
      read: async () => null,
      ...change,
    });
  beforeEach(() => jobs.splice(0));

  it('have its styles in the place of its script, which is not missed', async () => {
    const { document, leftOut, messages } = await rendered(
      page(`${script}<style type="text/tailwindcss">p { @apply p-1 }</style>`),
    );
    assert.match(document, /<style>\.p-4\{padding:1rem\}<\/style><\/head>/);
    assert.doesNotMatch(document, /cdn\.tailwindcss|@apply/);
    assert.deepEqual([leftOut, messages], [[], [{ level: 'error', text: 'Tailwind: no' }]]);
  });

  it('go without where nothing asks for it', async () => {
    const { document } = await rendered(page('<script src="app.js"></script><!-- cdn.tailwindcss.com -->'));
    assert.doesNotMatch(document, /padding:1rem/);
    assert.deepEqual(jobs, []);
  });

  it('are looked through for its script in one go: anything else would outlast the test', async () => {
    const begun = '<script src='.repeat(4000);
    await rendered(`<p>cdn.tailwindcss.com</p>${begun}`);
    assert.equal(jobs.length, 0);
    await rendered(page("<script defer src='https://cdn.jsdelivr.net/npm/@tailwindcss/browser@4'></script>"));
    assert.equal(jobs.length, 1);
  });

  it('are made elsewhere where they are large, and given up where that has no end', async () => {
    const rows = '<p>Row</p>'.repeat(10_000);
    assert.match((await rendered(rows)).document, /<p>Row<\/p>/);
    assert.equal(large.length, 1);
    const { fault, document } = await rendered(`${rows}endless`);
    assert.deepEqual([fault, document], [{ message: 'too long', line: null }, '']);
    await rendered('<p>Row</p>');
    assert.equal(large.length, 2);
  });

  it('say so where they are written in its classes and nothing brings it', async () => {
    const classes = '<p class="text-sm bg-gray-100 rounded-lg md:flex">Hi</p>';
    const notes = async (text: string) => (await rendered(text)).component?.notes ?? null;
    assert.deepEqual(await notes(classes), [{ kind: 'no-tailwind', name: 'Tailwind' }]);
    const own = '<style>.text-sm {} .bg-gray-100 {} .rounded-lg {} .md\\:flex {}</style>';
    assert.equal(await notes(own + classes), null);
  });

  it('have it where the interface was asked for in its classes', async () => {
    const { document } = await rendered(page(''), { tailwind: true });
    assert.match(document, /padding:1rem/);
  });

  it('find the name that configures it where their scripts run', async () => {
    const { document, hasScripts } = await rendered(page(`${script}${configured}`), { runScripts: true });
    assert.match(document, /globalThis\.tailwind \?\?= \{\};.*tailwind\.config = /s);
    assert.equal(hasScripts, true);
  });
});
