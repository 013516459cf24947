import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentJob } from '../../../../src/app/preview/componentPorts.ts';
import { type ComponentTools, renderComponent } from '../../../../src/preview/component/renderComponent.ts';
import { tailwindCompiler } from '../../../../src/preview/tailwind/tailwindCompiler.ts';
import { projectFolder } from '../../../vscode/projectFolder.ts';
import { useBuiltComponents } from './builtComponents.ts';
import { componentTools } from './componentTools.ts';
import { readerOf } from './projectOf.ts';

type Files = Readonly<Record<string, string>>;

const packaged = (name: string) => readFileSync(join(projectFolder, 'node_modules', 'tailwindcss', name), 'utf8');

describe('Rendering components of Vue and Svelte', () => {
  const built = useBuiltComponents();
  let tools: ComponentTools;
  before(async () => {
    tools = await componentTools(built(), {
      data: async () => ({ props: { title: 'Plans' }, revivals: [], propsText: null, fault: null }),
      styles: tailwindCompiler(async () => ({ theme: packaged('theme.css'), preflight: packaged('preflight.css') })),
    });
  });
  const render = (kind: 'vue' | 'svelte', text: string, files: Files = {}, change: Partial<ComponentJob> = {}) =>
    renderComponent({ ...job, kind, path: `src/Card.${kind}`, text, ...change }, readerOf(files), tools);

  it('follows a Vue component’s imports, waits for its setup and shows what is elsewhere in the document', async () => {
    const { markup, component } = await render(
      'vue',
      `<script setup lang="ts">
      import { ref } from 'vue';
      import Price from './Price.vue';
      import { Chart } from 'vue-charts';
      defineProps<{ title: string }>();
      const price = ref(await Promise.resolve(29));
      </script>
      <template><h1>{{ title }}</h1><Price :amount="price" /><Chart /><RouterLink to="/">Home</RouterLink>
      <Teleport to="body"><dialog>Sure?</dialog></Teleport></template>
      <style scoped>h1 { color: red }</style>`,
      { 'src/Price.vue': '<script setup>defineProps(["amount"])</script><template><b>€{{ amount }}</b></template>' },
    );
    const html = markup?.html ?? '';
    assert.match(html, /<h1 data-v-\w+>Plans<\/h1><b data-v-\w+>€29<\/b>/);
    assert.match(html, /role="note"[^>]*>vue-charts is not there \(Chart\)</);
    assert.match(html, /&lt;RouterLink&gt; Home/);
    assert.match(html, /<dialog[^>]*>Sure\?<\/dialog>/);
    assert.match(markup?.styles[0]?.css ?? '', /h1\[data-v-\w+\]/);
    assert.deepEqual(component?.notes, [{ kind: 'missing', name: 'vue-charts' }]);
  });

  it('follows a Svelte component’s imports, with stores and what stands for a missing package', async () => {
    const { markup, component } = await render(
      'svelte',
      `<script lang="ts">
      import { writable } from 'svelte/store';
      import { tweened } from 'svelte/motion';
      import { fade } from 'svelte/transition';
      import { Chart } from 'svelte-charts';
      import Price from './Price.svelte';
      let { title }: { title: string } = $props();
      const price = writable(29);
      const moving = tweened(7);
      </script>
      <svelte:head><meta name="theme-color" content="red"></svelte:head>
      <h1 transition:fade>{title} {$moving}</h1><Price amount={$price} /><Chart />`,
      { 'src/Price.svelte': '<script>export let amount;</script><b>€{amount}</b><style>b { color: red }</style>' },
    );
    const html = markup?.html ?? '';
    assert.match(html, /<h1>Plans 7<\/h1>.*<b class="svelte-\w+">€29<\/b>/);
    assert.match(html, /role="note"[^>]*>svelte-charts is not there \(Chart\)</);
    assert.match(markup?.head ?? '', /theme-color/);
    assert.match(markup?.styles[0]?.css ?? '', /b\.svelte-\w+/);
    assert.deepEqual(component?.notes, [{ kind: 'missing', name: 'svelte-charts' }]);
  });

  it('reads modules with runes, and has what SvelteKit’s build makes where that is installed', async () => {
    const text = `<script lang="ts">
      import { page } from '$app/state';
      import { browser } from '$app/environment';
      import { counter } from './counter.svelte';
      const count = counter(4);
      </script><p>{count.n} {page.url.pathname} {browser}</p>`;
    const counter =
      'export const counter = (start: number) => { let n = $state(start); return { get n() { return n; } }; };';
    const files = { 'src/counter.svelte.ts': counter };
    const kit = { 'node_modules/@sveltejs/kit/package.json': '{}', 'node_modules/@sveltejs/kit/index.js': '' };
    const { markup } = await render('svelte', text, { ...files, ...kit });
    assert.match(markup?.html ?? '', /<p>4 \/ false<\/p>/);
    const { component } = await render('svelte', '<script>import { goto } from "$app/navigation"; goto;</script>');
    assert.deepEqual(component?.notes, [{ kind: 'missing', name: '$app/navigation' }]);
  });

  it('lets time pass for what waits for it, and shows what waits for a network as waiting', async () => {
    const slow = await render(
      'vue',
      `<script setup>
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      const page = new URLSearchParams('?page=2').get('page');
      const photo = new URL('./photo.png', import.meta.url).href;
      </script>
      <template><p>{{ page }}</p><img :src="photo" alt=""></template>`,
    );
    assert.match(slow.markup?.html ?? '', /<p>2<\/p><img src="\.\/photo\.png"/);
    const asking = await render(
      'svelte',
      `<script>const rows = fetch('/rows').then((answer) => answer.json());</script>
      {#await rows}<p>Loading</p>{:then all}<p>{all.length}</p>{:catch}<p>Failed</p>{/await}`,
    );
    assert.match(asking.markup?.html ?? '', /<p>Loading<\/p>/);
    const network = await render('vue', '<script setup>await fetch("/")</script><template><p /></template>');
    assert.deepEqual(network.fault, { message: 'TypeError: Failed to fetch', line: 1 });
  });

  it('says what is thrown, and in whose words a text is wrong', async () => {
    const thrown = await render('vue', '<script setup>throw new Error("No plans")</script><template><p /></template>');
    assert.deepEqual([thrown.markup, thrown.fault], [null, { message: 'No plans', line: 1 }]);
    assert.deepEqual(thrown.messages, [], 'said once');
    const lines = async (kind: 'vue' | 'svelte', text: string, files: Files = {}) => {
      const { fault } = await render(kind, text, files);
      return fault !== null && 'line' in fault ? fault : null;
    };
    const setup = '<script setup lang="ts">\ninterface Plan {\n  price: number }\nconst plan: Plan | null = null;\n';
    assert.equal((await lines('vue', `${setup}\nplan.price;\n</script>\n<template><p /></template>`))?.line, 6);
    assert.equal(
      (await lines('vue', `${setup}</script>\n\n<template>\n<p>A</p>\n<p>{{ plan.price }}</p></template>`))?.line,
      9,
    );
    const options =
      '<template>\n<b>A</b>\n<p>{{ plan.price }}</p>\n</template>\n<script>\nexport default {\n data: () => ({ plan: null })';
    assert.equal((await lines('vue', `${options}\n};\n</script>`))?.line, 3);
    assert.equal((await lines('vue', `${options},\n created() {\n  this.plan.price;\n } };\n</script>`))?.line, 9);
    assert.equal(
      (await lines('svelte', '<script lang="ts">\nlet plan: null = null;\n</script>\n\n<p>{plan.price}</p>'))?.line,
      5,
    );
    const other = { 'src/Price.svelte': '<script>\nexport let amount;\n</script>\n<b>{amount.euro}</b>' };
    const within = await lines('svelte', '<script>\nimport Price from "./Price.svelte";\n</script><Price />', other);
    assert.deepEqual([within?.line, within?.message.slice(0, 19)], [null, 'src/Price.svelte:4:']);
    const windowless = await render('svelte', '<script>let width = window.innerWidth;</script><p>{width}</p>');
    assert.equal(windowless.markup?.standIns, true, 'shown with what stands in for a browser');
    const wrong = await render('svelte', '<p>\n{#if}');
    assert.equal(wrong.fault !== null && 'line' in wrong.fault ? wrong.fault.line : null, 2);
  });

  it('shows of a half-written component what is there, and blames nobody for the rest', async () => {
    const early = { underWay: true };
    const late = await render(
      'vue',
      '<template><h1>{{ user.name }}</h1><p>{{ total(2) }} of <b v-for="n in rows" /><i cl',
      {},
      early,
    );
    assert.match(late.markup?.html ?? '', /<h1><\/h1><p> of <!--\[--><!--\]--><\/p>/);
    assert.deepEqual([late.fault, late.messages], [null, []]);
    const half = '<template><h1>{{ a }}{{ later.b }}</h1></template><script setup>\nconst a = 1\nconst later = { b: ';
    assert.match((await render('vue', half, {}, early)).markup?.html ?? '', /<h1[^>]*>1/);
    const svelte = await render(
      'svelte',
      '<script>let rows = [1, 2];</script>{#each rows as n}<li>{n}</li>{#if n',
      {},
      early,
    );
    assert.match(svelte.markup?.html ?? '', /<li>1<\/li>.*<li>2<\/li>/);
    const react = 'export default () => <Card><b>Hi</b><Icon /></Card>;\nfunction Card({ children }) { return <p>{chil';
    const shown = await renderComponent(
      { ...job, ...early, kind: 'react', path: 'src/App.tsx', text: react },
      readerOf({}),
      tools,
    );
    assert.equal(shown.markup?.html, '<p></p>');
    const before = { ...job, ...early, kind: 'react', path: 'src/App.tsx', text: react.slice(0, 55) } as const;
    assert.equal((await renderComponent(before, readerOf({}), tools)).markup?.html, '<b>Hi</b>');
  });

  it('brings a script that mounts each where scripts run', async () => {
    for (const kind of ['vue', 'svelte'] as const) {
      const text = '<script setup>let n = 1</script><template><p>{{ n }}</p></template>';
      const { markup } = await render(kind, kind === 'vue' ? text : '<p>{1}</p>', {}, { live: true });
      assert.match(markup?.liveScript ?? '', /tiebreakRuntime\.mount\(/);
      assert.doesNotMatch(markup?.liveScript ?? '', /trustedTypes/);
    }
  });

  it('compiles Tailwind’s classes only where the project uses it, or it was asked for', async () => {
    const card = '<template><p class="p-4">Hi</p></template>';
    const css = async (files: Files, change: Partial<ComponentJob> = {}) =>
      ((await render('vue', card, files, change)).markup?.styles ?? []).map((sheet) => sheet.css).join('');
    assert.equal(await css({ 'package.json': '{ "dependencies": { "vue": "^3" } }' }), '');
    assert.match(await css({ 'package.json': '{ "devDependencies": { "tailwindcss": "^4" } }' }), /\.p-4 \{/);
    assert.match(await css({}, { tailwind: true }), /\.p-4 \{/);
    const vain = '<template><p class="text-sm bg-gray-100 rounded-lg md:flex">Hi</p></template>';
    const notes = async (files: Files) => (await render('vue', vain, files)).component?.notes;
    assert.deepEqual(await notes({}), [{ kind: 'no-tailwind', name: 'Tailwind' }]);
    assert.deepEqual(await notes({ 'package.json': '{ "devDependencies": { "tailwindcss": "^4" } }' }), []);
  });

  it('says which version is shown where the project asks for another', async () => {
    const { component } = await render('vue', '<template><p /></template>', {
      'package.json': '{ "dependencies": { "vue": "^2.7" } }',
    });
    assert.deepEqual(
      component?.notes.map((note) => [note.kind, note.name]),
      [['version', 'vue']],
    );
  });
});

const job: Omit<ComponentJob, 'kind' | 'path' | 'text'> = {
  dataSet: 'typical',
  ownProps: null,
  live: false,
  tailwind: false,
  underWay: false,
  missingWords: '{0} is not there',
};
