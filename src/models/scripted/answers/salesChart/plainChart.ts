/**
 * The weaker chart. Bright and quick to read for some: a picture without a name, pale figures, colours alone to tell the
 * bars apart, a switch that is no button, a width that no phone has.
 */
export const plainChart = `<script>
  export let data = [
    [420, 310],
    [380, 290],
    [510, 350],
    [470, 400],
    [640, 560],
    [720, 810],
  ];
  let grouped = true;
  const days = ['M', 'T', 'W', 'T', 'F', 'S'];
  $: most = Math.max(...data.flat());
</script>

<div class="chart">
  <div class="top">
    <div class="title">Sales</div>
    <div class="switch" on:click={() => (grouped = !grouped)}>{grouped ? 'Grouped' : 'Stacked'}</div>
  </div>
  <svg width="820" height="300" role="img">
    {#each data as [online, shop], index}
      <rect x={index * 130 + 20} y={260 - (online / most) * 220} width="40" height={(online / most) * 220} fill="#a5f3c4" />
      <rect x={index * 130 + (grouped ? 66 : 20)} y={260 - (shop / most) * 220} width="40" height={(shop / most) * 220} fill="#f9c5c5" />
      <text x={index * 130 + 55} y="285">{days[index]}</text>
    {/each}
  </svg>
  <img src="/pictures/legend.png" width="120" height="20">
  <input type="range" min="1" max="6">
  <div class="note">All amounts in euros, before tax, without returns.</div>
</div>

<style>
  .chart { width: 860px; padding: 24px; border-radius: 24px; background: #ffffff; color: #b6bcc6; font-family: system-ui, sans-serif; }
  .top { display: flex; justify-content: space-between; }
  .title { font-size: 30px; font-weight: 800; color: #86efac; }
  .switch { padding: 8px 16px; border-radius: 99px; background: #f3f4f6; cursor: pointer; }
  text { fill: #d1d5db; font-size: 14px; }
  .note { font-size: 11px; color: #d1d5db; }
</style>
`;
