import type { ComponentReport, PageView } from '../../../src/shared/previewView.ts';
import { faultyPricing, goodPricing } from '../preview/pricingPages.ts';
import type { PreviewScene, SceneSide } from './previewScenes.ts';

const good: SceneSide = { text: goodPricing };
const faulty: SceneSide = { text: faultyPricing };
const waiting: SceneSide = { text: null, page: { kind: 'waiting' }, more: { underWay: true, noScripts: 'under-way' } };

const component: ComponentReport = {
  props: JSON.stringify({ title: 'Orders', orders: [{ id: 'A-1', total: 12.5 }] }, null, 2),
  ownProps: false,
  notes: [],
};

/** A component that the person shows with props of their own. */
function withOwnProps(ownProps: string): SceneSide {
  return { text: goodPricing, page: { component: { ...component, ownProps: true } }, more: { ownProps } };
}

/** Breaks as many rules as it takes to fill a list. */
const manyFaults = `<!doctype html><html><title></title><body>
${'<img src="data:,"><input><button></button><a href="#"></a><select></select>'.repeat(12)}
<h1></h1><h4>Skipped</h4><div role="slider"></div><div aria-hidden="true"><button>Hidden</button></div>
<ul><div>No item</div></ul><table><td headers="none">Cell</td></table><p style="color:#ddd">Faint</p>
<div role="nothing">Wrong</div><p lang="zz">Words</p><iframe srcdoc="x"></iframe><marquee>Moves</marquee>
<button id="twice">One</button><button id="twice">Two</button><div role="listitem">Lonely</div>
<p class="${'deeply-nested-and-very-long-class-name-'.repeat(5)}" style="color:#eee">Faint and far</p></body></html>`;

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160" role="img" aria-label="Three bars">
<rect width="240" height="160" fill="#f3efe6"/><rect x="30" y="90" width="40" height="50" fill="#0b5d4c"/>
<rect x="100" y="50" width="40" height="90" fill="#0b5d4c"/><rect x="170" y="20" width="40" height="120" fill="#0b5d4c"/></svg>`;

const manyMessages: PageView['messages'] = Array.from({ length: 60 }, (_, index) => ({
  level: index % 3 === 0 ? ('error' as const) : ('warning' as const),
  text:
    index === 4
      ? `https://shop.invalid/${'a-path-that-does-not-end-'.repeat(12)}`
      : `Warning ${index + 1}: a list needs a key for each of its items. Check the render method of OrderTable.`,
}));

const longLabel = 'A contender of the person’s own with a name that somebody wrote out in full, preview of November';
const longPath = 'packages/storefront-administration/src/components/orders/table/OrdersTableWithFiltersAndTotals.tsx';

/** What is seldom seen: ends, limits, and more than there is room for. */
export const previewEdgeScenes: readonly PreviewScene[] = [
  { name: 'preview-both-waiting', sameParts: true, left: waiting, right: waiting },
  {
    name: 'preview-failed',
    left: {
      text: null,
      page: { kind: 'absent' },
      more: { status: 'failed', unchanged: true, noScripts: 'no-scripts' },
    },
    right: { text: goodPricing, more: { status: 'cancelled', noScripts: null } },
  },
  {
    name: 'preview-restricted',
    left: { ...faulty, more: { noScripts: 'untrusted' } },
    right: { ...faulty, more: { noScripts: 'never' } },
  },
  {
    name: 'preview-props',
    left: { text: goodPricing, page: { component } },
    right: withOwnProps('{\n  "title": "Orders",\n}'),
    press: ['Props', 'Your own, with a mistake'],
  },
  {
    name: 'preview-props-fault',
    sameParts: true,
    left: withOwnProps('{ "orders": 3 }'),
    right: {
      text: null,
      page: { kind: 'faulty', fault: { message: 'orders.map is not a function', line: 18 }, component },
      more: { ownProps: '{ "orders": 3 }' },
    },
  },
  { name: 'preview-1280', sameParts: true, left: good, right: faulty, press: ['1280'] },
  { name: 'preview-375', sameParts: true, left: good, right: faulty, press: ['375'] },
  { name: 'preview-dark-rtl', sameParts: true, left: good, right: faulty, look: { scheme: 'dark', rightToLeft: true } },
  {
    name: 'preview-many-faults',
    left: { text: manyFaults, page: { messages: manyMessages } },
    right: good,
    press: ['60 console messages'],
  },
  {
    name: 'preview-long-names',
    sameParts: true,
    left: { ...good, more: { label: longLabel } },
    right: {
      text: faultyPricing,
      page: {
        leftOut: Array.from({ length: 9 }, (_, at) => `https://pictures.invalid/${at}/${'stall-'.repeat(12)}.png`),
        component: {
          ...component,
          notes: [{ kind: 'missing', name: `@acme/${'charts-and-graphs-'.repeat(8)}` }],
        },
        fault: { message: `Cannot find “${'orders.'.repeat(40)}total” in the template`, line: 1204 },
      },
      more: { label: `${longLabel} (2)`, noScripts: 'browser' },
    },
    files: [longPath, `${longPath.replace('.tsx', '')}/index.html`],
  },
  {
    name: 'preview-huge',
    sameParts: true,
    left: {
      text: `<!doctype html><html lang="en"><title>Long</title><main><h1>Long</h1>${'<p>Words.</p>'.repeat(400)}</main></html>`,
    },
    right: {
      text: '<!doctype html><html lang="en"><title>Wide</title><main><h1>Wide</h1><p style="width:9000px">Words.</p></main></html>',
    },
  },
  {
    name: 'preview-drawing',
    sameParts: true,
    left: { text: drawing },
    right: { text: drawing, page: { runsScripts: false } },
    files: ['site/bars.svg'],
  },
  {
    name: 'preview-slider-fault',
    sameParts: true,
    left: { ...good, page: { fault: { message: 'Unexpected token', line: 3 } } },
    right: withOwnProps('{}'),
    press: ['Slider'],
  },
  { name: 'preview-picture-menu', left: good, right: { ...faulty, more: { noScripts: null } }, press: ['Picture'] },
];
