import type { Failure } from '../core/failure.ts';
import type { AnswerListener, AnswerSubject, TurnServices } from './answerTurn.ts';
import { AnswerTurn } from './answerTurn.ts';
import type { ModelClients } from './ports.ts';

/** What one answer needs. */
export interface AnswerServices extends TurnServices {
  readonly clients: ModelClients;
}

/**
 * Streams one turn of a contender's answer to its ending: request after request, with retries while nothing was
 * visible, edits landing on an overlay as they come, and a further round only to tell the model of edits that did not
 * land (at most twice) or to show it what it asked for. Reports everything as events; never throws.
 */
export async function streamAnswer(
  subject: AnswerSubject,
  services: AnswerServices,
  cancelled: AbortSignal,
  listener: AnswerListener,
): Promise<void> {
  const { clock } = services;
  listener.event({ type: 'started', at: clock.now() });
  const end = (status: 'done' | 'failed' | 'cancelled', failure: Failure | null) =>
    listener.event({ type: 'ended', status, failure, at: clock.now() });
  try {
    const client = await services.clients.clientFor(subject.start.contender);
    const conversation = await client.converse(subject.start, subject.followUp?.history ?? null);
    if ('kind' in conversation) return end('failed', conversation);
    const host = new URL(client.preview(subject.start).endpoint).host;
    const turn = new AnswerTurn(subject, conversation, host, turnServices(services), cancelled, listener);
    end(...(await turn.run()));
  } catch (error) {
    end('failed', { kind: 'unexpected', cause: error instanceof Error ? error.message : String(error) });
  }
}

/** Budgets and limits are read as they are at each request, since the person may change them in between. */
function turnServices(services: AnswerServices): TurnServices {
  const { clock, ledger, loadPrices, random, newId, observer, workspace } = services;
  return {
    clock,
    ledger,
    loadPrices,
    random,
    newId,
    observer,
    workspace,
    get limits() {
      return services.limits;
    },
    get budgets() {
      return services.budgets;
    },
  };
}
