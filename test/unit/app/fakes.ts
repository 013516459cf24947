import type { ComparisonServices } from '../../../src/app/comparisonSession.ts';
import type {
  ApplyResult,
  Conversation,
  ConversationStart,
  DocumentEditor,
  Ledger,
  ModelClient,
  ModelClients,
  PriceBook,
  Reservation,
  Settlement,
  SpendTotals,
} from '../../../src/app/ports.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { Contender } from '../../../src/core/contender.ts';
import type { Hunk } from '../../../src/core/diff/hunk.ts';
import type { ToolResult } from '../../../src/core/edits/toolCall.ts';
import type { Failure } from '../../../src/core/failure.ts';
import type { Side } from '../../../src/core/side.ts';
import type { Usage } from '../../../src/core/spend/usage.ts';
import { inputTokens } from '../../../src/core/spend/usage.ts';
import type { SourceFile, Task } from '../../../src/core/task.ts';
import { HeldClock } from './heldClock.ts';

/** One request's stream: parts, or an async generator that decides for itself. */
export type Script =
  | readonly AnswerPart[]
  | ((results: readonly ToolResult[], signal: AbortSignal) => AsyncIterable<AnswerPart>);

/** Plays one script a request, and keeps what it was told. */
class ScriptedConversation implements Conversation {
  readonly told: (readonly ToolResult[])[] = [];
  private readonly scripts: Script[];

  constructor(scripts: readonly Script[]) {
    this.scripts = [...scripts];
  }

  async *next(results: readonly ToolResult[], signal: AbortSignal): AsyncGenerator<AnswerPart> {
    this.told.push(results);
    const script = this.scripts.shift();
    if (script === undefined) throw new Error('more requests than scripts');
    yield* typeof script === 'function' ? script(results, signal) : script;
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
  refusal: Failure | null = null;

  async reserve(reservation: Reservation): Promise<Failure | null> {
    if (this.refusal !== null) return this.refusal;
    this.reservations.push(reservation);
    return null;
  }

  async settle(settlement: Settlement): Promise<void> {
    this.settlements.push(settlement);
  }

  async totals(): Promise<SpendTotals> {
    return { session: [], today: [], month: [] };
  }

  onDidChange(): { dispose(): void } {
    return { dispose: () => undefined };
  }
}

/** One nano-dollar an input token, ten an output token. */
const plainPrices: PriceBook = {
  cost: (_provider, model, usage: Usage) => (model === 'unpriced' ? null : inputTokens(usage) + 10 * usage.output),
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
    scripted: false,
    ...changes,
  };
}

/** Clients whose conversations play scripts, by side. */
function scriptedClients(scripts: Partial<Record<Side, readonly Script[] | Failure>>) {
  const conversations: Partial<Record<Side, ScriptedConversation>> = {};
  const client: ModelClient = {
    preview: (start: ConversationStart) => ({
      endpoint: `https://${start.contender.provider}.test/v1`,
      body: { model: start.contender.model },
    }),
    converse: async (start) => {
      const script = scripts[start.contender.side] ?? [];
      if ('kind' in script) return script;
      const conversation = new ScriptedConversation(script);
      conversations[start.contender.side] = conversation;
      return conversation;
    },
  };
  const clients: ModelClients = { clientFor: async () => client };
  return { clients, conversations };
}

/** Says what it was given, and answers as told. */
class RecordingEditor implements DocumentEditor {
  readonly applied: (readonly Hunk[])[] = [];
  answer: ((hunks: readonly Hunk[]) => ApplyResult) | null = null;

  async apply(_files: readonly SourceFile[], hunks: readonly Hunk[]): Promise<ApplyResult> {
    this.applied.push(hunks);
    return this.answer?.(hunks) ?? { kind: 'applied', landed: hunks, alreadyThere: [], missed: [] };
  }
}

/** Services around scripted clients, all of them held in memory. */
export function servicesWith(scripts: Partial<Record<Side, readonly Script[] | Failure>>) {
  const clock = new HeldClock();
  const ledger = new MemoryLedger();
  const documents = new RecordingEditor();
  const { clients, conversations } = scriptedClients(scripts);
  let lastId = 0;
  const services: ComparisonServices = {
    clock,
    ledger,
    loadPrices: async () => plainPrices,
    limits: { idleMs: 60_000, totalMs: 600_000 },
    clients,
    documents,
    random: () => 0,
    newId: () => {
      lastId += 1;
      return `id-${lastId}`;
    },
    contenderFor: (side, scripted) => contender(side, { scripted }),
  };
  return { services, clock, ledger, documents, conversations };
}

export const finalUsage = (output: number): AnswerPart => ({
  type: 'usage',
  usage: { uncachedInput: 100, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output, reasoning: 0 },
  final: true,
  raw: { output },
});

/** A `str_replace` of the sample file. */
export function replaceCall(callId: string, oldText: string, newText: string): AnswerPart {
  return { type: 'call', call: { callId, request: { kind: 'replace', path: 'src/basket.ts', oldText, newText } } };
}
