import type { SQLOutputValue } from 'node:sqlite';
import type { Provider } from '../core/contender.ts';
import type { Side } from '../core/side.ts';
import type { TaskKind } from '../core/task.ts';
import { taskKinds } from '../core/task.ts';

/** A row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

/** @throws TypeError when the column holds no number */
export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`The ledger's column ${column} holds no number.`);
  return value;
}

/** @throws TypeError when the column holds neither a number nor null */
export function integerOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : integer(row, column);
}

/** @throws TypeError when the column holds no text */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`The ledger's column ${column} holds no text.`);
  return value;
}

/** @throws TypeError when the column holds neither a text nor null */
export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

/** @throws TypeError when the row names a provider that this version does not know */
export function provider(row: Row): Provider {
  const name = text(row, 'provider');
  if (name === 'openai' || name === 'anthropic') return name;
  throw new TypeError('The ledger names a provider that this version of Tiebreak does not know.');
}

/** @throws TypeError when the row names a kind of task that this version does not know */
export function taskKind(row: Row): TaskKind {
  const name = text(row, 'task_kind');
  if (isTaskKind(name)) return name;
  throw new TypeError('The ledger names a kind of task that this version of Tiebreak does not know.');
}

function isTaskKind(name: string): name is TaskKind {
  return Object.hasOwn(taskKinds, name);
}

/** @throws TypeError when the row's side is neither */
export function side(row: Row): Side {
  const name = text(row, 'side');
  if (name === 'left' || name === 'right') return name;
  throw new TypeError("The ledger's column side holds no side.");
}
