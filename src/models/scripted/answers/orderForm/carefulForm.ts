/** The better form: every field has its label, what is wrong is said beside it and read out, and it fits any width. */
export const carefulForm = `<script setup lang="ts">
import { computed, ref } from 'vue';

interface Product {
  id: string;
  name: string;
  price: number;
  stock: number;
}

const { products = [
  { id: 'lamp', name: 'Desk lamp', price: 49, stock: 12 },
  { id: 'chair', name: 'Oak chair', price: 129, stock: 3 },
  { id: 'shelf', name: 'Wall shelf', price: 79, stock: 0 },
] } = defineProps<{ products?: Product[] }>();
const emit = defineEmits<{ order: [order: { product: string; amount: number; email: string }] }>();

const product = ref(products.find(({ stock }) => stock > 0)?.id ?? '');
const amount = ref(1);
const email = ref('');
const wasSent = ref(false);
const isTried = ref(false);

const chosen = computed(() => products.find(({ id }) => id === product.value));
const total = computed(() => (chosen.value?.price ?? 0) * amount.value);
const problems = computed(() => ({
  amount:
    amount.value < 1 || amount.value > (chosen.value?.stock ?? 0)
      ? \`Choose between 1 and \${chosen.value?.stock ?? 0}.\`
      : '',
  email: /^\\S+@\\S+\\.\\S+$/.test(email.value) ? '' : 'Enter an address such as name@example.org.',
}));

function send() {
  isTried.value = true;
  wasSent.value = problems.value.amount === '' && problems.value.email === '';
  if (wasSent.value) emit('order', { product: product.value, amount: amount.value, email: email.value });
}
</script>

<template>
  <form class="order" novalidate aria-labelledby="order-title" @submit.prevent="send">
    <h1 id="order-title">Order from the shop</h1>
    <fieldset>
      <legend>Product</legend>
      <label v-for="each in products" :key="each.id" class="choice" :class="{ gone: each.stock === 0 }">
        <input v-model="product" type="radio" name="product" :value="each.id" :disabled="each.stock === 0" />
        <span class="name">{{ each.name }}</span>
        <span class="price">€{{ each.price }}</span>
        <span class="stock">{{ each.stock === 0 ? 'Sold out' : \`\${each.stock} in stock\` }}</span>
      </label>
      <p v-if="products.length === 0">There is nothing to order today.</p>
    </fieldset>
    <div class="field">
      <label for="order-amount">Amount</label>
      <input
        id="order-amount"
        v-model.number="amount"
        type="number"
        min="1"
        :aria-invalid="isTried && problems.amount !== ''"
        aria-describedby="order-amount-problem"
      />
      <p id="order-amount-problem" class="problem">{{ isTried ? problems.amount : '' }}</p>
    </div>
    <div class="field">
      <label for="order-email">E-mail</label>
      <input
        id="order-email"
        v-model="email"
        type="email"
        autocomplete="email"
        :aria-invalid="isTried && problems.email !== ''"
        aria-describedby="order-email-problem"
      />
      <p id="order-email-problem" class="problem">{{ isTried ? problems.email : '' }}</p>
    </div>
    <p class="total">Together <strong>€{{ total }}</strong></p>
    <button type="submit">Place the order</button>
    <p role="status" class="done">{{ wasSent ? 'Thank you, the order is placed.' : '' }}</p>
  </form>
</template>

<style scoped>
.order {
  --ink: #1c2733;
  --quiet: #52606d;
  --paper: #ffffff;
  --line: #b8c1cb;
  --accent: #0b6b4f;
  --on-accent: #ffffff;
  --wrong: #b3261e;
  display: grid;
  gap: 20px;
  max-width: 30rem;
  margin: 0 auto;
  padding: 24px;
  color: var(--ink);
  background: var(--paper);
  font: 16px/1.5 system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  .order {
    --ink: #e7ecf1;
    --quiet: #aab6c2;
    --paper: #161b21;
    --line: #4a5663;
    --accent: #6fd6b0;
    --on-accent: #0d1a15;
    --wrong: #ff9d94;
  }
}
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; }
fieldset { margin: 0; padding: 12px 16px; border: 1px solid var(--line); border-radius: 10px; }
legend, .field label { font-weight: 600; }
.choice { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; padding: 8px 0; }
.name { flex: 1 1 8rem; }
.stock { flex-basis: 100%; padding-left: 1.8rem; color: var(--quiet); font-size: 0.875rem; }
.gone .name { text-decoration: line-through; }
.field { display: grid; gap: 4px; }
.field input {
  padding: 10px 12px;
  border: 1px solid var(--line);
  border-radius: 8px;
  color: inherit;
  background: transparent;
  font: inherit;
}
.field input[aria-invalid='true'] { border-color: var(--wrong); }
input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.problem { min-height: 1.25em; margin: 0; color: var(--wrong); font-size: 0.875rem; }
.total { margin: 0; font-size: 1.125rem; }
.done { min-height: 1.5em; margin: 0; color: var(--accent); }
button {
  padding: 12px 20px;
  border: 0;
  border-radius: 8px;
  color: var(--on-accent);
  background: var(--accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
</style>
`;
