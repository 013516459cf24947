import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * What a window knows of its requests, in a plain text file of its own past the ledger: a line before and after each
 * step, written at once, so that it outlives a killed process. `reserving ID BOUND`, `reserved ID`, `settling ID COST`,
 * `settled ID`; and `set-aside PATH`, `failed WORDS`, which only a fault of its own explains.
 */
export class FactsFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  add(...words: readonly (string | number)[]): void {
    appendFileSync(this.path, `${words.join(' ')}\n`);
  }

  lines(): readonly string[] {
    return existsSync(this.path) ? readFileSync(this.path, 'utf8').split('\n').slice(0, -1) : [];
  }
}

/** How far a request had come, as its own window knew. */
export interface RequestFacts {
  /** Nano-dollars. */
  readonly bound: number;
  readonly step: 'reserving' | 'reserved' | 'settling' | 'settled';
  /** Nano-dollars; null before it is known. */
  readonly cost: number | null;
}

/** What all windows together know of their requests, by id. */
export function requestFacts(lines: readonly string[]): ReadonlyMap<string, RequestFacts> {
  const facts = new Map<string, RequestFacts>();
  for (const line of lines) {
    const [step = '', id = '', amount = ''] = line.split(' ');
    const known = facts.get(id);
    if (step === 'reserving') facts.set(id, { bound: Number(amount), step, cost: null });
    else if (known === undefined) continue;
    else if (step === 'reserved' || step === 'settled') facts.set(id, { ...known, step });
    else if (step === 'settling') facts.set(id, { ...known, step, cost: Number(amount) });
  }
  return facts;
}

/** What a window told that nothing but a fault of the file explains. */
export function complaints(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith('set-aside ') || line.startsWith('failed '));
}
