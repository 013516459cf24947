import assert from 'node:assert/strict';
import type { ComponentDataSource } from '../../../../src/preview/component/componentData.ts';
import { propsFor } from '../../../../src/preview/props/propsFor.ts';

const text = `import type { Row } from './row';
  interface Props { rows: Row[]; tags: Set<string>; by: Map<string, Date>; onPick(row: Row): void; format?: (row: Row) => string; either: string | Date }
  export default function Table(props: Props) {}`;
const row = 'export interface Row { id: number; at: Date | null; onOpen?: () => void }';

const request: Parameters<ComponentDataSource>[0] = {
  kind: 'react',
  path: 'src/Table.tsx',
  text,
  name: null,
  dataSet: 'typical',
  ownProps: null,
  read: async (path) => (path === 'src/row.ts' ? row : null),
};

describe('what a component is shown with', () => {
  it('is its data set as text to be edited, and what JSON cannot hold by its place', async () => {
    const { props, revivals, propsText, fault } = await propsFor(request);
    assert.deepEqual(JSON.parse(propsText ?? ''), props);
    assert.match(propsText ?? '', /^\{\n {2}"rows": \[/);
    assert.equal(fault, null);
    const of = (place: string) => revivals.filter(({ path }) => path === place).map(({ as }) => as);
    assert.deepEqual(['onPick', 'format', 'tags', 'by', 'either', 'rows.0.at', 'rows.0.onOpen', 'rows.4.at'].map(of), [
      ['function'],
      [],
      ['set'],
      ['map'],
      [],
      ['date'],
      ['function'],
      [],
    ]);
    // What is in a map is made before the map is.
    assert.deepEqual(revivals.filter(({ path }) => path.startsWith('by')).at(-1), { path: 'by', as: 'map' });
  });

  it('is the set that is chosen', async () => {
    const { props } = await propsFor({ ...request, dataSet: 'empty' });
    assert.deepEqual(props, { rows: [], tags: [], by: {}, either: '' });
    const long = await propsFor({ ...request, dataSet: 'long' });
    assert.equal((long.props['rows'] as readonly unknown[]).length, 60);
  });

  it('is what the person wrote, as they wrote it, with what JSON cannot hold put in', async () => {
    const ownProps = '{ "rows": [{"id": 1, "at": "2026-01-01"}, {"at": "soon"}, 3], "tags": "none", "more": 1 }';
    const { props, revivals, propsText, fault } = await propsFor({ ...request, ownProps });
    assert.deepEqual(props, JSON.parse(ownProps));
    assert.equal(propsText, ownProps);
    assert.equal(fault, null);
    assert.deepEqual(revivals, [
      { path: 'rows.0.at', as: 'date' },
      { path: 'rows.0.onOpen', as: 'function' },
      { path: 'rows.1.onOpen', as: 'function' },
      { path: 'onPick', as: 'function' },
    ]);
  });

  it('is the data set where the person’s own cannot be read, and says why', async () => {
    const { props, propsText, fault } = await propsFor({ ...request, dataSet: 'empty', ownProps: '{ "rows": ' });
    assert.deepEqual(fault, { kind: 'end', line: 1 });
    assert.deepEqual(JSON.parse(propsText ?? ''), props);
    assert.deepEqual(props['rows'], []);
  });

  it('is an object to be filled where nothing is understood, and nothing where there are no props', async () => {
    const vague = await propsFor({
      ...request,
      text: "import { P } from 'somewhere'; export default (props: P) => null",
    });
    assert.deepEqual([vague.props, vague.propsText, vague.fault], [{}, '{}', null]);
    const none = await propsFor({ ...request, text: 'export default function Hello() {}' });
    assert.deepEqual([none.props, none.propsText], [{}, null]);
  });
});
