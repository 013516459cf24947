import type { SQLOutputValue } from 'node:sqlite';
import type { Provider } from '../core/contender.ts';

/** A row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

/** @throws TypeError when the column holds no number */
export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`The ledger's column ${column} holds no number.`);
  return value;
}

/** @throws TypeError when the column holds no text */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`The ledger's column ${column} holds no text.`);
  return value;
}

/** @throws TypeError when the row names a provider that this version does not know */
export function provider(row: Row): Provider {
  const name = text(row, 'provider');
  if (name === 'openai' || name === 'anthropic') return name;
  throw new TypeError('The ledger names a provider that this version of Tiebreak does not know.');
}
