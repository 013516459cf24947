import assert from 'node:assert/strict';
import type { FrameworkKind } from '../../../../../src/app/preview/componentPorts.ts';
import { closedText } from '../../../../../src/preview/component/growing/closedText.ts';
import { syntaxFault } from '../../../../../src/preview/component/modules/syntaxFault.ts';
import { compileSvelte } from '../../../../../src/preview/component/svelte/compileSvelte.ts';
import { compileVue } from '../../../../../src/preview/component/vue/compileVue.ts';
import { growingTexts } from './growingTexts.ts';

const closed = (kind: FrameworkKind, path: string, text: string) => closedText({ kind, path, text, underWay: true });
const react = (text: string) => closed('react', 'src/App.tsx', text);
const vue = (text: string) => closed('vue', 'src/App.vue', text);
const svelte = (text: string) => closed('svelte', 'src/App.svelte', text);

/** What a text's own compiler says against it; null for nothing. */
async function faultOf(kind: FrameworkKind, path: string, text: string): Promise<unknown> {
  if (kind === 'react') return syntaxFault(path, text);
  const compile = kind === 'vue' ? compileVue : compileSvelte;
  const made = await compile(path, text, 'growing', async () => null);
  return 'fault' in made ? made.fault : null;
}

describe('A component’s text while it is being written', () => {
  for (const { name, kind, path, text } of growingTexts) {
    it(`can be compiled wherever it breaks off: ${name}`, async () => {
      assert.equal(await faultOf(kind, path, text), null, 'as a whole');
      assert.equal(await closedText({ kind, path, text, underWay: false }), text);
      let most = 0;
      for (let end = text.search(/[\n>]/) + 1; end < text.length; end += 3) {
        const whole = await closed(kind, path, text.slice(0, end));
        const about = JSON.stringify(text.slice(Math.max(0, end - 60), end));
        assert.equal(await faultOf(kind, path, whole), null, about);
        const elements = whole.match(/<\/?\w+/g)?.length ?? 0;
        // What is still open may be closed in fewer words than it will be, but nothing that was whole goes again.
        assert.ok(elements >= most - 4, `${elements} tags after ${most}, at ${about}`);
        most = Math.max(most, elements);
      }
    });
  }

  it('closes JSX where it was last whole, with what is around it', async () => {
    const begin = 'export const App = () => (\n  <main>\n    {rows.map((row) => (\n      <p>{row.name}</p>';
    assert.equal(await react(`${begin}<b cla`), `${begin}))}</main>)`);
    const choice = 'export const App = () => <p>{open ? <b>Yes</b>';
    assert.equal(await react(`${choice} : <`), `${choice} : null}</p>`);
    const icon = 'export const App = () => <Card icon={<Star />}';
    assert.match(await react(`${icon} title="O`), /^export const App = \(\) => <Card icon=\{<Star \/>\} \/>/);
  });

  it('is closed in one go, whatever it says: anything else would outlast the test', async () => {
    const pieces = ['<a>', '<div>\n', '{', '`${', '<A>{x}', '/[', '"\\\\', '/* ', '<script a=', '{"'];
    for (const piece of pieces) {
      const text = piece.repeat(200_000 / piece.length);
      for (const close of [react, vue, svelte]) await close(`{${text}`);
      await react(text);
      await vue(`<script>${text}`);
    }
  });

  it('takes no comparison, type or regular expression for a tag', async () => {
    const begin =
      'const small = (n: number) => n < limit && n > 2;\nconst found = useState<Order>();\nconst quote = /[<"\'`{]/g;\n';
    assert.equal(await react(`${begin}const App = () => <p>Don't`), `${begin}const App = () => <p></p>`);
    assert.equal(await react(`${begin}const half = [1,`), begin);
  });

  it('leaves out half a tag, an expression and a word that goes on', async () => {
    assert.equal(await vue('<template><p :title="a > b">Hi {{ na'), '<template><p :title="a > b">Hi </p></template>');
    assert.equal(await vue('<template><ul><li>One</l'), '<template><ul><li>One</li></ul></template>');
    assert.equal(await svelte('<p>{count} of {to'), '<p>{count} of </p>');
    assert.equal(await svelte('<p title={count > 1 ? "}" : `>`}>A &am'), '<p title={count > 1 ? "}" : `>`}>A </p>');
    assert.equal(await svelte('<script>\nlet a = 1;\nlet b'), '<script>\nlet a = 1;\n</script>');
  });

  it('closes Svelte’s blocks in turn', async () => {
    const begin = '{#each rows as { id } (id)}<li>{#if id > 1}<b>{id}</b>{:else}<i>';
    assert.equal(await svelte(`${begin}{@html`), `${begin}</i>{/if}</li>{/each}`);
    assert.equal(await svelte('{#if a}<p>A</p>{/if}{#await b}'), '{#if a}<p>A</p>{/if}{#await b}{/await}');
  });

  it('closes a style sheet after its last rule, and leaves out a script of which nothing can be read', async () => {
    const half = '<template><p /></template>\n<style>\n@media print {\n  p { color: red }\n  b { col';
    assert.match(await vue(half), /@media print \{\n {2}p \{ color: red \}\}<\/style>$/);
    assert.equal(
      await vue('<template><p /></template>\n<script>\nexport def'),
      '<template><p /></template>\n<script>\n</script>',
    );
    assert.equal(await vue('<template><p /></template>\n<script>]'), '<template><p /></template>\n');
  });
});
