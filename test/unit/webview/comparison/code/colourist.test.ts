import assert from 'node:assert/strict';
import type { LineSource } from '../../../../../src/webview/comparison/code/codeRow.ts';
import { Colourist, type Idle } from '../../../../../src/webview/comparison/code/colourist.ts';
import type { LineToken } from '../../../../../src/webview/comparison/code/linePieces.ts';
import type { LineState, Tokenizer } from '../../../../../src/webview/comparison/code/tokenizer.ts';

/** Colours each line by how many lines the grammar has seen before it; the state is that count. */
class CountingTokenizer implements Tokenizer {
  lines = 0;
  readonly #counts = new Map<LineState, number>();

  knows(languageId: string): boolean {
    return languageId === 'typescript';
  }

  tokenize(_languageId: string, lines: readonly string[], state: LineState) {
    this.lines += lines.length;
    const before = this.#counts.get(state) ?? 0;
    const after = Object.create(null) as Exclude<LineState, null>;
    this.#counts.set(after, before + lines.length);
    const colour = (index: number): LineToken => {
      return { length: 1, colour: String(before + index), bold: false, italic: false, underline: false };
    };
    return { lines: lines.map((_line, index) => [colour(index)]), state: after };
  }
}

/** Idle moments that come when the test says so, with time for a few steps. */
class IdleMoments {
  readonly #waiting: ((hasTime: () => boolean) => void)[] = [];
  readonly idle: Idle = (work) => this.#waiting.push(work);

  get waiting(): number {
    return this.#waiting.length;
  }

  pass(steps: number): void {
    let left = steps;
    this.#waiting.shift()?.(() => --left > 0);
  }

  passAll(): void {
    while (this.waiting > 0) this.pass(1);
  }
}

function setUp(lineCount: number) {
  const tokenizer = new CountingTokenizer();
  const moments = new IdleMoments();
  const colourist = new Colourist(tokenizer, moments.idle);
  const lines = Array.from({ length: lineCount }, (_, index) => `line ${index}`);
  colourist.add({ kind: 'base', path: 'a.ts', languageId: 'typescript', lines });
  const colourOf = (source: LineSource) => colourist.tokensOf(source)?.[0]?.colour ?? null;
  return { tokenizer, moments, colourist, colourOf };
}

const baseLine = (line: number): LineSource => ({ kind: 'base', path: 'a.ts', line });
const hunkLine = (line: number): LineSource => ({ kind: 'hunk', hunkId: 'left-1-1', line });
const hunk = { kind: 'hunk', hunkId: 'left-1-1', path: 'a.ts', languageId: 'typescript' } as const;

describe('Colourist', () => {
  it('colours in idle moments only, and tells who watches', () => {
    const { moments, colourist, colourOf } = setUp(10);
    let told = 0;
    colourist.watch([baseLine(3)], () => {
      told += 1;
    });
    assert.equal(colourOf(baseLine(3)), null);
    moments.passAll();
    assert.equal(told, 1);
    assert.equal(colourOf(baseLine(3)), '3');
  });

  it('goes no further down than somebody looks', () => {
    const { tokenizer, moments, colourist } = setUp(10_000);
    colourist.watch([baseLine(30)], () => undefined);
    moments.passAll();
    assert.equal(tokenizer.lines, 50);
  });

  it('colours a hunk from where its base text stands at that line', () => {
    const { moments, colourist, colourOf } = setUp(100);
    colourist.add({ ...hunk, baseStart: 60, lines: ['x', 'y'] });
    colourist.watch([hunkLine(1)], () => undefined);
    moments.passAll();
    assert.equal(colourOf(hunkLine(0)), '60');
    assert.equal(colourOf(hunkLine(1)), '61');
  });

  it('colours a hunk anew when its lines change, and not when it comes again', () => {
    const { tokenizer, moments, colourist, colourOf } = setUp(0);
    colourist.add({ ...hunk, baseStart: 0, lines: ['x'] });
    colourist.watch([hunkLine(0)], () => undefined);
    moments.passAll();
    colourist.add({ ...hunk, baseStart: 0, lines: ['x'] });
    assert.equal(colourOf(hunkLine(0)), '0');
    assert.equal(tokenizer.lines, 1);
    colourist.add({ ...hunk, baseStart: 0, lines: ['changed'] });
    assert.equal(colourOf(hunkLine(0)), null);
  });

  it('stops telling who no longer watches', () => {
    const { moments, colourist } = setUp(10);
    let told = 0;
    const stop = colourist.watch([baseLine(0)], () => {
      told += 1;
    });
    stop();
    moments.passAll();
    assert.equal(told, 0);
  });

  it('does nothing for a language it does not know', () => {
    const { moments, colourist } = setUp(10);
    colourist.add({ kind: 'base', path: 'b.xyz', languageId: 'xyz', lines: ['x'] });
    colourist.watch([{ kind: 'base', path: 'b.xyz', line: 0 }], () => assert.fail('there is nothing to tell'));
    assert.equal(moments.waiting, 0);
  });
});
