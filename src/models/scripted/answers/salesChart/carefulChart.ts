/** The better chart: a figure with words and a table behind it, bars told apart by more than colour, any width. */
export const carefulChart = `<script lang="ts">
  interface Day {
    label: string;
    online: number;
    shop: number;
  }
  interface Props {
    title?: string;
    days?: Day[];
  }

  let {
    title = 'Sales of the week',
    days = [
      { label: 'Mon', online: 420, shop: 310 },
      { label: 'Tue', online: 380, shop: 290 },
      { label: 'Wed', online: 510, shop: 350 },
      { label: 'Thu', online: 470, shop: 400 },
      { label: 'Fri', online: 640, shop: 560 },
      { label: 'Sat', online: 720, shop: 810 },
    ],
  }: Props = $props();

  let asTable = $state(false);

  const height = 200;
  const band = 64;
  const most = $derived(Math.max(1, ...days.map((day) => Math.max(day.online, day.shop))));
  const width = $derived(Math.max(1, days.length) * band);
  const steps = $derived([0, 0.5, 1].map((share) => ({ y: height - share * height, value: Math.round(most * share) })));
  const total = $derived(days.reduce((sum, day) => sum + day.online + day.shop, 0));
  const best = $derived(
    days.reduce<Day | null>((top, day) => (top === null || day.online + day.shop > top.online + top.shop ? day : top), null),
  );
  const barHeight = (value: number) => (value / most) * height;
</script>

<figure aria-labelledby="chart-title" aria-describedby="chart-words">
  <header>
    <div>
      <h2 id="chart-title">{title}</h2>
      <p id="chart-words">
        {#if best}€{total} together; the best day was {best.label} with €{best.online + best.shop}.{:else}Nothing was sold yet.{/if}
      </p>
    </div>
    <button type="button" aria-pressed={asTable} onclick={() => (asTable = !asTable)}>Show as a table</button>
  </header>
  {#if asTable}
    <table>
      <thead><tr><th scope="col">Day</th><th scope="col">Online</th><th scope="col">In the shop</th></tr></thead>
      <tbody>
        {#each days as day (day.label)}
          <tr><th scope="row">{day.label}</th><td>€{day.online}</td><td>€{day.shop}</td></tr>
        {/each}
      </tbody>
    </table>
  {:else}
    <svg viewBox="-48 -12 {width + 56} {height + 44}" role="img" aria-labelledby="chart-title chart-words">
      <defs>
        <pattern id="chart-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" class="second" />
          <line x1="0" y1="0" x2="0" y2="6" class="stripe" />
        </pattern>
      </defs>
      {#each steps as { y, value } (value)}
        <line x1="0" x2={width} y1={y} y2={y} class="grid" />
        <text x="-8" y={y + 4} text-anchor="end">€{value}</text>
      {/each}
      {#each days as day, index (day.label)}
        <rect class="first" x={index * band + 10} y={height - barHeight(day.online)} width="20" height={barHeight(day.online)} rx="3" />
        <rect fill="url(#chart-stripes)" x={index * band + 34} y={height - barHeight(day.shop)} width="20" height={barHeight(day.shop)} rx="3" />
        <text x={index * band + 32} y={height + 22} text-anchor="middle">{day.label}</text>
      {/each}
    </svg>
    <figcaption><span class="key first"></span>Online <span class="key striped"></span>In the shop</figcaption>
  {/if}
</figure>

<style>
  figure {
    --ink: #1f2933;
    --quiet: #52606d;
    --paper: #ffffff;
    --line: #d5dbe1;
    --first: #1f5fbf;
    --second: #f2c14e;
    --stripe: #8a5a00;
    max-width: 44rem;
    margin: 0 auto;
    padding: 24px;
    color: var(--ink);
    background: var(--paper);
    font: 16px/1.5 system-ui, sans-serif;
  }
  @media (prefers-color-scheme: dark) {
    figure {
      --ink: #e6ebf0;
      --quiet: #a9b5c1;
      --paper: #151a20;
      --line: #3c4753;
      --first: #7fb2ff;
      --second: #8a5a00;
      --stripe: #f2c14e;
    }
  }
  header { display: flex; flex-wrap: wrap; gap: 12px; justify-content: space-between; align-items: start; }
  h2 { margin: 0; font-size: 1.4rem; }
  p { margin: 4px 0 16px; color: var(--quiet); }
  button { padding: 8px 14px; border: 1px solid var(--line); border-radius: 8px; color: inherit; background: transparent; font: inherit; cursor: pointer; }
  button[aria-pressed='true'] { border-color: var(--first); box-shadow: inset 0 0 0 1px var(--first); }
  button:focus-visible { outline: 3px solid var(--first); outline-offset: 2px; }
  svg { display: block; width: 100%; height: auto; margin-top: 16px; }
  text { fill: var(--quiet); font-size: 13px; }
  .grid { stroke: var(--line); }
  .first { fill: var(--first); background: var(--first); }
  .second { fill: var(--second); }
  .stripe { stroke: var(--stripe); stroke-width: 3; }
  figcaption { display: flex; gap: 8px; align-items: center; margin-top: 12px; }
  .key { width: 14px; height: 14px; border-radius: 3px; }
  .striped { margin-left: 12px; background: repeating-linear-gradient(45deg, var(--stripe) 0 3px, var(--second) 3px 6px); }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 8px; border-bottom: 1px solid var(--line); text-align: right; }
  th:first-child { text-align: left; }
</style>
`;
