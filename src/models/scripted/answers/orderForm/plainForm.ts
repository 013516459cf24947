/**
 * The weaker form. It looks tidy, and that is the point: fields that only a pale placeholder names, a button that no
 * keyboard reaches, choices without a name, and a width that no phone has.
 */
export const plainForm = `<script>
export default {
  props: {
    products: { type: Array, default: () => ['Desk lamp', 'Oak chair', 'Wall shelf'] },
  },
  data() {
    return { picked: 0, amount: 1, email: '', sent: false };
  },
  methods: {
    pick(index) {
      this.picked = index;
    },
    send() {
      this.sent = true;
    },
  },
};
</script>

<template>
  <div class="card">
    <div class="title">Order</div>
    <div class="row">
      <div
        v-for="(product, index) in products"
        :key="index"
        class="tile"
        :class="{ on: picked === index }"
        @click="pick(index)"
      >
        <img src="/pictures/product.png" width="48" height="48" />
        <div>{{ product.name || product }}</div>
      </div>
    </div>
    <select v-model="amount"><option v-for="n in 5" :key="n" :value="n">{{ n }}</option></select>
    <input v-model="email" type="text" placeholder="Your e-mail" />
    <div class="send" @click="send">{{ sent ? 'Sent!' : 'Order now' }}</div>
    <div class="hint">We never share your address with anybody.</div>
  </div>
</template>

<style scoped>
.card { width: 640px; margin: 40px auto; padding: 32px; border-radius: 20px; background: #fff; color: #9aa3af; font-family: system-ui, sans-serif; box-shadow: 0 10px 40px rgb(99 102 241 / 20%); }
.title { margin-bottom: 20px; font-size: 28px; font-weight: 700; color: #6366f1; }
.row { display: flex; gap: 16px; margin-bottom: 20px; }
.tile { flex: 1; padding: 20px; border: 2px solid #eef0f4; border-radius: 14px; text-align: center; cursor: pointer; }
.tile.on { border-color: #6366f1; color: #a5a7fa; }
select, input { width: 100%; box-sizing: border-box; margin-bottom: 12px; padding: 12px; border: 1px solid #e5e7eb; border-radius: 10px; color: #9aa3af; outline: none; }
.send { padding: 14px; border-radius: 10px; background: #c7d2fe; color: #fff; text-align: center; cursor: pointer; }
.hint { margin-top: 12px; font-size: 11px; color: #d1d5db; }
</style>
`;
