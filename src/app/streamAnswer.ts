import type { AnswerEvent } from '../core/comparison.ts';
import type { ToolResult } from '../core/edits/toolCall.ts';
import type { Failure } from '../core/failure.ts';
import type { Side } from '../core/side.ts';
import type { Task } from '../core/task.ts';
import { AnswerWork } from './answerWork.ts';
import type { ConversationStart, ModelClients, PriceBook } from './ports.ts';
import { retryDelay, retryLimit } from './retryPolicy.ts';
import type { RequestServices } from './sendRequest.ts';
import { sendRequest } from './sendRequest.ts';

/** How often a model is told that an edit did not land. */
const correctionLimit = 2;
/** How many rounds a model may spend on reading. */
const readingLimit = 4;
/** How many parameters a provider may turn down before we stop adapting. */
const adaptationLimit = 6;

/** What one answer needs. */
export interface AnswerServices extends Omit<RequestServices, 'prices'> {
  readonly clients: ModelClients;
  /** Loads the prices on first use. */
  readonly loadPrices: () => Promise<PriceBook>;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly newId: () => string;
}

/** Which answer of which comparison. */
export interface AnswerSubject {
  readonly comparisonId: string;
  readonly task: Task;
  readonly side: Side;
  readonly attempt: number;
  readonly start: ConversationStart;
}

/**
 * Streams one contender's answer to its ending: request after request, with retries while nothing was visible, edits
 * landing on an overlay as they come, and a further round only to tell the model of edits that did not land (at most
 * twice) or to show it a file that it asked for. Reports everything as events; never throws.
 */
export async function streamAnswer(
  subject: AnswerSubject,
  services: AnswerServices,
  cancelled: AbortSignal,
  report: (event: AnswerEvent) => void,
): Promise<void> {
  const { clock } = services;
  report({ type: 'started', at: clock.now() });
  const end = (status: 'done' | 'failed' | 'cancelled', failure: Failure | null) =>
    report({ type: 'ended', status, failure, at: clock.now() });
  try {
    const [client, prices] = await Promise.all([
      services.clients.clientFor(subject.start.contender),
      services.loadPrices(),
    ]);
    const requestServices: RequestServices = { clock, ledger: services.ledger, limits: services.limits, prices };
    const conversation = await client.converse(subject.start);
    if ('kind' in conversation) return end('failed', conversation);
    const host = new URL(client.preview(subject.start).endpoint).host;

    const promptLength = subject.start.prompt.system.length + subject.start.prompt.user.length;
    const work = new AnswerWork(subject.task, subject.side, subject.attempt, promptLength);
    let results: readonly ToolResult[] = [];
    let corrections = 0;
    let readings = 0;
    let adaptations = 0;
    let retries = 0;
    let requests = 0;
    for (;;) {
      if (cancelled.aborted) return end('cancelled', null);
      requests += 1;
      report({ type: 'request-sent' });
      work.beginRound();
      const outcome = await sendRequest(
        conversation,
        results,
        {
          contender: subject.start.contender,
          host,
          inputCharacters: work.sentCharacters(),
          reservation: {
            requestId: services.newId(),
            comparisonId: subject.comparisonId,
            taskKind: subject.task.kind,
            side: subject.side,
            attempt: subject.attempt,
            request: requests,
          },
        },
        requestServices,
        cancelled,
        {
          part: (part, at) => {
            report({ type: 'part', part: work.hear(part), at });
            if (part.type === 'call') {
              work.take(part.call);
              report({ type: 'edits-changed', ...work.edits() });
            }
          },
          spent: (spend) => report({ type: 'spent', spend: work.total(spend) }),
        },
      );
      report({ type: 'spent', spend: work.settle(outcome.spend) });

      if (outcome.ending === 'cancelled') return end('cancelled', null);
      if (outcome.ending === 'parameter-rejected') {
        adaptations += 1;
        if (adaptations <= adaptationLimit) continue;
        return end('failed', { kind: 'protocol', host, detail: 'every set of parameters was turned down' });
      }
      if (outcome.failure !== null) {
        const delayMs = outcome.sawContent ? null : retryDelay(outcome.failure, retries, services.random());
        if (delayMs === null) {
          if (!work.abandonRound()) return end('failed', outcome.failure);
          report({ type: 'edits-changed', ...work.edits() });
          return end(...work.verdict());
        }
        retries += 1;
        report({
          type: 'retry-scheduled',
          retry: {
            attempt: retries,
            atMost: retryLimit,
            scheduledAt: clock.now(),
            delayMs,
            failure: outcome.failure,
          },
        });
        if (!(await waited(delayMs, services, cancelled))) return end('cancelled', null);
        continue;
      }

      if (outcome.ending === 'paused') {
        readings += 1;
        if (readings > readingLimit) return end('failed', { kind: 'protocol', host, detail: 'paused again and again' });
        results = [];
        continue;
      }

      const round = work.endRound();
      results = round.results;
      if (round.failed > 0 && corrections < correctionLimit) corrections += 1;
      else if (round.failed === 0 && round.viewed > 0 && readings < readingLimit) readings += 1;
      else return end(...work.verdict());
    }
  } catch (error) {
    end('failed', { kind: 'unexpected', cause: error instanceof Error ? error.message : String(error) });
  }
}

/** Waits, and tells whether it came to its end rather than being cancelled. */
function waited(milliseconds: number, services: AnswerServices, cancelled: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (cancelled.aborted) return resolve(false);
    const onCancel = () => {
      callOff();
      resolve(false);
    };
    const callOff = services.clock.after(milliseconds, () => {
      cancelled.removeEventListener('abort', onCancel);
      resolve(true);
    });
    cancelled.addEventListener('abort', onCancel, { once: true });
  });
}
