import type { ComparisonServices } from '../../../src/app/comparisonSession.ts';
import type {
  AcceptedChanges,
  Ledger,
  PriceBook,
  Reservation,
  Settlement,
  SpendTotals,
} from '../../../src/app/ledgerPorts.ts';
import type {
  ApplyRequest,
  ApplyResult,
  ComparisonStore,
  Conversation,
  ConversationStart,
  DocumentEditor,
  DocumentWatch,
  ModelClient,
  ModelClients,
  SavedComparison,
  WorkspaceReader,
} from '../../../src/app/ports.ts';
import { readSavedComparison } from '../../../src/app/savedComparison.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { Contender } from '../../../src/core/contender.ts';
import type { Hunk } from '../../../src/core/diff/hunk.ts';
import type { FileEdit, ReadRequest, RoundReply, ToolResult } from '../../../src/core/edits/toolCall.ts';
import type { Failure } from '../../../src/core/failure.ts';
import type { Side } from '../../../src/core/side.ts';
import { standardTerms } from '../../../src/core/spend/billing.ts';
import type { BudgetStandings, Budgets } from '../../../src/core/spend/budget.ts';
import { noBudgets } from '../../../src/core/spend/budget.ts';
import { inputTokens } from '../../../src/core/spend/usage.ts';
import type { SourceFile, Task } from '../../../src/core/task.ts';
import { HeldClock } from './heldClock.ts';

/** One request's stream: parts, or an async generator that decides for itself. */
export type Script = readonly AnswerPart[] | ((reply: RoundReply, signal: AbortSignal) => AsyncIterable<AnswerPart>);

/** Plays one script a request, and keeps what it was told. A later conversation of the same side goes on with the rest. */
class ScriptedConversation implements Conversation {
  readonly told: (readonly ToolResult[])[] = [];
  readonly messages: (string | null)[] = [];
  /** What each `converse` of the side was given to go on from. */
  readonly begunFrom: unknown[] = [];
  private readonly scripts: Script[];

  constructor(scripts: readonly Script[]) {
    this.scripts = [...scripts];
  }

  async *next(reply: RoundReply, signal: AbortSignal): AsyncGenerator<AnswerPart> {
    this.told.push(reply.results);
    this.messages.push(reply.message);
    const script = this.scripts.shift();
    if (script === undefined) throw new Error('more requests than scripts');
    yield* typeof script === 'function' ? script(reply, signal) : script;
  }

  saved(): unknown {
    return { rounds: this.told.length };
  }
}

