import assert from 'node:assert/strict';
import { foundProps } from './foundProps.ts';

const declared = `interface Row { id: number; name: string; note?: string | null }
  enum Level { Low = 'low', High = 'high' }
  enum Rank { First, Second = 5, Third }
  const sizes = ['s', 'm'] as const;
  const theme = { dark: true, gap: 4 };
  class Point { x: number; y?: number; move(): void {} }
  type Tree = { label: string; children: Tree[] };
  type Column<T, K = keyof T> = { key: K; render?: (row: T) => string };
`;

describe('a type of a prop', () => {
  const types: Readonly<Record<string, string>> = {
    'string | undefined': 'string',
    bigint: 'number',
    any: 'unknown',
    "'a' | 'b' | 'a' | null": '"a" | "b" | null',
    '-1 | true': 'number | true',
    '`${number}px`': '"16px"',
    'readonly string[]': 'string[]',
    'Array<Row>[]': '{ id: number; name: string; note?: string | null }[][]',
    '[number, label: string]': '[number, string]',
    '[...string[]]': 'string[]',
    'Record<string, number>': 'record<number>',
    '{ [name: string]: Date }': 'record<date>',
    "Record<'a' | 'b', number>": '{ a: number; b: number }',
    "{ [K in 'a' | 'b']?: K }": '{ a?: "a"; b?: "b" }',
    'Partial<Row>': '{ id?: number; name?: string; note?: string | null }',
    'Required<Row>': '{ id: number; name: string; note: string | null }',
    "Pick<Row, 'id'>": '{ id: number }',
    "Omit<Row, 'id' | 'note'>": '{ name: string }',
    "Exclude<'a' | 'b' | 'c', 'b'>": '"a" | "c"',
    "NonNullable<Row['note']>": 'string',
    "Row['id' | 'name']": 'number | string',
    'Row[][number]': '{ id: number; name: string; note?: string | null }',
    'keyof Row': '"id" | "name" | "note"',
    'Level | null': '"low" | "high" | null',
    'Level.High': '"high"',
    Rank: '0 | 5 | 6',
    '(typeof sizes)[number]': '"s" | "m"',
    'typeof theme': '{ dark: boolean; gap: number }',
    Point: '{ x: number; y: number }',
    'Row & { extra: boolean }': '{ id: number; name: string; note?: string | null; extra: boolean }',
    "Column<Pick<Row, 'id'>>": '{ key: "id"; render?: () => value }',
    Tree: '{ label: string; children: { label: string; children: endless[] }[] }',
    'Set<Date>': 'set<date>',
    'Map<string, number>': 'map<number>',
    '(event: MouseEvent) => void': '() => void',
    'React.MouseEventHandler': '() => void',
    'React.Dispatch<number>': '() => void',
    'React.ReactNode': 'text',
    'JSX.Element': 'text',
    'React.ComponentType<{}>': '() => value',
    'React.CSSProperties': '{}',
    'Promise<string>': 'unknown',
    'Row extends string ? 1 : 2': 'unknown',
    Nowhere: 'unknown',
    '{ run(): void; get(): number }': '{ run: () => void; get: () => value }',
  };
  for (const [type, expected] of Object.entries(types)) {
    it(`is read: ${type}`, async () => {
      const found = await foundProps('a.tsx', `${declared} export default (p: { it: ${type} }) => null;`);
      assert.equal(found?.replace(/^it\??: /, ''), expected);
    });
  }

  it('is inherited, and its own fields come before those', async () => {
    const text = `interface A { a: string; b: string } interface B extends A, Omit<C, 'd'>, React.HTMLAttributes<X> { b: number }
      interface C { c: string; d: string } export default (p: B) => null;`;
    assert.equal(await foundProps('a.tsx', text), 'a: string; c: string; b: number');
  });

  it('is that of a type parameter: what it extends, what it is by default, or any row', async () => {
    const text = 'export default function T<A extends { a: 1 }, B = string, C>(p: { a: A; b: B; c: C[] }) {}';
    assert.equal(await foundProps('a.tsx', text), 'a: { a: 1 }; b: string; c: { id: string; name: string }[]');
  });

  it('is followed through other files, by what they hand on, and no further than it has an end', async () => {
    const text = `import { type Row as Line, default as Level } from './types.js'; import * as all from './all';
      import { Far } from '@/far'; import type { Loop } from './loop';
      export default (p: { row: Line; level: Level; far: Far; loop: Loop; every: all.X }) => null;`;
    const files = {
      'src/ui/types.ts': "export * from './row'; type Level = 1 | 2; export default Level;",
      'src/ui/row.tsx': 'export type Row = { id: Id }; import { Id } from "../id";',
      'src/id/index.ts': 'type Id = string; export { Id }',
      'src/far.d.ts': 'export interface Far { a: Date }',
      'src/ui/loop.ts': "export { Loop } from './loop2'",
      'src/ui/all.ts': 'export type X = 7',
      'src/ui/loop2.ts': "export { Loop } from './loop'",
    };
    assert.equal(
      await foundProps('src/ui/a.tsx', text, files),
      'row: { id: string }; level: 1 | 2; far: { a: date }; loop: unknown; every: 7',
    );
  });

  it('is read only as far as it is of use, whatever it grows to', async () => {
    const grow = (name: string) => `${`${name}<`.repeat(40)}string${'>'.repeat(40)}`;
    const text = `type A<T> = { a: T; b: T }; type K = 'a' | 'b' | 'c'; type R<T> = Record<K, T>; interface I extends I {}
      type S = S; type P = { a: ${grow('A')}; r: ${grow('R')}; i: I; s: S }; export default (p: P) => null;`;
    assert.equal(await foundProps('a.tsx', text), '');
    const deep = `export default (p: { it: ${'Array<'.repeat(300)}string${'>'.repeat(300)} }) => null;`;
    assert.equal(await foundProps('a.tsx', deep), 'it: endless');
  });
});
