import type { LineSource } from './codeRow.ts';
import type { LineToken } from './linePieces.ts';
import type { LineState, Tokenizer } from './tokenizer.ts';

/** A text that can be coloured: a base text, or a hunk's new lines, which go on from where its base text stands. */
export type ColourableText =
  | { readonly kind: 'base'; readonly path: string; readonly languageId: string; readonly lines: readonly string[] }
  | {
      readonly kind: 'hunk';
      readonly hunkId: string;
      readonly path: string;
      readonly languageId: string;
      readonly baseStart: number;
      readonly lines: readonly string[];
    };

/** Calls back when there is time to spare; the callback works while `hasTime` says so. */
export type Idle = (work: (hasTime: () => boolean) => void) => void;

const linesPerStep = 25;

interface BaseProgress {
  readonly text: Extract<ColourableText, { readonly kind: 'base' }>;
  readonly tokens: (readonly LineToken[])[];
  /** The grammar's state at every `linesPerStep`th line. */
  readonly states: LineState[];
  /** How far colours are wanted, exclusive. */
  wanted: number;
}

/**
 * Colours texts in idle time, from their start as far down as somebody looks, and tells who looks when new colours are
 * there. Text is shown plain until then, so this never holds anything up.
 */
export class Colourist {
  readonly #tokenizer: Tokenizer;
  readonly #idle: Idle;
  readonly #bases = new Map<string, BaseProgress>();
  readonly #hunks = new Map<string, Extract<ColourableText, { readonly kind: 'hunk' }>>();
  readonly #hunkTokens = new Map<string, readonly (readonly LineToken[])[]>();
  readonly #pendingHunks = new Set<string>();
  readonly #listeners = new Map<() => void, readonly LineSource[]>();
  #scheduled = false;

  constructor(tokenizer: Tokenizer, idle: Idle) {
    this.#tokenizer = tokenizer;
    this.#idle = idle;
  }

  /** Takes a text in, unless it is known already. A hunk's id stands for its lines: a changed hunk gets a new look. */
  add(text: ColourableText): void {
    if (!this.#tokenizer.knows(text.languageId)) return;
    if (text.kind === 'base') {
      if (!this.#bases.has(text.path)) this.#bases.set(text.path, { text, tokens: [], states: [null], wanted: 0 });
      return;
    }
    const known = this.#hunks.get(text.hunkId);
    if (known !== undefined && known.baseStart === text.baseStart && sameLines(known.lines, text.lines)) return;
    this.#hunks.set(text.hunkId, text);
    this.#hunkTokens.delete(text.hunkId);
  }

  /** The colours of a line, or null while it has none. */
  tokensOf(source: LineSource): readonly LineToken[] | null {
    return source.kind === 'base'
      ? (this.#bases.get(source.path)?.tokens[source.line] ?? null)
      : (this.#hunkTokens.get(source.hunkId)?.[source.line] ?? null);
  }

  /** Wants the colours of these lines, and calls back each time some of them have come. Returns how to stop. */
  watch(sources: readonly LineSource[], listener: () => void): () => void {
    const missing = sources.filter((source) => this.tokensOf(source) === null);
    if (missing.length === 0) return () => undefined;
    for (const source of missing) this.#want(source);
    this.#listeners.set(listener, missing);
    this.#schedule();
    return () => this.#listeners.delete(listener);
  }

  #want(source: LineSource): void {
    if (source.kind === 'base') {
      const progress = this.#bases.get(source.path);
      if (progress !== undefined) progress.wanted = Math.max(progress.wanted, source.line + 1);
      return;
    }
    const hunk = this.#hunks.get(source.hunkId);
    if (hunk === undefined || this.#hunkTokens.has(source.hunkId)) return;
    this.#pendingHunks.add(source.hunkId);
    const progress = this.#bases.get(hunk.path);
    if (progress !== undefined) progress.wanted = Math.max(progress.wanted, hunk.baseStart);
  }

  #schedule(): void {
    if (this.#scheduled || !this.#hasWork()) return;
    this.#scheduled = true;
    this.#idle((hasTime) => {
      this.#scheduled = false;
      do {
        if (!this.#step()) break;
      } while (hasTime());
      this.#notify();
      this.#schedule();
    });
  }

  #hasWork(): boolean {
    return this.#pendingHunks.size > 0 || [...this.#bases.values()].some(isBehind);
  }

  /** Hunks first, as soon as their base text has come that far: they are what is being read. */
  #step(): boolean {
    for (const hunkId of this.#pendingHunks) {
      const hunk = this.#hunks.get(hunkId);
      const progress = hunk === undefined ? undefined : this.#bases.get(hunk.path);
      if (hunk !== undefined && progress !== undefined && progress.tokens.length < reachOf(hunk, progress)) continue;
      this.#pendingHunks.delete(hunkId);
      if (hunk !== undefined) this.#hunkTokens.set(hunkId, this.#colourHunk(hunk, progress));
      return true;
    }
    const behind = [...this.#bases.values()].find(isBehind);
    if (behind === undefined) return false;
    this.#advance(behind);
    return true;
  }

  #advance({ text, tokens, states }: BaseProgress): void {
    const lines = text.lines.slice(tokens.length, tokens.length + linesPerStep);
    const result = this.#tokenizer.tokenize(text.languageId, lines, states.at(-1) ?? null);
    lines.forEach((_line, index) => {
      tokens.push(result.lines[index] ?? []);
    });
    states.push(result.state);
  }

  #colourHunk(
    hunk: Extract<ColourableText, { readonly kind: 'hunk' }>,
    progress: BaseProgress | undefined,
  ): readonly (readonly LineToken[])[] {
    return this.#tokenizer.tokenize(hunk.languageId, hunk.lines, this.#stateAt(progress, hunk.baseStart)).lines;
  }

  #stateAt(progress: BaseProgress | undefined, line: number): LineState {
    if (progress === undefined) return null;
    const step = Math.min(Math.floor(line / linesPerStep), progress.states.length - 1);
    const state = progress.states[step] ?? null;
    const between = progress.text.lines.slice(step * linesPerStep, line);
    return between.length === 0 ? state : this.#tokenizer.tokenize(progress.text.languageId, between, state).state;
  }

  #notify(): void {
    for (const [listener, missing] of [...this.#listeners]) {
      const still = missing.filter((source) => this.tokensOf(source) === null);
      if (still.length === missing.length) continue;
      if (still.length === 0) this.#listeners.delete(listener);
      else this.#listeners.set(listener, still);
      listener();
    }
  }
}

function isBehind({ text, tokens, wanted }: BaseProgress): boolean {
  return tokens.length < Math.min(wanted, text.lines.length);
}

/** How far the base text has to be coloured before the hunk can be. */
function reachOf(hunk: { readonly baseStart: number }, { text }: BaseProgress): number {
  return Math.min(hunk.baseStart, text.lines.length);
}

function sameLines(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}
