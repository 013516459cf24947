import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonValue } from '../../../../src/core/jsonValue.ts';
import { dataSets } from '../../../../src/preview/props/dataSets.ts';
import { type Field, fieldOf, type Shape, unionOf } from '../../../../src/preview/props/shape.ts';

const text: Shape = { kind: 'string' };
const number: Shape = { kind: 'number' };
const list = (item: Shape): Shape => ({ kind: 'array', item });
const object = (shapes: Readonly<Record<string, Shape>>): Shape => ({ kind: 'object', fields: fields(shapes) });
const words = (...values: readonly string[]): Shape => unionOf(values.map((value) => ({ kind: 'literal', value })));

/** Names that end in `?` are of optional fields. */
function fields(shapes: Readonly<Record<string, Shape>>): readonly Field[] {
  return Object.entries(shapes).map(([name, shape]) => fieldOf(name.replace(/\?$/, ''), shape, name.endsWith('?')));
}

const user = object({
  id: number,
  name: text,
  email: text,
  role: words('admin', 'member'),
  joinedAt: { kind: 'date' },
  'note?': text,
  manager: unionOf([text, { kind: 'null' }]),
  active: { kind: 'boolean' },
});
const table = fields({
  users: list(user),
  title: text,
  'caption?': text,
  'loading?': { kind: 'boolean' },
  'error?': text,
  onPick: { kind: 'function', gives: false },
  anything: { kind: 'unknown' },
  'className?': text,
});

describe('the data that is made up for props', () => {
  it('is believable as typical, and varied', () => {
    const { users, ...rest } = dataSets(table).typical;
    const rows = users as readonly Record<string, JsonValue>[];
    assert.equal(rows.length, 6);
    assert.deepEqual(rows[0], {
      id: 1,
      name: 'Ada Okafor',
      email: 'ada.okafor@example.com',
      role: 'admin',
      joinedAt: '2026-03-02T08:00:00.000Z',
      note: 'Everything you need to get started, in one place.',
      manager: rows[0]?.['manager'],
      active: true,
    });
    assert.deepEqual(new Set(rows.map(({ role }) => role)), new Set(['admin', 'member']));
    assert.equal(new Set(rows.map(({ name }) => name)).size, 6);
    assert.ok(rows.some((row) => !('note' in row)) && rows.some(({ manager }) => manager === null));
    assert.deepEqual(Object.keys(rest), ['title', 'caption', 'loading', 'anything']);
    assert.deepEqual([rest['loading'], rest['anything']], [false, null]);
  });

  it('has in every row what rows are told apart by, whatever their type leaves open', () => {
    const rows = dataSets(fields({ users: list(object({ 'id?': number, 'name?': text, 'note?': text })) })).typical[
      'users'
    ];
    const made = rows as readonly Record<string, JsonValue>[];
    assert.ok(made.every((row) => 'id' in row && 'name' in row));
    assert.ok(made.some((row) => !('note' in row)));
  });

  it('is what a component takes by itself where it says so', () => {
    const [size] = fields({ 'size?': number });
    assert.ok(size !== undefined);
    assert.deepEqual(dataSets([{ ...size, preset: 3 }]), { typical: { size: 3 }, empty: {}, long: { size: 10 } });
    assert.notDeepEqual(dataSets([{ ...size, name: 'title', shape: text, preset: '' }]).typical, { title: '' });
  });

  it('is empty where it can be', () => {
    assert.deepEqual(dataSets(table).empty, { users: [], title: '', anything: null });
    const one = fields({
      user,
      kind: words('a', 'b'),
      pair: { kind: 'tuple', items: [number, text] },
      by: { kind: 'record', item: number },
    });
    assert.deepEqual(dataSets(one).empty, {
      user: {
        id: 0,
        name: '',
        email: '',
        role: 'admin',
        joinedAt: '2026-03-02T08:00:00.000Z',
        manager: null,
        active: false,
      },
      kind: 'a',
      pair: [0, ''],
      by: {},
    });
  });

  it('has no rows as empty, even of what a component brings along', () => {
    const [days, ...others] = fields({
      'days?': list(number),
      'by?': { kind: 'map', item: text },
      'either?': unionOf([list(text), { kind: 'null' }]),
      'title?': text,
      'size?': unionOf([number, list(number)]),
      'style?': { kind: 'record', item: text },
    });
    assert.ok(days !== undefined);
    assert.deepEqual(dataSets([{ ...days, preset: [1, 2] }, ...others]).empty, { days: [], by: {}, either: [] });
  });

  it('is long, wide, foreign and much as long text', () => {
    const { users, title, caption } = dataSets(table).long;
    const rows = users as readonly Record<string, JsonValue>[];
    assert.equal(rows.length, 60);
    const names = rows.map(({ name }) => String(name)).join(' ');
    for (const script of [
      /\p{Script=Han}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Extended_Pictographic}/u,
      /\p{L}{70}/u,
    ]) {
      assert.match(names, script);
    }
    assert.match(String(caption), /This sentence goes on/);
    assert.ok(String(title).length > 40);
    assert.match(String(rows[0]?.['email']), /^[a-z.\d]+@[a-z.-]+$/);
    assert.ok(Number((dataSets(fields({ total: number })).long as { total: number }).total) > 1e9);
  });

  it('labels columns by their keys, each key once', () => {
    const columns = list(object({ key: words('id', 'placedAt'), header: text }));
    const { typical, long } = dataSets(fields({ columns }));
    assert.deepEqual(typical['columns'], [
      { key: 'id', header: 'Id' },
      { key: 'placedAt', header: 'Placed at' },
    ]);
    assert.equal((long['columns'] as readonly JsonValue[]).length, 2);
  });

  it('heads a list by what it is a list of', () => {
    const { typical } = dataSets(fields({ title: text, openOrders: list(user) }));
    assert.equal(typical['title'], 'Open orders');
    const rows = dataSets(fields({ events: list(object({ title: text, tags: list(text) })) })).typical['events'];
    const titles = (rows as readonly { readonly title: string }[]).map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length, 'rows of a list are not all called alike');
  });

  it('has no end of a type within itself', () => {
    const tree = object({ label: text, children: list({ kind: 'endless' }) });
    const { typical } = dataSets(fields({ tree, 'next?': { kind: 'endless' } }));
    assert.deepEqual(Object.keys(typical), ['tree']);
    assert.deepEqual((typical['tree'] as { children: unknown }).children, []);
  });

  it('is of the type’s form, the same each time, and no longer than can be edited, whatever the type', () => {
    fc.assert(
      fc.property(anyFields, (some) => {
        const sets = dataSets(some);
        assert.deepEqual(dataSets(some), sets);
        for (const props of Object.values(sets)) {
          const json = JSON.stringify(props, null, 2);
          assert.deepEqual(JSON.parse(json), props);
          assert.ok(json.length <= 200_000, `${json.length} characters`);
          assertFits({ kind: 'object', fields: some }, props, 'props');
        }
      }),
      { numRuns: 300 },
    );
  });
});

