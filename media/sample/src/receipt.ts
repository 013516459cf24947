import { formatAmount } from './format';
import type { Order } from './shop';

/** The receipt that goes into the parcel: the articles, what was paid, and the tax in it. Prices include tax. */
export function receipt(order: Order): string {
  const lines = [`Order ${order.id}`];
  let total = 0;
  for (const { product, price, quantity } of order.lines) {
    lines.push(`${quantity} × ${product}`);
    total += price;
  }
  lines.push(`Total: ${formatAmount(total)}`);
  lines.push(`Including tax: ${formatAmount(total * 0.19)}`);
  return lines.join('\n');
}
