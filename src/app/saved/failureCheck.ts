import type { Provider } from '../../core/contender.ts';
import type { FailureKind, FailureOf, PathRefusal, UnsuitableReason } from '../../core/failure.ts';
import type { ImageFault } from '../../core/images/image.ts';
import type { BudgetPeriod } from '../../core/spend/budget.ts';
import type { OwnPriceFault } from '../../core/spend/ownPrice.ts';
import type { Check, Checks } from './checks.ts';
import { isCount, isNumber, isText, kindOf, nullOr, shapeOf, wordOf } from './checks.ts';

type Facts<Kind extends FailureKind> = Checks<Omit<FailureOf<Kind>, 'kind'>>;

export const isProvider = wordOf<Provider>({ openai: true, anthropic: true });
const isReason = wordOf<UnsuitableReason>({
  secret: true,
  binary: true,
  'too-large': true,
  notebook: true,
  'no-document': true,
  'no-folder': true,
  unreadable: true,
});
const isRefusal = wordOf<PathRefusal>({
  'outside-workspace': true,
  malformed: true,
  protected: true,
  secret: true,
  'symbolic-link': true,
  'not-in-task': true,
  'made-twice': true,
});
const isImageFault = wordOf<ImageFault>({
  'not-an-image': true,
  unsupported: true,
  damaged: true,
  'too-many-bytes': true,
  'too-many-pixels': true,
  'too-many': true,
  'not-readable': true,
  unreadable: true,
  'not-prepared': true,
});
const isPeriod = wordOf<BudgetPeriod>({ comparison: true, day: true, month: true });
const isPriceFault = wordOf<OwnPriceFault>({
  'not-a-table': true,
  'unknown-name': true,
  'no-price': true,
  'not-an-amount': true,
  'not-a-discount': true,
  'unknown-field': true,
});
const isLimit = wordOf<FailureOf<'truncated'>['limit']>({ output: true, context: true, size: true });

const facts: { readonly [Kind in FailureKind]: Facts<Kind> } = {
  'key-missing': { provider: isProvider },
  'model-unknown': { modelId: isText },
  'setting-invalid': { setting: isText, value: isText },
  'untrusted-workspace': {},
  'key-rejected': { provider: isProvider },
  'no-access': { provider: isProvider, model: isText },
  'model-not-found': { provider: isProvider, model: isText },
  quota: { provider: isProvider },
  'rate-limited': { provider: isProvider, retryAfterMs: nullOr(isNumber) },
  overloaded: { provider: isProvider },
  'provider-fault': { provider: isProvider, status: nullOr(isNumber) },
  'network-down': { host: isText, code: nullOr(isText) },
  tls: { host: isText, code: nullOr(isText) },
  proxy: { host: isText, status: nullOr(isNumber) },
  'timed-out': { host: isText, afterMs: isNumber },
  stalled: { host: isText, afterMs: isNumber },
  'images-not-taken': { model: isText },
  'prompt-too-long': { provider: isProvider },
  'request-rejected': { provider: isProvider, status: isNumber, reason: isText },
  refused: { explanation: nullOr(isText) },
  truncated: { limit: isLimit },
  'stream-broken': { host: isText },
  protocol: { host: isText, detail: isText },
  interrupted: {},
  'no-edit': {},
  'no-image': {},
  'empty-answer': {},
  'edit-mismatch': { count: isCount },
  'document-unsuitable': { path: isText, reason: isReason },
  'image-unsuitable': { name: isText, reason: isImageFault },
  'document-changed': { path: isText, landed: isCount, missed: isCount },
  'document-gone': { path: isText },
  'read-only': { path: isText },
  'path-refused': { path: isText, reason: isRefusal },
  'edit-rejected': { path: isText },
  'not-encodable': { path: isText, encoding: isText, character: isText },
  'budget-reached': {
    period: isPeriod,
    budget: isNumber,
    settled: isNumber,
    reserved: isNumber,
    needed: isNumber,
  },
  'budget-unpriced': { period: isPeriod, provider: isProvider, model: isText },
  'budget-unknown': { period: isPeriod, lostAt: isNumber },
  'prices-invalid': { fault: isPriceFault, entry: isText, field: nullOr(isText) },
  'ledger-unavailable': { cause: isText },
  unexpected: { cause: isText },
};

/** Every kind of failure, to tell whether a name that came from outside is one. */
export const failureKinds: Readonly<Record<FailureKind, unknown>> = facts;

/** A failure as `core/failure.ts` has it. */
export const isFailure: Check = kindOf(
  'kind',
  Object.fromEntries(Object.entries(facts).map(([kind, checks]) => [kind, shapeOf(checks)])),
);
