import type { FrameworkKind } from '../../../../../src/app/preview/componentPorts.ts';

/** Components as models write them, with what is easily taken for something else. */
export const growingTexts: readonly {
  readonly name: string;
  readonly kind: FrameworkKind;
  readonly path: string;
  readonly text: string;
}[] = [
  {
    name: 'Vue, script first',
    kind: 'vue',
    path: 'src/Plans.vue',
    text: `<script setup lang="ts">
import { ref, computed } from 'vue'

interface Plan { id: number; name: string; price: number; features: string[] }
const yearly = ref(false)
const plans = ref<Plan[]>([
  { id: 1, name: 'Starter', price: 9, features: ['1 user', '5 GB'] },
  { id: 2, name: 'Pro', price: 29, features: ['10 users', '50 GB'] },
])
const shown = computed(() => plans.value.map((p) => ({ ...p, price: yearly.value ? p.price * 10 : p.price })))
function pick(plan: Plan) { console.log(plan.id < 3 && plan.price > 2) }
</script>

<template>
  <section class="plans">
    <h1>Plans for {{ shown.length > 1 ? 'teams' : 'you' }} < all ></h1>
    <label><input type="checkbox" v-model="yearly" /> Yearly</label>
    <!-- cards -->
    <ul>
      <li v-for="plan in shown" :key="plan.id" :class="{ pro: plan.price > 10 }">
        <h2>{{ plan.name }}</h2>
        <p v-if="plan.price < 10">Cheap &amp; good</p>
        <p v-else>€{{ plan.price.toFixed(2) }}</p>
        <template v-for="f in plan.features" :key="f"><span>{{ f }}</span><br></template>
        <button type="button" @click="pick(plan)">Choose</button>
      </li>
    </ul>
  </section>
</template>

<style scoped>
.plans { padding: 2rem; }
@media (min-width: 600px) {
  .plans ul { display: grid; gap: 1rem }
}
</style>
`,
  },
  {
    name: 'Vue, template first',
    kind: 'vue',
    path: 'src/Profile.vue',
    text: `<template>
  <form class="f" @submit.prevent="save">
    <h2>{{ title }} for {{ user.name }}</h2>
    <input v-model="form.name" :placeholder="t('name')" :class="{ bad: errors.name }">
    <BaseInput v-model="form.email" label="Email" @blur="form.touched = true" />
    <p v-if="errors.name" class="e">{{ errors.name[0] }}</p>
    <ul><li v-for="(item, i) in items.filter(x => x.on)" :key="item.id">{{ i + 1 }}. {{ item.label }}</li></ul>
    <p>{{ total.toFixed(2) }} of {{ formatPrice(limit) }}</p>
    <button :disabled="!valid">Save</button>
  </form>
</template>

<script>
import BaseInput from './BaseInput.vue'
export default {
  name: 'B',
  components: { BaseInput },
  props: { title: { type: String, default: 'Profile' } },
  data() {
    return {
      user: { name: 'Ada' },
      form: { name: '', email: '', touched: false },
      items: [{ id: 1, label: 'One', on: true }, { id: 2, label: 'Two', on: false }],
      limit: 20,
    }
  },
  computed: {
    errors() { return this.form.name ? {} : { name: ['Needed'] } },
    valid() { return !this.errors.name },
    total() { return this.items.length * 1.5 },
  },
  methods: {
    t(key) { return key },
    formatPrice(n) { return \`€\${n}\` },
    save() {},
  },
}
</script>

<style>
.f { display: grid }
</style>
`,
  },
  {
    name: 'Svelte',
    kind: 'svelte',
    path: 'src/Chart.svelte',
    text: `<script lang="ts">
  import { onMount } from 'svelte';
  type Row = { id: number; label: string; value: number };
  let { rows = [{ id: 1, label: 'Jan', value: 20 }, { id: 2, label: 'Feb', value: 35 }], title = 'Sales' }: { rows?: Row[]; title?: string } = $props();
  let max = $derived(Math.max(...rows.map((r) => r.value)));
  let open = $state(false);
  const later = Promise.resolve(3);
  onMount(() => { open = rows.length > 0 });
</script>

<svelte:head><title>{title}</title></svelte:head>

{#snippet bar(row: Row, i: number)}
  <rect x={i * 40} y={100 - (row.value / max) * 100} width="30" height={(row.value / max) * 100} fill="steelblue">
    <title>{row.label}: {row.value}</title>
  </rect>
{/snippet}

<figure class="chart" class:open>
  <figcaption>{title} {\`for \${rows.length} months {x}\`}</figcaption>
  {#if rows.length === 0}
    <p>No data</p>
  {:else if rows.length > 100}
    <p>Too much</p>
  {:else}
    <svg viewBox="0 0 {rows.length * 40} 100" role="img" aria-label="Bars">
      {#each rows as row, i (row.id)}
        {@render bar(row, i)}
      {/each}
    </svg>
  {/if}
  {#await later}
    <p>Loading…</p>
  {:then value}
    <p>{value}</p>
  {/await}
  <button onclick={() => { open = !open; if (open) { console.log('}') } }} style:color={open ? 'red' : 'blue'}>Toggle</button>
  {#key title}<b>{@html '<i>x</i>'}</b>{/key}
</figure>

<style>
  .chart { padding: 1rem; }
  .chart :global(p) { color: gray }
  @media (max-width: 600px) { .chart { padding: 0 } }
</style>
`,
  },
  {
    name: 'React',
    kind: 'react',
    path: 'src/Orders.tsx',
    text: `"use client";
import { useState, useMemo, type ReactNode } from 'react';

interface Order { id: string; customer: string; total: number; status: 'paid' | 'open' }
const orders: Order[] = [
  { id: 'A1', customer: "O'Neil", total: 120.5, status: 'paid' },
  { id: 'A2', customer: 'Ada', total: 80, status: 'open' },
];
const money = (n: number) => \`€\${n.toFixed(2)} \${n > 100 ? 'big' : \`small \${n}\`}\`;
const pattern = /[/"'\`{}]+/g;

export default function Orders<T extends object>({ title = 'Orders' }: { title?: string }) {
  const [query, setQuery] = useState<string>('');
  const [open, setOpen] = useState(false);
  const shown = useMemo(() => orders.filter((o) => o.customer.toLowerCase().includes(query) && o.total < 1000), [query]);
  if (shown.length < 0) {
    return <p>None</p>;
  }
  return (
    <main className="p-4" style={{ color: 'red' }}>
      <h1>{title} – Don't worry {\`\${shown.length} of \${orders.length}\`}</h1>
      {/* search */}
      <input value={query} onChange={(e) => setQuery(e.target.value.replace(pattern, ''))} placeholder="Search {x}" />
      {open && <Card title="Open">Now</Card>}
      {shown.length > 0 ? (
        <table>
          <thead><tr><th>Id</th><th>Customer</th></tr></thead>
          <tbody>
            {shown.map((order) => (
              <tr key={order.id} className={order.status === 'paid' ? 'ok' : 'bad'}>
                <td>{order.id}</td>
                <td>{order.customer}</td>
                <td><Money value={order.total} /></td>
                <td>{order.status === 'paid' ? <Badge tone="green">Paid</Badge> : <Badge tone="red">Open</Badge>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>No orders</p>
      )}
      <>
        <Stat icon={<Star filled />} label="Total">{money(orders.reduce((sum, o) => sum + o.total, 0))}</Stat>
      </>
      <footer>{[1, 2, 3].map((n) => <a key={n} href="#">{n}</a>)}</footer>
    </main>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return <section><h2>{title}</h2>{children}</section>;
}
function Money({ value }: { value: number }) { return <b>{money(value)}</b>; }
const Badge = ({ tone, children }: { tone: string; children: ReactNode }) => <span className={\`badge \${tone}\`}>{children}</span>;
function Star({ filled }: { filled?: boolean }) { return <svg><path d="M0 0h1" fill={filled ? 'gold' : 'none'} /></svg>; }
function Stat({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return <div>{icon}<span>{label}</span>{children}</div>;
}
`,
  },
];
