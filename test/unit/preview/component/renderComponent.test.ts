import assert from 'node:assert/strict';
import type { ComponentJob } from '../../../../src/app/preview/componentPorts.ts';
import { frameworks } from '../../../../src/preview/component/frameworks.ts';
import { type ComponentTools, renderComponent } from '../../../../src/preview/component/renderComponent.ts';
import { useBuiltComponents } from './builtComponents.ts';
import { componentTools } from './componentTools.ts';
import { readerOf } from './projectOf.ts';

type Files = Readonly<Record<string, string>>;

const table = `import { useMemo, useState } from 'react';
import type { Order } from './orders';
import { euros } from '@/money';
import styles from './Table.module.css';

interface TableProps { readonly orders: readonly Order[]; readonly onOpen: (id: string) => void }

export default function OrderTable({ orders, onOpen }: TableProps) {
  const [ascending, setAscending] = useState(true);
  const sorted = useMemo(() => [...orders].sort((a, b) => (ascending ? 1 : -1) * (a.total - b.total)), [orders, ascending]);
  return (
    <table className={styles.table}>
      <caption>{orders.length} orders</caption>
      <tbody>{sorted.map((order) => (
        <tr key={order.id} onClick={() => onOpen(order.id)}><td>{order.id}</td><td>{euros(order.total)}</td></tr>
      ))}</tbody>
    </table>
  );
}
`;
const project: Files = {
  'package.json': '{ "dependencies": { "react": "^18.2.0" } }',
  'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } } // short names',
  'src/main.tsx': "import './index.css';\nimport { App } from './App';",
  'src/index.css': 'body { color: navy }',
  'src/money.ts':
    "const format = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });\nexport const euros = (total: number): string => format.format(total);",
  'src/Table.module.css': '.table { width: 100% } .table:hover { color: red }',
};

type ReactJob = ComponentJob & { readonly kind: 'react' };

