import assert from 'node:assert/strict';
import { foundProps } from './foundProps.ts';

describe('the props of a Svelte component', () => {
  it('are those of the rune', async () => {
    const text = `<script lang="ts">
      import type { Snippet } from 'svelte';
      interface Props { rows: number[]; title?: string; children: Snippet; row?: Snippet<[number]> }
      let { rows, title = 'Sales', value = $bindable(3), ...rest }: Props & { value?: number } = $props();
      </script>\n<h1>{title}</h1>`;
    assert.equal(
      await foundProps('a.svelte', text),
      'rows: number[]; title?: string = "Sales"; children: snippet; row?: snippet; value?: number = 3',
    );
  });

  it('are those of the rune with its type in a comment, or without any', async () => {
    const commented = '<script>/** @type {{ points: { x: number }[] }} */ let { points } = $props();</script>';
    assert.equal(await foundProps('a.svelte', commented), 'points: { x: number }[]');
    const bare = `<script>let { points, title = 'Sales' } = $props();</script>
      {#each points as { x, y }, index}<rect {x} height={y * 2} />{/each}`;
    assert.equal(await foundProps('a.svelte', bare), 'points: { x: string; y: number }[]; title?: string = "Sales"');
    const whole = '<script>const props = $props();</script>';
    assert.equal(await foundProps('a.svelte', whole), '');
  });

  it('are its exported variables', async () => {
    const text = `<!-- <script>export let no;</script> --><script context="module" lang="ts">type Row = { id: number }</script>
      <script lang="ts">export let rows: Row[]; export let title: string = 'x'; export let open = false; export const no = 1; let own = 2;</script>`;
    assert.equal(
      await foundProps('a.svelte', text),
      'rows: { id: number }[]; title?: string = "x"; open?: boolean = false',
    );
    const typed = '<script lang="ts">interface $$Props { a: 1 | 2 } export let a;</script>';
    assert.equal(await foundProps('a.svelte', typed), 'a: 1 | 2');
  });

  it('are none where it takes none, and while its script is being written', async () => {
    assert.equal(await foundProps('a.svelte', '<p>Hello</p>'), null);
    assert.equal(await foundProps('a.svelte', '<script>let a = 1</script>'), null);
    assert.equal(await foundProps('a.svelte', '<script lang="ts">export let rows: string[];'), 'rows: string[]');
  });
});