/** Stays silent until aborted. */
export async function* silence(signal: AbortSignal): AsyncGenerator<AnswerPart> {
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Keeps rows in memory, in the order they were written. */
class MemoryLedger implements Ledger {
  readonly reservations: Reservation[] = [];
  readonly settlements: Settlement[] = [];
  /** The budgets that each reservation was checked against. */
  readonly budgets: (Budgets | null)[] = [];
  readonly accepted: AcceptedChanges[] = [];
  refusal: Failure | null = null;
  /** Output tokens that answers typically have. */
  typical: number | null = null;

  async reserve(reservation: Reservation, budgets: Budgets | null): Promise<Failure | null> {
    if (this.refusal !== null) return this.refusal;
    this.reservations.push(reservation);
    this.budgets.push(budgets);
    return null;
  }

  async recordAccepted(changes: readonly AcceptedChanges[]): Promise<void> {
    this.accepted.push(...changes);
  }

  async standings(): Promise<BudgetStandings> {
    const nothing = { settled: 0, reserved: 0 };
    return { comparison: nothing, day: nothing, month: nothing };
  }

  async typicalOutput(): Promise<number | null> {
    return this.typical;
  }

  async settle(settlement: Settlement): Promise<void> {
    this.settlements.push(settlement);
  }

  async totals(): Promise<SpendTotals> {
    return { session: [], today: [], month: [], workspace: [], asOf: 0 };
  }

  async acceptLosses(): Promise<Failure | null> {
    return null;
  }

  onDidChange(): { dispose(): void } {
    return { dispose: () => undefined };
  }
}

/** One nano-dollar an input token, ten an output token. */
const plainPrices: PriceBook = {
  price: ({ model, usage }) =>
    model === 'unpriced'
      ? null
      : {
          nanoDollars: inputTokens(usage) + 10 * usage.output,
          cacheSavings: 0,
          source: { kind: 'list', date: '2026-09-23' },
        },
  nextTier: () => null,
  fault: null,
};

const sampleFile: SourceFile = {
  path: 'src/basket.ts',
  uri: 'file:///shop/src/basket.ts',
  languageId: 'typescript',
  version: 3,
  text: 'one\ntwo\nthree\nfour\nfive\n',
};

export const sampleTask: Task = {
  kind: 'fix',
  instruction: 'Find the bug.',
  file: sampleFile,
  selection: { start: 4, end: 8 },
  otherFiles: [],
};

export function contender(side: Side, changes: Partial<Contender> = {}): Contender {
  return {
    side,
    provider: side === 'left' ? 'openai' : 'anthropic',
    model: side === 'left' ? 'gpt-5.5' : 'claude-opus-4-7',
    label: side === 'left' ? 'GPT-5.5' : 'Claude Opus 4.7',
    effort: null,
    defaultEffort: 'medium',
    maxOutputTokens: 1000,
    usesTools: true,
    scripted: false,
    ...changes,
  };
}

/** Clients whose conversations play scripts, by side. */
function scriptedClients(scripts: Partial<Record<Side, readonly Script[] | Failure>>) {
  const conversations: Partial<Record<Side, ScriptedConversation>> = {};
  const starts: ConversationStart[] = [];
  const client: ModelClient = {
    preview: (start: ConversationStart) => ({
      endpoint: `https://${start.contender.provider}.test/v1`,
      body: { model: start.contender.model },
    }),
    converse: async (start, saved) => {
      const { side } = start.contender;
      const script = scripts[side] ?? [];
      if ('kind' in script) return script;
      const former = saved === null ? undefined : conversations[side];
      const conversation = former ?? new ScriptedConversation(script);
      conversation.begunFrom.push(saved);
      starts.push(start);
      conversations[side] = conversation;
      return conversation;
    },
    count: async () => 123,
  };
  const clients: ModelClients = { clientFor: async () => client };
  return { clients, conversations, starts };
}

/** Says what it was given, and answers as told; null calls writing off. */
class RecordingEditor implements DocumentEditor {
  readonly applied: (readonly Hunk[])[] = [];
  readonly requests: ApplyRequest[] = [];
  answer: ((hunks: readonly Hunk[]) => ApplyResult | null) | null = null;

  async apply(request: ApplyRequest): Promise<ApplyResult | null> {
    const { hunks } = request;
    this.requests.push(request);
    this.applied.push(hunks);
    return this.answer === null ? { kind: 'applied', landed: hunks, alreadyThere: [], missed: [] } : this.answer(hunks);
  }
}

/** A workspace of files in memory. While `held`, what is asked for waits. */
class MemoryWorkspace implements WorkspaceReader {
  readonly files = new Map<string, string>();
  readonly asked: string[] = [];
  held: Promise<void> | null = null;
  withheld: readonly string[] = [];

  async readFile(path: string): Promise<SourceFile | { readonly refused: string }> {
    this.asked.push(path);
    const text = this.files.get(path);
    await this.held;
    if (text === undefined) return { refused: `There is no ${path}.` };
    return { ...sampleFile, path, uri: `file:///shop/${path}`, text };
  }

  async look(request: ReadRequest, _near: SourceFile, withheld: readonly string[]) {
    this.withheld = withheld;
    const text = request.kind === 'view' ? 'no folder' : [...this.files.keys()].join('\n');
    const succeeded = request.kind !== 'view';
    const found = this.files.size;
    return { text, reading: { request, succeeded, lines: null, found, characters: text.length } };
  }
}

/** Tells what a test makes it tell. */
class HeldWatch implements DocumentWatch {
  readonly watched: string[] = [];
  private readonly listeners = new Set<(path: string, text: string | null) => void>();

  watch(files: readonly SourceFile[], changed: (path: string, text: string | null) => void): { dispose(): void } {
    this.watched.push(...files.map(({ path }) => path));
    this.listeners.add(changed);
    return { dispose: () => this.listeners.delete(changed) };
  }

  get isWatching(): boolean {
    return this.listeners.size > 0;
  }

  change(path: string, text: string | null): void {
    for (const listener of this.listeners) listener(path, text);
  }
}

/** Keeps comparisons as the text they would be on a disk. */
export class MemoryStore implements ComparisonStore {
  readonly kept = new Map<string, string>();

  save(saved: SavedComparison): void {
    this.kept.set(saved.comparison.id, JSON.stringify(saved));
  }

  async load(comparisonId: string): Promise<SavedComparison | null> {
    const kept = this.kept.get(comparisonId);
    return kept === undefined ? null : readSavedComparison(JSON.parse(kept));
  }

  async list(): Promise<readonly SavedComparison[]> {
    const all = await Promise.all([...this.kept.keys()].map((id) => this.load(id)));
    return all.filter((saved) => saved !== null);
  }

  async remove(comparisonId: string): Promise<void> {
    this.kept.delete(comparisonId);
  }

  async flush(): Promise<void> {}
}

/** Services around scripted clients, all of them held in memory. */
export function servicesWith(scripts: Partial<Record<Side, readonly Script[] | Failure>>) {
  const clock = new HeldClock();
  const ledger = new MemoryLedger();
  const documents = new RecordingEditor();
  const { clients, conversations, starts } = scriptedClients(scripts);
  const workspace = new MemoryWorkspace();
  const watch = new HeldWatch();
  const store = new MemoryStore();
  let lastId = 0;
  const services: ComparisonServices = {
    clock,
    ledger,
    loadPrices: async () => plainPrices,
    limits: { idleMs: 60_000, totalMs: 600_000 },
    budgets: noBudgets,
    workspace: { id: 'shop', name: 'shop' },
    observer: { requestEnded: () => undefined },
    clients,
    documents,
    reader: workspace,
    readingRounds: 2,
    watch,
    store,
    random: () => 0,
    newId: () => {
      lastId += 1;
      return `id-${lastId}`;
    },
    contenderFor: (side, scripted) => contender(side, { scripted }),
  };
  return { services, clock, ledger, documents, conversations, starts, workspace, watch, store };
}

export const finalUsage = (output: number): AnswerPart => ({
  type: 'usage',
  usage: { uncachedInput: 100, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output, reasoning: 0 },
  extras: [],
  terms: standardTerms,
  final: true,
  raw: { output },
});

/** A `str_replace` of the sample file. */
export function replaceCall(callId: string, oldText: string, newText: string): AnswerPart {
  return { type: 'call', call: { callId, request: { kind: 'replace', path: 'src/basket.ts', oldText, newText } } };
}

/** A call of any edit. */
export function editCall(callId: string, request: FileEdit): AnswerPart {
  return { type: 'call', call: { callId, request } };
}

/** A call that asks to read. */
export function readCall(callId: string, request: ReadRequest): AnswerPart {
  return { type: 'call', call: { callId, request } };
}

/** A hunk that replaces one line of the sample file. */
export function sampleHunk(id: string, baseStart: number, text: string, changes: Partial<Hunk> = {}): Hunk {
  return {
    id,
    path: 'src/basket.ts',
    change: 'edit',
    baseStart,
    baseEnd: baseStart + 1,
    newStart: baseStart,
    newLines: [text],
    newPath: null,
    tier: 'exact',
    edited: false,
    ...changes,
  };
}