describe('Rendering a React component', () => {
  const built = useBuiltComponents();
  let tools: ComponentTools;
  before(async () => {
    tools = await componentTools(built());
  });
  const render = (text: string, files: Files = {}, change: Partial<ReactJob> = {}) =>
    renderComponent({ ...job, text, ...change }, readerOf(files), tools);
  const htmlOf = async (text: string, files: Files = {}, change: Partial<ReactJob> = {}) => {
    const rendering = await render(text, files, change);
    assert.notEqual(rendering.markup, null, JSON.stringify(rendering.fault));
    return rendering.markup?.html ?? '';
  };

  it('mounts it with its props, its project’s modules, styles and formats', async () => {
    const orders = [
      { id: 'b', total: 1234.5 },
      { id: 'a', total: 7 },
    ];
    const data = async () => ({
      props: { orders },
      revivals: [{ path: 'onOpen', as: 'function' } as const],
      propsText: 'text',
      fault: null,
    });
    const rendering = await renderComponent({ ...job, path: 'src/Table.tsx', text: table }, readerOf(project), {
      ...tools,
      data,
    });
    assert.equal(rendering.fault, null);
    const { html = '', styles = [] } = rendering.markup ?? {};
    assert.match(html, /^<table class="(Table_\w+_table)"><caption>2<!-- --> orders<\/caption>/);
    assert.match(html, /<td>a<\/td><td>7,00\u00a0€<\/td><\/tr><tr><td>b<\/td><td>1\.234,50\u00a0€/);
    const name = /class="([^"]+)"/.exec(html)?.[1];
    assert.deepEqual(
      styles.map(({ path, css }) => [path, css]),
      [
        ['src/index.css', 'body { color: navy }'],
        ['src/Table.module.css', `.${name} { width: 100% } .${name}:hover { color: red }`],
      ],
    );
    const shown = frameworks.react?.version.shown;
    assert.deepEqual(rendering.component, {
      props: 'text',
      ownProps: false,
      notes: [{ kind: 'version', name: 'react', wanted: '^18.2.0', shown }],
    });
  });

  it('shows the default export, else the one named like the file, else the first, else the last that is declared', async () => {
    assert.equal(await htmlOf('export const A = () => <i/>; export default () => <b/>;'), '<b></b>');
    assert.equal(await htmlOf('export const A = () => <i/>; export const App = () => <b/>;'), '<b></b>');
    assert.equal(await htmlOf('export const data = []; export const B = () => <b/>;'), '<b></b>');
    assert.equal(await htmlOf('function A() { return <i/> }\nfunction B() { return <b/> }'), '<b></b>');
    assert.equal(
      await htmlOf("import { memo, forwardRef } from 'react'; export default memo(forwardRef(() => <b/>));"),
      '<b></b>',
    );
    const mounting =
      "import { createRoot } from 'react-dom/client';\nfunction App() { return <b/> }\ncreateRoot(document.getElementById('root')!).render(<App/>);";
    assert.equal(await htmlOf(mounting), '<b></b>');
    const none = await render('export const data = [1];');
    assert.deepEqual(none.fault, { reason: 'no-component' });
  });

  it('takes the person’s own props', async () => {
    const text = 'export default ({ name }: { name: string }) => <b>{name}</b>;';
    assert.equal(await htmlOf(text, {}, { ownProps: '{"name":"Ada"}' }), '<b>Ada</b>');
  });

  it('says on which line a text is no code', async () => {
    const { fault, component } = await render('export function App() {\n  return <p>{\n');
    assert.ok(fault !== null && 'line' in fault);
    assert.deepEqual([fault.line !== null, component], [true, null]);
    assert.doesNotMatch(fault.message, /App\.tsx|Error transforming/);
    const late = await render('export function App() {\n  return <p/>;\n}\nconst App = 1; const App = 2;\n');
    assert.ok(late.fault !== null && 'line' in late.fault && late.fault.line === 4, JSON.stringify(late.fault));
    const other = await render("import './other';\nexport const App = () => <p/>;", { 'src/other.ts': 'let = = 1' });
    assert.ok(other.fault !== null && 'line' in other.fault);
    assert.match(other.fault.message, /^src\/other\.ts: /);
    assert.equal(other.fault.line, null);
  });

  it('says what a component throws, and where', async () => {
    const text = 'export function App() {\n  const order = undefined as any;\n  return <p>{order.total}</p>;\n}\n';
    const { fault, markup } = await render(text);
    assert.equal(markup, null);
    assert.deepEqual(fault, { message: "TypeError: cannot read property 'total' of undefined", line: 3 });
    const called = await render(
      'export function App() {\n  const orders: any = {};\n  const rows = orders\n    .map(1);\n  return rows;\n}\n',
    );
    assert.deepEqual(called.fault, { message: 'TypeError: orders.map is not a function', line: 4 });
    const own = await render("export function App() {\n  throw new Error('No provider around <App>');\n}\n");
    assert.deepEqual(own.fault, { message: 'No provider around <App>', line: 2 });
  });

  it('says in which other file of the project it went wrong', async () => {
    const text = "import { Side } from './side';\nexport const App = () => <Side />;";
    const side = 'export const Side = () => {\n  const none: any = null;\n  return <p>{none.name}</p>;\n};';
    const { fault } = await render(text, { 'src/side.tsx': side });
    assert.deepEqual(fault, { message: "src/side.tsx:3: TypeError: cannot read property 'name' of null", line: null });
  });

  it('refuses what no build takes', async () => {
    const { fault } = await render(
      'export function App() {\n  return (\n    <div>\n      <p>x</p>\n    </section>\n  );\n}\n',
    );
    assert.deepEqual(fault, { message: 'Expected corresponding JSX closing tag for <div>.', line: 5 });
  });

  it('waits for an asynchronous component and for parts of one, and says what does not come', async () => {
    const part = 'async function Part() { return <b>{await Promise.resolve(1)}</b>; }';
    assert.equal(await htmlOf(`${part}\nexport default Part;`), '<b>1</b>');
    const within = `${part}\nasync function Both() { return <p><Part /><Part /></p>; }`;
    assert.equal(
      await htmlOf(`${within}\nexport default () => <main><Both /></main>;`),
      '<main><p><b>1</b><b>1</b></p></main>',
    );
    const never = 'async function Part() { await new Promise(() => {}); return null; }';
    const { fault } = await render(`${never}\nexport default () => <main><Part /></main>;`);
    assert.deepEqual(fault, { reason: 'waiting' });
  });

  it('tells React’s own warnings and what the component logs', async () => {
    const { messages } = await render(
      "export const App = () => { console.warn('Hm %s', 'so'); return <ul>{[1, 2].map((n) => <li class=\"n\">{n}</li>)}</ul>; };",
    );
    assert.deepEqual(
      messages.map(({ level }) => level),
      ['warning', 'error', 'error'],
    );
    const texts = messages.map(({ text }) => text).join('\n');
    assert.match(texts, /^Hm so$/m);
    assert.match(texts, /unique "key" prop/);
    assert.match(texts, /Invalid DOM property `class`. Did you mean `className`\?/);
  });

  it('marks what a missing package would show, and names it', async () => {
    const rendering = await render(
      "import { Line as Chart } from 'react-chartjs-2';\nimport * as Icons from 'icons';\nimport { unused } from './none';\nexport const App = () => <main><Chart data={[]} /><Icons.Home /></main>;",
    );
    const html = rendering.markup?.html ?? '';
    assert.match(
      html,
      /<span class="tiebreak-missing" role="note"[^>]*>“react-chartjs-2” is not there \(Line\)<\/span>/,
    );
    assert.match(html, /“icons” is not there \(Home\)/);
    const names = rendering.component?.notes.map((note) => note.name);
    assert.deepEqual(names, ['react-chartjs-2', 'icons']);
  });

  it('shows the rest where a function of a missing package is called, and says that it was', async () => {
    const text = `import { useRouter } from 'next/router';
      import { cn } from '@/lib/utils';
      import { useQuery } from '@tanstack/react-query';
      export default function App() {
        const router = useRouter();
        const { data } = useQuery({ queryKey: ['a'] });
        return <main className={cn('p', 'q')}><h1>Orders</h1><p>{router.path}</p><ul>{data.map((one) => <li>{one}</li>)}</ul></main>;
      }`;
    const { fault, component, messages, markup } = await render(text);
    assert.equal(fault, null);
    assert.match(
      markup?.html ?? '',
      /^<main><h1>Orders<\/h1><p><span class="tiebreak-missing"[^>]*>“next\/router”[^<]*\(useRouter\(\)\.path\)/,
    );
    assert.match(markup?.html ?? '', /<ul><span class="tiebreak-missing"[^>]*>“@tanstack\/react-query” is not there/);
    assert.deepEqual(
      component?.notes.map((note) => note.name),
      ['next/router', '@/lib/utils', '@tanstack/react-query'],
    );
    assert.deepEqual(
      messages.map(({ level, text: said }) => [level, said]),
      [
        ['warning', '“next/router” is not there (useRouter)'],
        ['warning', '“@tanstack/react-query” is not there (useQuery)'],
        ['warning', '“@/lib/utils” is not there (cn)'],
      ],
    );
  });

  it('keeps what a missing component is around, and an element that a package would have made of one', async () => {
    const html = await htmlOf(
      "import { Card } from '@/ui/card'; import { motion } from 'framer-motion'; export const App = () => <Card tone=\"x\"><motion.h2 className=\"big\" initial={{ opacity: 0 }} style={{ color: 'red', x: {} }}>Plan</motion.h2></Card>;",
    );
    assert.match(
      html,
      /^<div style="outline:[^"]*"><span class="tiebreak-missing"[^>]*>“@\/ui\/card” is not there \(Card\)<\/span><h2 /,
    );
    assert.match(
      html,
      /<h2 class="big" title="“framer-motion” is not there \(motion\.h2\)" style="color:red;outline:[^"]*">Plan<\/h2><\/div>$/,
    );
    const styled =
      "import styled from 'styled-components'; const Title = styled.h1`color: red`; export const App = () => <Title>Hello</Title>;";
    assert.match(await htmlOf(styled), /^<h1 title="“styled-components” is not there[^>]*>Hello<\/h1>$/);
  });

  it('shows what a portal shows, where it is written', async () => {
    const text =
      "import { createPortal } from 'react-dom'; export const App = () => <main>{createPortal(<p>Dialog</p>, document.body)}</main>;";
    assert.equal(await htmlOf(text), '<main><p>Dialog</p></main>');
  });

  it('shows the component of a file that mounts it in any of React’s ways', async () => {
    const root = "document.getElementById('root')";
    for (const mounts of [`ReactDOM.createRoot(${root}).render(<App/>)`, `ReactDOM.render(<App/>, ${root})`]) {
      assert.equal(
        await htmlOf(`import ReactDOM from 'react-dom';\nfunction App() { return <b/> }\n${mounts};`),
        '<b></b>',
      );
    }
  });

  it('knows no variable of an environment but what kind it is', async () => {
    const text =
      "export const App = () => <p title='process.env'>{process.env.NODE_ENV} {String(process.env.NEXT_PUBLIC_A)}</p>;";
    assert.equal(await htmlOf(text), '<p title="process.env">production<!-- --> <!-- -->undefined</p>');
  });

  it('takes packages that the project has, of any kind', async () => {
    const files = {
      'node_modules/words/package.json':
        '{ "exports": { ".": { "import": "./index.mjs", "require": "./index.cjs" } } }',
      'node_modules/words/index.cjs': "exports.kind = process.env.NODE_ENV + require('deep').deep;",
      'node_modules/deep/package.json': '{ "type": "module", "module": "es.js" }',
      'node_modules/deep/es.js': "import { x } from './x.js';export const deep = ' ' + x;",
      'node_modules/deep/x.js': 'export const x = "deep";',
    };
    assert.equal(
      await htmlOf("import { kind } from 'words'; export const App = () => <b>{kind}</b>;", files),
      '<b>production deep</b>',
    );
  });

  it('shows pictures that are there, and marks those that are not', async () => {
    const html = await htmlOf(
      'import logo from \'./logo.svg\'; import none from \'./none.png\'; export const App = () => <><img src={logo} alt=""/><img src={none} alt=""/></>;',
      { 'src/logo.svg': '<svg/>' },
    );
    assert.match(html, /src="data:image\/svg\+xml;base64,PHN2Zy8\+"/);
    assert.match(html, /src="data:image\/svg\+xml,[^"]*none\.png/);
  });

  it('renders what a component starts with: no effects, no timers, its fallbacks', async () => {
    const html = await htmlOf(
      'import { useEffect, useState, Suspense, useId } from \'react\'; export const App = () => { const [n, set] = useState(1); useEffect(() => set(2)); setTimeout(() => set(3)); return <Suspense fallback="wait"><p id={useId()}>{n}</p></Suspense>; };',
    );
    assert.match(html, /<p id="[^"]+">1<\/p>/);
  });

  it('gives stand-ins to what asks for a browser’s world, and to nothing else', async () => {
    const rendering = await render(
      "const stored = localStorage.getItem('dark'); export const App = () => <p>{window.innerWidth} {String(stored)} {String(matchMedia('print').matches)}</p>;",
    );
    assert.equal(rendering.markup?.html, '<p>1280<!-- --> <!-- -->null<!-- --> <!-- -->false</p>');
    assert.equal(rendering.markup?.standIns, true);
    const careful = await render("export const App = () => <p>{typeof window === 'undefined' ? 'none' : 'some'}</p>;");
    assert.deepEqual([careful.markup?.html, careful.markup?.standIns], ['<p>none</p>', false]);
    assert.match(JSON.stringify((await render('export const App = () => <p>{indexedDB}</p>;')).fault), /indexedDB/);
  });

  it('mounts in a browser what cannot be rendered without one', async () => {
    const text = "export const App = () => <p>{document.querySelector('p').id}</p>;";
    assert.match(JSON.stringify((await render(text)).fault), /'document' is not defined/);
    const { markup, fault } = await render(text, {}, { live: true });
    assert.equal(fault, null);
    assert.match(markup?.liveScript ?? '', /tiebreakRuntime\.define\("src\/App\.tsx"/);
  });

  it('gives ids that stay the same', async () => {
    const text =
      'export const App = () => <p id={crypto.randomUUID()}>{performance.now() < 1000 ? "soon" : "late"}</p>;';
    const first = await htmlOf(text);
    assert.match(first, /^<p id="[\da-f-]{36}">soon<\/p>$/);
    assert.equal(await htmlOf(text), first);
  });

  it('formats dates and numbers as the platform does', async () => {
    const text = `export const App = () => {
      const day = new Date(Date.UTC(2026, 0, 31, 13, 5));
      const zone = { timeZone: 'UTC' } as const;
      return <p>{[
        (1234567.891).toLocaleString('en-US'), (0.256).toLocaleString('en-US', { style: 'percent' }),
        day.toLocaleDateString('en-GB', { ...zone, dateStyle: 'long' }), day.toLocaleTimeString('en-GB', zone),
        day.toLocaleDateString('en-US', { ...zone, month: 'short' }), [3, 20].map(new Intl.NumberFormat('en').format).join(),
        new Intl.PluralRules('en').select(1), new Intl.ListFormat('en').format(['a', 'b']),
        new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-1, 'day'), ['b', 'ä', 'a'].sort((x, y) => x.localeCompare(y, 'de')).join(''),
      ].join('|')}</p>;
    };`;
    assert.equal(
      await htmlOf(text),
      '<p>1,234,567.891|26%|31 January 2026|13:05:00|Jan|3,20|one|a and b|yesterday|aäb</p>',
    );
    const wrong = await render(
      "export const App = () => <p>{new Intl.NumberFormat('en', { style: 'money' }).format(1)}</p>;",
    );
    assert.match(JSON.stringify(wrong.fault), /RangeError/);
  });

  it('has no way for one component to reach the next', async () => {
    await render(
      "Object.prototype.toJSON = () => '{}'; globalThis.React = 1; Array.prototype.map = () => []; export const App = () => <p/>;",
    );
    assert.equal(
      await htmlOf('export const App = () => <p>{[1].map(String)}{typeof React}</p>;'),
      '<p>1<!-- -->undefined</p>',
    );
  });
});

const job: ReactJob = {
  kind: 'react',
  path: 'src/App.tsx',
  text: '',
  dataSet: 'typical',
  ownProps: null,
  live: false,
  tailwind: false,
  underWay: false,
  missingWords: '“{0}” is not there',
};
