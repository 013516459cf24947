import type { Answer, AnswerStatus, EarlierTurn, Mismatch, PendingRetry } from '../../core/answer.ts';
import type { Contender, Effort } from '../../core/contender.ts';
import type { FileChange, Hunk } from '../../core/diff/hunk.ts';
import type { MatchTier } from '../../core/edits/matchTier.ts';
import type { Reading, ReadRequest } from '../../core/edits/toolCall.ts';
import type { Side } from '../../core/side.ts';
import type { Cost } from '../../core/spend/cost.ts';
import type { PriceSource } from '../../core/spend/priceSource.ts';
import type { Usage } from '../../core/spend/usage.ts';
import type { Check, Checks } from './checks.ts';
import {
  absentOr,
  isCount,
  isFlag,
  isNumber,
  isSpan,
  isText,
  kindOf,
  listOf,
  nullOr,
  shapeOf,
  wordOf,
} from './checks.ts';
import { isFailure, isProvider } from './failureCheck.ts';

const isSide = wordOf<Side>({ left: true, right: true });
const isEffort = wordOf<Effort>({ none: true, low: true, medium: true, high: true, xhigh: true, max: true });
const isStatus = wordOf<AnswerStatus>({
  waiting: true,
  connecting: true,
  thinking: true,
  writing: true,
  done: true,
  failed: true,
  cancelled: true,
});
const isTier = wordOf<MatchTier>({ exact: true, whitespace: true, indentation: true, punctuation: true, fuzzy: true });
const isChange = wordOf<FileChange>({ edit: true, create: true, delete: true, rename: true });

/** A hunk as `core/diff/hunk.ts` has it. */
export const isHunk = shapeOf<Hunk>({
  id: isText,
  path: isText,
  change: isChange,
  baseStart: isCount,
  baseEnd: isCount,
  newStart: isCount,
  newLines: listOf(isText),
  newPath: nullOr(isText),
  tier: isTier,
  edited: isFlag,
});

const isContender = shapeOf<Contender>({
  side: isSide,
  provider: isProvider,
  model: isText,
  label: isText,
  effort: nullOr(isEffort),
  defaultEffort: nullOr(isEffort),
  maxOutputTokens: isCount,
  usesTools: isFlag,
  takesImages: absentOr(isFlag),
  scripted: isFlag,
});

type RequestOf<Kind extends ReadRequest['kind']> = Omit<Extract<ReadRequest, { readonly kind: Kind }>, 'kind'>;

const requests: { readonly [Kind in ReadRequest['kind']]: Checks<RequestOf<Kind>> } = {
  view: { path: isText, lines: nullOr(isSpan) },
  search: { text: isText, path: nullOr(isText) },
  list: { path: nullOr(isText) },
  diagnostics: { path: isText },
};

const isReading = shapeOf<Reading>({
  request: kindOf(
    'kind',
    Object.fromEntries(Object.entries(requests).map(([kind, checks]) => [kind, shapeOf(checks)])),
  ),
  succeeded: isFlag,
  lines: nullOr(isSpan),
  found: nullOr(isCount),
  characters: isCount,
});

const isCost = kindOf<Cost['kind']>('kind', {
  exact: shapeOf<{ nanoDollars: number }>({ nanoDollars: isNumber }),
  estimate: shapeOf<{ nanoDollars: number }>({ nanoDollars: isNumber }),
  unknown: shapeOf<{ upperBound: number | null }>({ upperBound: nullOr(isNumber) }),
});

const isPrices = kindOf<PriceSource['kind']>('kind', {
  own: () => true,
  list: shapeOf<{ date: string }>({ date: isText }),
});

const isUsage = shapeOf<Usage>({
  uncachedInput: isNumber,
  cacheRead: isNumber,
  cacheWrite5m: isNumber,
  cacheWrite1h: isNumber,
  output: isNumber,
  reasoning: isNumber,
});

/** An answer as `core/answer.ts` has it. */
export const isAnswer: Check = shapeOf<Answer>({
  contender: isContender,
  attempt: isCount,
  turn: isCount,
  instruction: nullOr(isText),
  earlier: listOf(
    shapeOf<EarlierTurn>({
      instruction: nullOr(isText),
      thinking: isText,
      prose: isText,
      status: isStatus,
      failure: nullOr(isFailure),
    }),
  ),
  standing: isFlag,
  readings: listOf(isReading),
  status: isStatus,
  returnedModel: nullOr(isText),
  requestId: nullOr(isText),
  thinking: isText,
  prose: isText,
  growing: nullOr(shapeOf<{ path: string | null; lines: number }>({ path: nullOr(isText), lines: isCount })),
  hunks: listOf(isHunk),
  mismatches: listOf(shapeOf<Mismatch>({ path: isText, reason: isText, text: isText })),
  failure: nullOr(isFailure),
  retry: nullOr(
    shapeOf<PendingRetry>({
      attempt: isCount,
      atMost: isCount,
      scheduledAt: isNumber,
      delayMs: isNumber,
      failure: isFailure,
    }),
  ),
  requests: isCount,
  usage: isUsage,
  usageIsFinal: isFlag,
  cost: isCost,
  prices: absentOr(nullOr(isPrices)),
  startedAt: nullOr(isNumber),
  firstTokenAt: nullOr(isNumber),
  endedAt: nullOr(isNumber),
});
