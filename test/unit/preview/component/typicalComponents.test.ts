import assert from 'node:assert/strict';
import { type ComponentTools, renderComponent } from '../../../../src/preview/component/renderComponent.ts';
import { useBuiltComponents } from './builtComponents.ts';
import { componentTools } from './componentTools.ts';
import { readerOf } from './projectOf.ts';

type Files = Readonly<Record<string, string>>;

const shown = (value: string) => `export default function App() { return <p>{String(${value})}</p>; }`;
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" />';

/** What components use as they render, and what is to be seen then. */
const samples: readonly (readonly [name: string, text: string, html: RegExp, files?: Files])[] = [
  [
    'words of a text',
    shown("[...new Intl.Segmenter('en', { granularity: 'word' }).segment('Hi you')].map((part) => part.segment)"),
    /Hi, ,you/,
  ],
  [
    'a language',
    shown("new Intl.Locale('de-AT').region + Intl.getCanonicalLocales('en-us') + 'i'.toLocaleUpperCase('tr')"),
    /ATen-USİ/,
  ],
  ['copies', shown('structuredClone({ map: new Map([[1, new Date(7)]]) }).map.get(1).getTime()'), /7/],
  [
    'events',
    shown(
      "(() => { const c = new AbortController(); let said = ''; c.signal.addEventListener('abort', () => { said = 'off'; }); c.abort(); return said + AbortSignal.timeout(5).aborted; })()",
    ),
    /offfalse/,
  ],
  [
    'bytes',
    shown(
      "new TextDecoder().decode(new TextEncoder().encode('hé')) + crypto.getRandomValues(new Uint8Array(4)).length",
    ),
    /hé4/,
  ],
  [
    'forms',
    shown(
      "(() => { const form = new FormData(); form.append('a', 'b'); return form.get('a') + new Headers({ Accept: 'x' }).get('accept'); })()",
    ),
    /bx/,
  ],
  ['a process', shown('(process.env.NEXT_PUBLIC_NAME ?? "none") + typeof process.platform'), /noneundefined/],
  [
    'what a build looks up',
    shown("Object.keys(import.meta.glob('./*.png')).length + import.meta.env.MODE"),
    /0production/,
  ],
  [
    'what is loaded later, and what is used when it is there',
    `import { lazy, Suspense, use } from 'react';
     const Part = lazy(() => import('./part'));
     const words = Promise.resolve('used');
     const Words = () => <i>{use(words)}</i>;
     export default () => <Suspense fallback="waiting"><Part /><Words /></Suspense>;`,
    /<b>late<\/b><i>used<\/i>/,
    { 'src/part.tsx': 'export default () => <b>late</b>;' },
  ],
  [
    'what never comes',
    `import { Suspense, use } from 'react';
     const Never = () => use(new Promise(() => {}));
     export default () => <Suspense fallback={<em>waiting</em>}><Never /></Suspense>;`,
    /<em>waiting<\/em>/,
  ],
  [
    'drawings as components, and files as texts',
    `import Icon from './icon.svg?react';
     import { ReactComponent as Logo } from './icon.svg';
     import notes from './notes.md?raw';
     export default () => <p><Icon width={20} /><Logo />{notes}</p>;`,
    /<img alt="" width="20" src="data:image\/svg\+xml;base64,[^"]+"\/><img [^>]*>#Notes/,
    { 'src/icon.svg': drawing, 'src/notes.md': '#Notes' },
  ],
  [
    'a package that exports all of another and something of its own',
    `import { Mine, Other } from 'both';
     export default () => <p>{Mine}{Other}</p>;`,
    /own<!-- -->other/,
    {
      'node_modules/both/package.json': '{ "main": "index.mjs" }',
      'node_modules/both/index.mjs': "const Mine = 'own';\nexport * from './other.mjs';\nexport { Mine };",
      'node_modules/both/other.mjs': "export const Mine = 'not';\nexport const Other = 'other';",
    },
  ],
  [
    'a folder of a package that is one of its own',
    "import { gap } from 'bar/constants';\nexport default () => <p>{gap}</p>;",
    /17/,
    {
      'node_modules/bar/package.json': '{ "main": "index.js" }',
      'node_modules/bar/constants/package.json': '{ "main": "../dist/constants.js" }',
      'node_modules/bar/dist/constants.js': 'exports.gap = 17;',
    },
  ],
  [
    'of a package without effects only what is used',
    `import { Search, size } from 'icons';
     export default () => <p><Search />{size}</p>;`,
    /<i>search<\/i>7/,
    {
      'node_modules/icons/package.json': '{ "main": "index.cjs", "module": "index.mjs", "sideEffects": false }',
      'node_modules/icons/index.cjs': "throw new Error('as a whole');",
      'node_modules/icons/index.mjs':
        "export { default as Search } from './search.mjs';\nexport { default as Broken } from './broken.mjs';\nexport * from './sizes/index.mjs';",
      'node_modules/icons/search.mjs':
        "import { jsx } from 'react/jsx-runtime';\nexport default () => jsx('i', { children: 'search' });",
      'node_modules/icons/broken.mjs': 'export default {{{',
      'node_modules/icons/sizes/index.mjs': "export * from './size.mjs';",
      'node_modules/icons/sizes/size.mjs': 'const size = 7;\nexport { size };',
    },
  ],
  [
    'the whole of what is exported rather than a part',
    'export function Card() { return <i>card</i>; }\nexport const Page = () => <main><Card /></main>;',
    /<main><i>card<\/i><\/main>/,
  ],
  [
    'a router around what links within one',
    'import { Link } from \'react-router-dom\';\nexport default () => <Link to="/a">A</Link>;',
    /<nav><a href="\/a">A<\/a><\/nav>/,
    {
      'node_modules/react-router-dom/package.json': '{ "main": "index.mjs", "sideEffects": false }',
      'node_modules/react-router-dom/index.mjs':
        "export { Link } from './link.mjs';\nexport { MemoryRouter } from './router.mjs';",
      'node_modules/react-router-dom/router.mjs': `import { createContext } from 'react';
        import { jsx } from 'react/jsx-runtime';
        export const Router = createContext(null);
        export const MemoryRouter = ({ children }) => jsx(Router, { value: {}, children: jsx('nav', { children }) });`,
      'node_modules/react-router-dom/link.mjs': `import { useContext } from 'react';
        import { jsx } from 'react/jsx-runtime';
        import { Router } from './router.mjs';
        export function Link({ to, children }) {
          if (useContext(Router) === null) throw new Error('useHref() may be used only in the context of a <Router> component.');
          return jsx('a', { href: to, children });
        }`,
    },
  ],
  [
    'elements made elsewhere, and fonts of a framework’s own build',
    `/** @jsxImportSource painted */
     import { Open_Sans } from 'next/font/google';
     const font = Open_Sans({ subsets: ['latin'] });
     export default () => <p paint="red" style={font.style}>x</p>;`,
    /<p class="red" style="font-family:&quot;Open Sans&quot;, sans-serif">x<\/p>/,
    {
      'node_modules/painted/package.json': '{}',
      'node_modules/painted/jsx-runtime.js':
        "const { jsx } = require('react/jsx-runtime');\nexports.jsx = (type, { paint, ...props }) => jsx(type, { className: paint, ...props });",
      'node_modules/next/package.json': '{}',
      'node_modules/next/index.js': '',
      'node_modules/next/font/google/index.js': 'throw new Error("compiled away");',
    },
  ],
];

