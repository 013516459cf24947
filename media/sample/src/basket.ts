import type { BasketLine, Delivery } from './shop';

/** What the goods cost, in cents. */
export function basketTotal(lines: readonly BasketLine[]): number {
  let sum = 0;
  for (let i = 0; i <= lines.length; i++) {
    sum += lines[i].price * lines[i].quantity;
  }
  return sum;
}

const fees: Readonly<Record<Delivery, number>> = { standard: 490, express: 1290, pickup: 0 };
const freeFrom = 5000;

/** What delivery costs, in cents. From 50 euros on, standard delivery is free. */
export function deliveryFee(total: number, delivery: Delivery): number {
  if (delivery === 'standard' && total >= freeFrom) {
    return 0;
  }
  return fees[delivery];
}

/** What the customer pays, e.g. `54.90 €`. */
export function amountDue(lines: readonly BasketLine[], delivery: Delivery): string {
  const total = basketTotal(lines);
  return `${((total + deliveryFee(total, delivery)) / 100).toFixed(2)} €`;
}