const names = fc.constantFrom(
  'rows',
  'title',
  'id',
  'price',
  'createdAt',
  'user',
  'isOpen',
  'image',
  'x',
  'constructor',
  'a.b',
  '',
);

const { shape: anyShape } = fc.letrec<{ shape: Shape; field: Field }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<Shape>(
      { kind: 'string' },
      { kind: 'number' },
      { kind: 'boolean' },
      { kind: 'date' },
      { kind: 'text' },
      { kind: 'snippet' },
      { kind: 'null' },
      { kind: 'literal', value: 'a' },
      { kind: 'literal', value: 2 },
      { kind: 'function', gives: true },
      { kind: 'unknown' },
      { kind: 'endless' },
    ),
    fc.record({ kind: fc.constantFrom('array', 'set', 'record', 'map'), item: tie('shape') }),
    fc.record({ kind: fc.constant('tuple' as const), items: fc.array(tie('shape'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('object' as const), fields: uniqueFields(tie('field')) }),
    fc.array(tie('shape'), { minLength: 1, maxLength: 4 }).map(unionOf),
  ) as fc.Arbitrary<Shape>,
  field: fc.record({ name: names, shape: tie('shape'), optional: fc.boolean(), preset: fc.constant(undefined) }),
}));

function uniqueFields(field: fc.Arbitrary<Field>): fc.Arbitrary<readonly Field[]> {
  return fc.uniqueArray(field, { maxLength: 4, selector: ({ name }) => name });
}

const anyFields = uniqueFields(
  fc.record({ name: names, shape: anyShape, optional: fc.boolean(), preset: fc.constant(undefined) }),
);

function assertFits(shape: Shape, value: JsonValue | undefined, where: string): void {
  assert.ok(fits(shape, value), `${where}: ${JSON.stringify(value)} is no ${JSON.stringify(shape)}`);
}

/** What is not understood, and what JSON cannot hold, is null or left out. */
function fits(shape: Shape, value: JsonValue | undefined): boolean {
  const isList = (item: Shape) => Array.isArray(value) && value.every((each) => each === null || fits(item, each));
  const record =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, JsonValue>) : null;
  switch (shape.kind) {
    case 'string':
    case 'text':
    case 'snippet':
      return typeof value === 'string';
    case 'number':
    case 'boolean':
      return typeof value === shape.kind;
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'literal':
      return value === shape.value;
    case 'null':
    case 'unknown':
    case 'endless':
      return value === null;
    case 'undefined':
    case 'function':
      return value === undefined || value === null;
    case 'array':
    case 'set':
      return isList(shape.item);
    case 'record':
    case 'map':
      return record !== null && Object.values(record).every((each) => each === null || fits(shape.item, each));
    case 'tuple':
      return Array.isArray(value) && shape.items.every((item, index) => fits(item, value[index]));
    case 'object':
      return (
        record !== null &&
        shape.fields.every(({ name, shape: inner, optional }) => {
          const own = Object.hasOwn(record, name) ? record[name] : undefined;
          return (optional && own === undefined) || fits(inner, own);
        })
      );
    case 'union':
      return shape.members.some((member) => fits(member, value));
  }
}
