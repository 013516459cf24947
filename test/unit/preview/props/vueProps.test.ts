import assert from 'node:assert/strict';
import { foundProps } from './foundProps.ts';

const setup = (code: string, template = '') =>
  `<template>${template}</template>\n<script setup lang="ts">\n${code}\n</script>\n<style>a { color: red }</style>`;

describe('the props of a Vue component', () => {
  it('are those of the macros', async () => {
    const rows = 'rows: { id: number }[]; title?: string';
    const type = 'interface Props { rows: { id: number }[]; title?: string }\n';
    assert.equal(await foundProps('a.vue', setup(`${type} defineProps<Props>();`)), rows);
    assert.equal(await foundProps('a.vue', setup(`${type} const props = defineProps<Props>()`)), rows);
    assert.equal(await foundProps('a.vue', setup(`${type} const { rows } = toRefs(defineProps<Props>())`)), rows);
    assert.equal(
      await foundProps('a.vue', setup(`${type} const { rows, title = 'Orders' } = defineProps<Props>()`)),
      `${rows} = "Orders"`,
    );
    const standard = `${type} const props = withDefaults(defineProps<Props>(), { rows: () => [], title: 'Orders' })`;
    assert.equal(await foundProps('a.vue', setup(standard)), 'rows?: { id: number }[] = []; title?: string = "Orders"');
  });

  it('go by the component’s own type parameters, and by its defaults where a package has the type', async () => {
    const generic = setup('defineProps<{ rows: T[]; columns: { key: K; label: string }[] }>()').replace(
      'lang="ts"',
      'lang="ts" generic="T extends { id: number; total: number }, K extends keyof T & string"',
    );
    assert.equal(
      await foundProps('a.vue', generic),
      'rows: { id: number; total: number }[]; columns: { key: "id" | "total"; label: string }[]',
    );
    const packaged =
      "import type { Base } from 'kit'; withDefaults(defineProps<Base & { wide: boolean }>(), { as: 'a' })";
    assert.equal(await foundProps('a.vue', setup(packaged)), 'wide: boolean; as?: string = "a"');
  });

  it('are those of another block, and of other files', async () => {
    const text = `<script lang="ts">export interface Props { a: Kind }</script>${setup(
      "import { Kind } from './kinds'; defineProps<Props & { b?: import('./kinds').Kind }>()",
    )}`;
    const files = { 'src/kinds/index.ts': "export type Kind = 'x' | 'y'" };
    assert.equal(await foundProps('src/a.vue', text, files), 'a: "x" | "y"; b?: "x" | "y"');
  });

  it('are those of runtime declarations', async () => {
    assert.equal(
      await foundProps(
        'a.vue',
        setup("defineProps(['title', 'items', 'onPick'])", '<li v-for="(item, i) in items">{{ item.label }}</li>'),
      ),
      'title?: string; items?: { label: string }[]; onPick?: () => void',
    );
    const runtime = `defineProps({ title: String, size: { type: [String, Number], default: 3 }, ok: { type: Boolean, required: true },
      rows: { type: Array as PropType<{ id: number }[]>, required: true }, one: { type: Object as () => { a: string } }, on: Date, any: null })`;
    assert.equal(
      await foundProps('a.vue', setup(runtime)),
      'title?: string; size?: string | number = 3; ok: boolean; rows: { id: number }[]; one?: { a: string }; on?: date; any?: string',
    );
  });

  it('are those of its options', async () => {
    const options = `<script>const shared = { title: String };\nexport default { props: shared, data: () => ({}) }</script><template/>`;
    assert.equal(await foundProps('a.vue', options), 'title?: string');
    const defined = `<script>export default defineComponent({ props: { rows: { type: Array, required: true } } })</script>
      <template><p v-for="row of rows" :key="row.id">{{ row.price.toFixed(2) }}</p></template>`;
    assert.equal(await foundProps('a.vue', defined), 'rows: { id: string; price: number }[]');
  });

  it('are those of its models', async () => {
    assert.equal(
      await foundProps(
        'a.vue',
        setup(
          "const value = defineModel<string>(); const open = defineModel('open', { type: Boolean, default: true })",
        ),
      ),
      'modelValue?: string; open?: boolean = true',
    );
  });

  it('are none where it takes none', async () => {
    assert.equal(await foundProps('a.vue', '<template><p>Hello</p></template>'), null);
    assert.equal(await foundProps('a.vue', setup('const a = 1')), null);
    assert.equal(await foundProps('a.vue', setup('const a = ')), null);
  });
});
