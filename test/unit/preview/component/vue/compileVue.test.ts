import assert from 'node:assert/strict';
import type { RenderTarget } from '../../../../../src/preview/component/componentFramework.ts';
import { compileVue } from '../../../../../src/preview/component/vue/compileVue.ts';

const workspace: Readonly<Record<string, string>> = {
  'src/types.ts': "export type { Plan } from './plan';",
  'src/plan.ts': 'export interface Plan { title: string; seats?: number }',
};

const compile = (text: string, target: RenderTarget = 'static', files = workspace) =>
  compileVue('src/PlanForm.vue', text, target, async (path) => files[path] ?? null);

async function compiled(text: string, target: RenderTarget = 'static') {
  const made = await compile(text, target);
  assert.ok(!('fault' in made), JSON.stringify(made));
  return made;
}

async function faultOf(text: string) {
  const made = await compile(text);
  assert.ok('fault' in made, 'compiled after all');
  return made.fault;
}

const setup = `<script setup lang="ts">
import { ref } from 'vue'
import type { Plan } from './types'
import SeatField from './SeatField.vue'
const { title, seats = 3 } = defineProps<Plan>()
const note = defineModel<string>()
const emit = defineEmits<{ save: [title: string] }>()
const count = ref<number>(seats)
</script>
<template>
  <form @submit.prevent="emit('save', title)"><SeatField :value="(count as number)" />{{ note!.trim() }}</form>
</template>
<style scoped>
form { color: v-bind(count) }
</style>`;

describe('compiling a Vue component', () => {
  it('makes one module of script setup, with imported types and a template for the server', async () => {
    const { code, css } = await compiled(setup);
    assert.match(code, /ssrRenderComponent\(SeatField/);
    assert.match(code, /title: \{\}/);
    assert.match(code, /import SeatField from '\.\/SeatField\.vue'/);
    assert.match(code, /export default __component;$/);
    assert.doesNotMatch(code, /as number|<string>|import type|note!/);
    const scope = /__scopeId = "(data-v-[\da-f]{8})"/.exec(code)?.[1];
    assert.match(css, new RegExp(`form\\[${scope}\\] \\{ color: var\\(--`));
  });

  it('makes elements of the same for the browser', async () => {
    const { code } = await compiled(setup, 'live');
    assert.match(code, /createElementBlock|createVNode/);
    assert.doesNotMatch(code, /server-renderer/);
  });

  it('finds types by the usual short name of the sources', async () => {
    const short = setup.replace("'./types'", "'@/types'");
    const { code } = await compiled(short);
    assert.match(code, /title: \{\}/);
    const made = await compileVue('web/src/parts/deep/A.vue', short, 'static', async (path) =>
      path === 'web/src/types.ts' ? 'export interface Plan { title: string; seats: number }' : null,
    );
    assert.ok(!('fault' in made), JSON.stringify(made));
  });

  it('reads types anew each time', async () => {
    const { code: before } = await compiled(setup);
    const other = { 'src/types.ts': 'export interface Plan { label: string }' };
    const made = await compile(setup.replace('{ title, seats = 3 }', '{ label: title, seats = 3 }'), 'static', other);
    assert.ok(!('fault' in made));
    assert.match(before, /title: \{\}/);
    assert.match(made.code, /label: \{\}/);
  });

  it('takes a script with options, and a template alone', async () => {
    const options = await compiled(
      '<script>export default { data: () => ({ n: 1 }) }</script><template><p>{{ n }}</p></template>',
    );
    assert.match(options.code, /__component\.ssrRender = ssrRender/);
    const alone = await compiled('<template><p>Hello</p></template>', 'live');
    assert.match(alone.code, /__component\.render = render/);
  });

  it('puts several style sheets together and says what it leaves out', async () => {
    const { code, css, notes } = await compiled(
      '<template><p :class="$style.big">Hi</p></template><style module>.big { color: red }</style><style>p { margin: 0 }</style><style lang="scss">$a: 1;</style>',
    );
    assert.match(css, /\.big \{ color: red\s*\}\s+p \{ margin: 0\s*\}/);
    assert.match(code, /__cssModules = \{"\$style":\{"big":"big"\}\}/);
    assert.deepEqual(notes, [{ kind: 'styling', name: '<style lang="scss">' }]);
  });

  it('does without the types of packages, which it cannot read, and keeps what it knows of the props', async () => {
    const { code } = await compiled(`<script setup lang="ts">
import { Primitive, type PrimitiveProps, type PrimitiveEmits } from 'some-kit'
interface Props extends PrimitiveProps { wide?: boolean; label: string }
const props = withDefaults(defineProps<Props>(), { as: 'button' })
defineEmits<PrimitiveEmits>()
</script>
<template><Primitive :as="as" :class="{ wide }" :id="props.id">{{ label }}</Primitive></template>`);
    assert.match(code, /"?wide"?: \{ type: Boolean \}/);
    assert.match(code, /"?as"?: \{ default: 'button' \}/);
    assert.match(code, /__props\.label/);
    assert.match(code, /__props\.as\b/);
    assert.match(code, /"?id"?: \{\}/);
    const misspelt = `<script setup lang="ts">
import { ref } from './a'
defineProps<Misspelt>()
</script><template><p/></template>`;
    assert.match((await faultOf(misspelt)).message, /Unresolvable type/);
  });

  it('says in which line something is wrong', async () => {
    assert.deepEqual(await faultOf('<template>\n<p>Hi'), { message: 'Element is missing end tag.', line: 2 });
    assert.equal((await faultOf('<template>\n\n<p>{{ a b }}</p></template>')).line, 3);
    assert.deepEqual(await faultOf('<script setup>\nconst a = 1\nconst b = ;\n</script><template><p/></template>'), {
      message: 'Unexpected token',
      line: 3,
    });
    assert.equal((await faultOf('<template><p/></template>\n<style>\np { color: red }\n}</style>')).line, 4);
  });

  it('says what it has no compiler for', async () => {
    assert.match((await faultOf('<template lang="pug">p Hi</template>')).message, /pug/);
    assert.match((await faultOf('<template src="./a.html"></template>')).message, /a\.html/);
    assert.match((await faultOf('')).message, /At least one <template> or <script>/);
  });
});
