import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileEdit } from '../../../src/core/edits/toolCall.ts';
import { answerReply } from '../../wire/replies.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { ComparisonTab } from '../workbench/comparisonTab.ts';
import type { Workbench } from '../workbench/workbench.ts';

/** A file that is longer than any window, so that it can be scrolled in. */
export const invoice = [
  "import { format } from './format';",
  '',
  '/** One line of an invoice. Amounts are in cents. */',
  'interface InvoiceLine {',
  '  readonly name: string;',
  '  readonly amount: number;',
  '  readonly quantity: number;',
  '}',
  '',
  'export function total(lines: readonly InvoiceLine[]): number {',
  '  let sum = 0;',
  '  for (let i = 0; i <= lines.length; i++) {',
  '    sum += lines[i].amount * lines[i].quantity;',
  '  }',
  '  return sum;',
  '}',
  '',
  'export function rebate(sum: number): number {',
  '  if (sum > 10000) {',
  '    return sum * 0.1;',
  '  } else {',
  '    return 0;',
  '  }',
  '}',
  '',
  'export function heading(customer: string): string {',
  "  console.log('heading', customer);",
  "  return 'Invoice for ' + customer;",
  '}',
  '',
  ...Array.from({ length: 40 }, (_, index) => `export const spare${index} = ${index};`),
  '',
  'export function print(lines: readonly InvoiceLine[]): string {',
  '  return format(total(lines));',
  '}',
  '',
].join('\n');

const loop = [
  '  let sum = 0;',
  '  for (let i = 0; i <= lines.length; i++) {',
  '    sum += lines[i].amount * lines[i].quantity;',
  '  }',
  '  return sum;',
].join('\n');

/** Five hunks of the left side: within a line, of several lines, added, removed, and at the end. */
const leftEdits = (path: string): readonly FileEdit[] => [
  {
    kind: 'patch',
    path,
    diff: [
      '@@',
      '-  for (let i = 0; i <= lines.length; i++) {',
      '+  for (let i = 0; i < lines.length; i++) {',
      '@@',
      '-  if (sum > 10000) {',
      '-    return sum * 0.1;',
      '-  } else {',
      '-    return 0;',
      '-  }',
      '+  const isLarge = sum > 10_000;',
      '+  return isLarge ? Math.round(sum / 10) : 0;',
      '@@',
      '+/** What stands above an invoice. */',
      ' export function heading(customer: string): string {',
      "-  console.log('heading', customer);",
      '@@',
      '-  return format(total(lines));',
      '+  const sum = total(lines);',
      '+  return format(sum - rebate(sum));',
    ].join('\n'),
  },
];

/** The right side's one hunk, in the place of the left's first. */
const rightEdits = (path: string): readonly FileEdit[] => [
  {
    kind: 'replace',
    path,
    oldText: loop,
    newText: '  return lines.reduce((sum, { amount, quantity }) => sum + amount * quantity, 0);',
  },
];

/** Both models answer with these edits. */
export function orderEdits(wire: WireServer, left: readonly FileEdit[], right: readonly FileEdit[]): void {
  wire.order({ provider: 'openai', always: answerReply({ prose: 'So.', edits: left }) });
  wire.order({ provider: 'anthropic', always: answerReply({ prose: 'So.', edits: right }) });
}

/** Puts a file into the workspace. */
export async function writeInto(workbench: Workbench, path: string, text: string): Promise<void> {
  const file = join(workbench.workspaceFolder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  // What is written while a window is still starting may escape its watcher.
  await workbench.explorer.refresh();
}

/** Writes the invoice under a name of its own, compares it, and returns the panel with both answers done. */
export async function compareInvoice(workbench: Workbench, wire: WireServer, name: string): Promise<ComparisonTab> {
  const path = `src/${name}`;
  orderEdits(wire, leftEdits(path), rightEdits(path));
  await writeInto(workbench, path, invoice);
  await workbench.editor.open(path);
  await workbench.run('Tiebreak: Compare fix with both models');
  const tab = await ComparisonTab.of(workbench, `Fix ${name}`);
  await tab.waitUntilDone();
  return tab;
}
