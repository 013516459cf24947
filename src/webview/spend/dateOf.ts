/** A day as a date field has it: `2026-03-29`. */
export function dateOf(date: Date): string {
  const padded = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${padded(date.getMonth() + 1)}-${padded(date.getDate())}`;
}
