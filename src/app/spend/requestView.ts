import type { RequestEnding, RequestView } from '../../shared/spendView.ts';
import type { LedgerRequest } from '../archivePorts.ts';

/** What the dashboard shows of a request. */
export function requestView(entry: LedgerRequest): RequestView {
  const { provider, model, scripted, requestId, comparisonId, sessionId, side, attempt, request, taskKind } = entry;
  return {
    provider,
    model,
    scripted,
    requestId,
    comparisonId,
    sessionId,
    side,
    attempt,
    request,
    taskKind,
    workspaceName: entry.workspace?.name ?? null,
    startedAt: entry.startedAt,
    reserved: entry.upperBound,
    ending: entry.settlement === null ? null : ending(entry.settlement),
  };
}

function ending(settlement: NonNullable<LedgerRequest['settlement']>): RequestEnding {
  const { priceSource, ...rest } = settlement;
  return {
    outcome: rest.outcome,
    failureKind: rest.failureKind,
    endedAt: rest.endedAt,
    firstTokenAt: rest.firstTokenAt,
    returnedModel: rest.returnedModel,
    usage: rest.usage,
    extras: rest.extras,
    terms: rest.terms,
    costNanoDollars: rest.costNanoDollars,
    upperBound: rest.upperBound,
    cacheSavings: rest.cacheSavings,
    priceSource: priceSource === null ? null : priceSource.kind === 'own' ? 'own' : { date: priceSource.date },
  };
}