describe('What typical components use', () => {
  const built = useBuiltComponents();
  let tools: ComponentTools;
  before(async () => {
    tools = await componentTools(built(), {
      data: async () => ({ props: {}, revivals: [], propsText: null, fault: null }),
    });
  });
  const render = async (kind: 'react' | 'vue', path: string, text: string, files: Files = {}) =>
    await renderComponent({ ...job, kind, path, text }, readerOf(files), tools);

  it('brings what styled-components made styles of', async () => {
    const { markup } = await render(
      'react',
      'src/App.tsx',
      "import styled from 'styled-components';\nexport default () => <p className={styled.p('color:red')}>x</p>;",
      {
        'node_modules/styled-components/package.json': '{}',
        'node_modules/styled-components/index.js': `const made = [];
        exports.__esModule = true;
        exports.default = { p: (css) => { made.push('.a{' + css + '}'); return 'a'; } };
        exports.__PRIVATE__ = { mainSheet: { toString: () => made.join('') } };`,
      },
    );
    assert.equal(markup?.head, '<style>.a{color:red}</style>');
  });

  it('has the plugins of the packages that a Vue component asks for, and elements in its script', async () => {
    const text = `<script lang="tsx">
      import { defineComponent, inject } from 'vue';
      import { useStore } from 'pinia';
      export default defineComponent({ setup() { const store = useStore(inject); return () => <p title="t">{store as string}</p>; } });
      </script>`;
    const { markup, fault } = await render('vue', 'src/App.vue', text, {
      'node_modules/pinia/package.json': '{}',
      'node_modules/pinia/index.js': `exports.createPinia = () => ({ install: (app) => app.provide('pinia', 'the store') });
        exports.useStore = (inject) => inject('pinia');`,
    });
    assert.equal(fault, null);
    assert.equal(markup?.html, '<p title="t">the store</p>');
  });

  for (const [name, text, html, files] of samples) {
    it(`is there: ${name}`, async () => {
      const { fault, markup } = await render('react', 'src/App.tsx', text, files);
      assert.equal(fault, null);
      assert.match(markup?.html ?? '', html);
    });
  }
});

const job = {
  dataSet: 'typical',
  ownProps: null,
  live: false,
  tailwind: false,
  underWay: false,
  missingWords: '{0} is not there',
} as const;
