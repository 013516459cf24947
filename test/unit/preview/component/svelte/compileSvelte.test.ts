import assert from 'node:assert/strict';
import type { RenderTarget } from '../../../../../src/preview/component/componentFramework.ts';
import { compileSvelte } from '../../../../../src/preview/component/svelte/compileSvelte.ts';

const compile = (text: string, target: RenderTarget = 'static', path = 'src/Chart.svelte') =>
  compileSvelte(path, text, target, async () => null);

async function compiled(text: string, target?: RenderTarget, path?: string) {
  const made = await compile(text, target, path);
  assert.ok(!('fault' in made), JSON.stringify(made));
  return made;
}

async function faultOf(text: string) {
  const made = await compile(text);
  assert.ok('fault' in made, 'compiled after all');
  return made.fault;
}

const runes = `<script lang="ts">
  import Bar from './Bar.svelte'
  interface Props { title: string }
  let { title }: Props = $props()
  let count = $state<number>(0)
</script>
<button class="more" onclick={() => count++}><Bar height={count as number} />{title}</button>
<style>.more { color: red }</style>`;

describe('compiling a Svelte component', () => {
  it('makes a module of runes and TypeScript for the server, with scoped styles', async () => {
    const { code, css } = await compiled(runes);
    assert.match(code, /from 'svelte\/internal\/server'/);
    assert.match(code, /import Bar from '\.\/Bar\.svelte'/);
    const scope = /class="more (svelte-[\da-f]{8})"/.exec(code)?.[1];
    assert.match(css, new RegExp(`\\.more\\.${scope} \\{ color: red \\}`));
  });

  it('makes elements one by one for the browser', async () => {
    const { code } = await compiled(runes, 'live');
    assert.match(code, /from 'svelte\/internal\/client'/);
    assert.match(code, /from_tree/);
  });

  it('takes the syntax of earlier versions', async () => {
    const { code } = await compiled(
      '<script>export let a; $: b = a * 2;</script><p on:click={() => a++}>{b}</p>',
      'live',
    );
    assert.match(code, /svelte\/internal\/flags\/legacy/);
  });

  it('takes what of TypeScript makes code, and keeps imports that only the markup uses', async () => {
    const { code } = await compiled(
      '<script lang="ts">import Bar from \'./Bar.svelte\'; enum Kind { Low, High } let kind: Kind = Kind.High</script><Bar {kind} n={kind as Kind} />',
    );
    assert.match(code, /import Bar/);
    assert.match(code, /"High"/);
  });

  it('takes modules with runes', async () => {
    const { code } = await compiled(
      'export const shared = $state<{ n: number }>({ n: 1 });',
      'live',
      'src/shared.svelte.ts',
    );
    assert.match(code, /\$\.proxy\(/);
  });

  it('leaves out style sheets that need a preprocessor, and says so', async () => {
    const { css, notes } = await compiled('<p>Hi</p>\n<style lang="scss">\n$a: 1; p { b { } }\n</style>');
    assert.equal(css, '');
    assert.deepEqual(notes, [{ kind: 'styling', name: '<style lang="scss">' }]);
  });

  it('says in which line something is wrong', async () => {
    assert.deepEqual(await faultOf('<p>\n{#if a}'), { message: 'Block was left open', line: 2 });
    assert.equal((await faultOf('<script>\n\nlet a = ;</script>')).line, 3);
    assert.deepEqual(await faultOf('<p>x</p>\n<script lang="coffee">a</script>'), {
      message: 'The <script> is in “coffee”, which the preview has no compiler for.',
      line: 2,
    });
  });
});
