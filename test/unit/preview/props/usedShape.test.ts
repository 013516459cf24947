import assert from 'node:assert/strict';
import { fieldOf } from '../../../../src/preview/props/shape.ts';
import { usedShape } from '../../../../src/preview/props/usedShape.ts';
import { writtenFields } from './writtenShape.ts';

const used = (name: string, source: string) => writtenFields([fieldOf(name, usedShape(name, source), false)]);

describe('the use of a prop', () => {
  it('tells the items of a list apart from the list, in each language of markup', () => {
    const row = 'rows: { id: string; total: number }[]';
    assert.equal(used('rows', 'rows.map((line) => <li key={line.id}>{line.total.toFixed(2)}</li>)'), row);
    assert.equal(used('rows', '(rows ?? []).map(function (line) { return line.id + line.total * 2 })'), row);
    assert.equal(used('rows', 'props.rows?.map(({ id, total }) => id + 2 * total)'), row);
    assert.equal(used('rows', 'for (const line of rows) { use(line.id, Math.round(line.total)) }'), row);
    assert.equal(used('rows', '<li v-for="(line, index) in props.rows" :key="line.id">{{ line.total * 2 }}</li>'), row);
    assert.equal(used('rows', '{#each rows as line (line.id)}<rect height={line.total} />{/each}'), row);
  });

  it('is followed into what is within', () => {
    const source = 'orders.map((order) => order.lines.map((line) => line.label) + order.buyer.address.city)';
    assert.equal(
      used('orders', source),
      'orders: { lines: { label: string }[]; buyer: { address: { city: string } } }[]',
    );
    assert.equal(used('user', 'user.name + user.getName() + myuser.age + other.user.size'), 'user: { name: string }');
  });

  it('tells what has parts of its own from a list, whatever it is called', () => {
    const page = '{#each data.posts as post}<li>{post.title}</li>{/each}';
    assert.equal(used('data', page), 'data: { posts: { title: string }[] }');
    assert.equal(used('rows', 'rows.length'), writtenFields([fieldOf('rows', usedShape('rows', ''), false)]));
  });

  it('is of words where items are drawn as they are, and guessed by the name where nothing is said', () => {
    assert.equal(used('tags', 'tags.map((tag) => <b>{tag}</b>)'), 'tags: string[]');
    assert.equal(used('onPick', 'onPick(1)'), 'onPick: () => void');
    assert.equal(used('isOpen', ''), 'isOpen: boolean');
    assert.equal(used('count', ''), 'count: number');
    assert.equal(used('image', ''), 'image: string');
    assert.equal(used('status', ''), 'status: string');
    assert.equal(used('class', ''), 'class: string');
  });

  it('is of words where it is searched, whatever its name', () => {
    const source = "orders.filter((o) => o.customer.includes(query)).map((o) => <img src='/o.png' alt={o.customer} />)";
    assert.equal(used('orders', source), 'orders: { customer: string }[]');
  });

  it('is bounded, whatever is written', () => {
    const names = Array.from({ length: 400 }, (_, index) => `part${index}`);
    const source = names.map((name) => `it.${name}.${names.map((other) => `x.${other}`).join()}`).join(';');
    assert.match(used('it', source), /^it: \{ part0/);
    used('rows', `rows.map(${'('.repeat(50_000)}${'{'.repeat(50_000)}v-for="${'a '.repeat(50_000)}`);
  });
});
