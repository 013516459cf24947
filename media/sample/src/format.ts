/** An amount of cents as customers read it, e.g. `54.90 €`. */
export function formatAmount(cents: number): string {
  return `${cents / 100} €`;
}
