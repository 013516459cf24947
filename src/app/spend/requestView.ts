import type { RequestEnding, RequestView } from '../../shared/spendView.ts';
import type { LedgerRequest } from '../archivePorts.ts';
import type { PriceBook } from '../ledgerPorts.ts';

/**
 * What the dashboard shows of a request.
 *
 * @param prices to price what was seen of an answer that was cut off; null while there are none
 */
export function requestView(entry: LedgerRequest, prices: PriceBook | null): RequestView {
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
    ending: entry.settlement === null ? null : ending(entry, entry.settlement, prices),
  };
}

function ending(
  { provider, model, startedAt }: LedgerRequest,
  settlement: NonNullable<LedgerRequest['settlement']>,
  prices: PriceBook | null,
): RequestEnding {
  const { priceSource, ...rest } = settlement;
  const { usage, extras, terms, returnedModel } = rest;
  // The doc comment of `Settlement.usage` says when.
  const usageIsEstimate = usage !== null && rest.outcome !== 'complete' && rest.costNanoDollars === null;
  const question = { provider, model, returnedModel, at: startedAt, extras, terms };
  return {
    outcome: rest.outcome,
    failureKind: rest.failureKind,
    endedAt: rest.endedAt,
    firstTokenAt: rest.firstTokenAt,
    returnedModel,
    usage,
    usageIsEstimate,
    estimatedNanoDollars: usageIsEstimate ? (prices?.price({ ...question, usage })?.nanoDollars ?? null) : null,
    extras,
    terms,
    costNanoDollars: rest.costNanoDollars,
    upperBound: rest.upperBound,
    cacheSavings: rest.cacheSavings,
    priceSource: priceSource === null ? null : priceSource.kind === 'own' ? 'own' : { date: priceSource.date },
  };
}
