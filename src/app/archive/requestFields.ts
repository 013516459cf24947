import type { PriceSource } from '../../core/spend/priceSource.ts';
import type { ArchivedRequest } from '../archivePorts.ts';
import type { Settlement } from '../ledgerPorts.ts';
import { failureKinds } from '../saved/failureCheck.ts';
import type { FieldReader } from './fieldReader.ts';
import { isoOf, isoOrNull, mostCounted, readShared, writeShared } from './sharedFields.ts';
import { readExtra, readUsage, writeExtra, writeUsage } from './usageFields.ts';

/** No request costs more, in nano-dollars (1,000 dollars). */
const mostMoney = 1_000_000_000_000;

/** No request has more billed apart. */
const mostExtras = 100;

const outcomes: Readonly<Record<Settlement['outcome'], true>> = { complete: true, failed: true, cancelled: true };

/** A request as JSON exports have it: money in nano-dollars, times in ISO 8601. */
export function writeRequest(request: ArchivedRequest) {
  const { settlement } = request;
  return {
    requestId: request.requestId,
    sessionId: request.sessionId,
    ...writeShared(request),
    attempt: request.attempt,
    request: request.request,
    startedAt: isoOf(request.startedAt),
    countedAt: isoOf(request.countedAt),
    upperBoundNanoDollars: request.upperBound,
    settlement: settlement === null ? null : writeSettlement(settlement),
  };
}

function writeSettlement(settlement: Omit<Settlement, 'requestId'>) {
  return {
    outcome: settlement.outcome,
    failureKind: settlement.failureKind,
    firstTokenAt: isoOrNull(settlement.firstTokenAt),
    endedAt: isoOf(settlement.endedAt),
    returnedModel: settlement.returnedModel,
    usage: settlement.usage === null ? null : writeUsage(settlement.usage),
    usageIsFinal: settlement.usageIsFinal,
    extras: settlement.extras.map(writeExtra),
    serviceTier: settlement.terms.serviceTier,
    region: settlement.terms.region,
    costNanoDollars: settlement.costNanoDollars,
    upperBoundNanoDollars: settlement.upperBound,
    cacheSavingsNanoDollars: settlement.cacheSavings,
    priceSource: writePriceSource(settlement.priceSource),
    rawUsage: settlement.rawUsage,
  };
}

/** Reads what `writeRequest` wrote. The fields know what was wrong. */
export function readRequest(fields: FieldReader): ArchivedRequest {
  const settlement = fields.objectOrNull('settlement');
  return {
    requestId: fields.text('requestId'),
    sessionId: fields.text('sessionId'),
    ...readShared(fields),
    attempt: fields.integer('attempt', 0, mostCounted),
    request: fields.integer('request', 0, mostCounted),
    startedAt: fields.instant('startedAt'),
    countedAt: fields.instant('countedAt'),
    upperBound: fields.integerOrNull('upperBoundNanoDollars', 0, mostMoney),
    settlement: settlement === null ? null : readSettlement(settlement),
  };
}

function readSettlement(fields: FieldReader): Omit<Settlement, 'requestId'> {
  const usage = fields.objectOrNull('usage');
  return {
    outcome: fields.word('outcome', outcomes, 'failed'),
    failureKind: fields.wordOrNull('failureKind', failureKinds, 'unexpected'),
    firstTokenAt: fields.instantOrNull('firstTokenAt'),
    endedAt: fields.instant('endedAt'),
    returnedModel: fields.textOrNull('returnedModel'),
    usage: usage === null ? null : readUsage(usage),
    usageIsFinal: fields.flagOrNull('usageIsFinal'),
    extras: fields.objects('extras', mostExtras).map(readExtra),
    terms: { serviceTier: fields.textOrNull('serviceTier'), region: fields.textOrNull('region') },
    costNanoDollars: fields.integerOrNull('costNanoDollars', 0, mostMoney),
    upperBound: fields.integerOrNull('upperBoundNanoDollars', 0, mostMoney),
    cacheSavings: fields.integerOrNull('cacheSavingsNanoDollars', -mostMoney, mostMoney),
    priceSource: readPriceSource(fields),
    rawUsage: fields.json('rawUsage'),
  };
}

/** `own`, or the date of the list. */
function writePriceSource(source: PriceSource | null): string | null {
  return source === null ? null : source.kind === 'own' ? 'own' : source.date;
}

function readPriceSource(fields: FieldReader): PriceSource | null {
  const source = fields.textOrNull('priceSource');
  if (source === null) return null;
  if (source === 'own') return { kind: 'own' };
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(source);
  return isDate ? { kind: 'list', date: source } : fields.wrong('priceSource', null);
}
