import assert from 'node:assert/strict';
import { foundProps } from './foundProps.ts';

describe('What a prop takes by itself', () => {
  const row = '{ id: string; total: number; late: boolean }[]';
  const value = "[{ id: 'a', total: 3, late: true }]";

  it('is followed by its name to where it is declared, by its type or else by its value', async () => {
    const component =
      "import { recent } from './orders';\nexport default function Table({ orders = recent }) { return orders.length }";
    const typed = `type Row = { id: string; total: number; late: boolean };\nexport const recent: Row[] = load();`;
    assert.equal(await foundProps('src/Table.tsx', component, { 'src/orders.ts': typed }), `orders?: ${row}`);
    const bare = `const first = ${value};\nexport const recent = first;`;
    const found = await foundProps('src/Table.tsx', component, { 'src/orders.ts': bare });
    assert.ok(found?.startsWith(`orders?: ${row} = `), String(found));
    const svelte = `<script>import { recent } from './orders'; export let orders = recent;</script>`;
    assert.equal(await foundProps('src/a.svelte', svelte, { 'src/orders.ts': typed }), `orders?: ${row}`);
    const vue = `<script setup>import { recent } from './orders';
      defineProps({ orders: { type: Array, default: () => recent } });</script>`;
    assert.equal(await foundProps('src/a.vue', vue, { 'src/orders.ts': typed }), `orders?: ${row}`);
  });

  it('says more than a type that is not there', async () => {
    const rune = `<script lang="ts">import type { P } from 'elsewhere'; let { orders = ${value} }: { orders?: P } = $props();</script>`;
    const found = await foundProps('src/a.svelte', rune);
    assert.ok(found?.startsWith(`orders?: ${row} = `), String(found));
    const made = `<script setup lang="ts">import type { P } from 'elsewhere';
      withDefaults(defineProps<{ orders?: P }>(), { orders: () => ${value} });</script>`;
    assert.equal(await foundProps('src/a.vue', made), found);
  });

  it('is told by the use where it cannot be read', async () => {
    const of = (use: string) =>
      foundProps(
        'src/Table.tsx',
        `import { recent } from 'shop';\nexport default function Table({ order = recent }) { return <p>${use}</p> }`,
      );
    assert.equal(await of('{order.map((each) => <b>{each.total * 2}</b>)}'), 'order?: { total: number }[]');
    assert.match((await of('{order.reduce(add, 0)}')) ?? '', /\[\]$/);
    assert.equal(await of('{order.toUpperCase()}'), 'order?: string');
    assert.equal(await of('<b>{order}</b>'), 'order?: string');
    assert.equal(await of('<Show order={order} />'), 'order?: unknown');
  });
});
