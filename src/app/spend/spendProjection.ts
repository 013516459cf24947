import type { Failure, FailureOf } from '../../core/failure.ts';
import { standardTerms } from '../../core/spend/billing.ts';
import { type Budgets, budgetLevel } from '../../core/spend/budget.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import { periodOf } from '../../core/spend/periodChoice.ts';
import { noUsage } from '../../core/spend/usage.ts';
import type { SpendEnvelope, SpendHostMessages } from '../../shared/spendMessages.ts';
import type { SpendTexts } from '../../shared/spendTexts.ts';
import type { BudgetView, ReportState, RequestsState, SpendFilters, SpendView } from '../../shared/spendView.ts';
import type { LedgerArchive } from '../archivePorts.ts';
import type { Ledger, PriceBook, SpendRow } from '../ledgerPorts.ts';
import type { Clock, Log } from '../ports.ts';
import { Throttle } from '../throttle.ts';
import { DayWatch } from './dayWatch.ts';
import { reportView } from './reportView.ts';
import { readRequests, withLatest } from './requestList.ts';

/** What the dashboard is fed from. */
export interface SpendSources {
  readonly archive: LedgerArchive;
  readonly ledger: Pick<Ledger, 'standings' | 'onDidChange'>;
  readonly loadPrices: () => Promise<PriceBook>;
  /** What is said of the prices that these models are counted by. */
  readonly priceNotes: (rows: readonly SpendRow[]) => Promise<readonly string[]>;
  /** Asked for at each reading. That they cannot be read is told with the prices. */
  readonly budgets: () => Budgets | FailureOf<'setting-invalid'>;
  readonly clock: Clock;
  readonly log: Log;
  /** One sentence about a failure, for people. */
  readonly describe: (failure: Failure) => string;
}

/** Tells the dashboard. */
export type TellDashboard = (message: SpendEnvelope<SpendHostMessages>) => void;

/** What the dashboard begins with. */
export const firstFilters: SpendFilters = {
  period: { kind: 'last-30-days' },
  scripted: false,
  model: null,
  taskKind: null,
  workspaceId: null,
  outcome: null,
};

const pageSize = 50;
/** Of a list that follows the ledger; what a person asked for behind that is history, which does not change. */
const mostFollowed = 500;
/** Milliseconds between two readings while requests come and go. */
const readingPause = 1000;
/** No usage object of a provider's comes near. */
const longestRaw = 64_000;
const perMillion = 1_000_000;

/**
 * What the dashboard shows, read from the ledger and told as it changes: the sums first, then the list of requests.
 * Readings never overlap, and what was read for filters that are not chosen any more is dropped.
 */
export class SpendProjection {
  readonly #sources: SpendSources;
  readonly #tell: TellDashboard;
  readonly #throttle: Throttle;
  readonly #following: { dispose(): void };
  readonly #dayWatch: DayWatch;
  #filters: SpendFilters;
  #report: ReportState = { kind: 'loading' };
  #requests: RequestsState = { kind: 'loading' };
  #next: number | null = null;
  #period: Period | null = null;
  #prices: PriceBook | null = null;
  #isReading = false;
  #readAgain = false;
  #isFollowing = true;

  constructor(sources: SpendSources, filters: SpendFilters, tell: TellDashboard) {
    this.#sources = sources;
    this.#filters = filters;
    this.#tell = tell;
    this.#throttle = new Throttle(sources.clock, readingPause, () => this.refresh());
    this.#dayWatch = new DayWatch(sources.clock, () => this.refresh());
    this.#following = sources.ledger.onDidChange(() => {
      if (this.#isFollowing) this.#throttle.ask();
    });
  }

  /** Everything as it is known now. */
  view(texts: SpendTexts, locale: string, timeZone: string): SpendView {
    return {
      texts,
      locale,
      timeZone,
      filters: this.#filters,
      report: this.#report,
      requests: this.#requests,
    };
  }

  /** The whole days that the sums are of; null while none are there. */
  get shownPeriod(): Period | null {
    return this.#period;
  }

  changeFilters(filters: SpendFilters): void {
    this.#filters = filters;
    this.#next = null;
    this.#requests = { kind: 'loading' };
    this.refresh();
  }

  /** Nobody looks: the ledger need not be read until `refresh`. */
  pause(): void {
    this.#isFollowing = false;
    this.#throttle.callOff();
    this.#dayWatch.end();
  }

  /** Reads the ledger, again if it is being read already, and goes on following it. */
  refresh(): void {
    this.#isFollowing = true;
    this.#dayWatch.begin();
    this.#readAgain = true;
    if (!this.#isReading) this.#watch(this.#read());
  }

  /** Tells the next page of requests. */
  showMore(): void {
    this.#watch(this.#readMore());
  }

  /** Tells the provider's own usage object of a request. */
  showRaw(requestId: string): void {
    this.#watch(this.#readRaw(requestId));
  }

  dispose(): void {
    this.#following.dispose();
    this.pause();
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    try {
      while (this.#readAgain) {
        this.#readAgain = false;
        await this.#readOnce(this.#filters);
      }
    } finally {
      this.#isReading = false;
    }
  }

  async #readOnce(filters: SpendFilters): Promise<void> {
    const report = await this.#readReport(filters).catch((error: unknown) => this.#fault(error));
    if (filters !== this.#filters) return;
    // Entries of a list that grew long may have been among what was deleted.
    const isShrinking = requestCount(report) < requestCount(this.#report);
    this.#report = report;
    this.#tell({ type: 'report-changed', payload: { filters, report } });
    const requests = await this.#readList(filters, report, isShrinking).catch((error: unknown) => this.#fault(error));
    if (filters !== this.#filters) return;
    this.#requests = requests;
    this.#tell({ type: 'requests-changed', payload: { filters, requests } });
    if (this.#prices !== null || report.kind !== 'told') return;
    // Prices are large; they are loaded behind all that needs none.
    this.#prices = await this.#sources.loadPrices();
    this.#readAgain = true;
  }

  async #readReport(filters: SpendFilters): Promise<ReportState> {
    const { archive, clock, describe } = this.#sources;
    const wantsExtent = filters.period.kind === 'everything';
    const extent = wantsExtent ? await archive.extent() : null;
    if (extent !== null && 'kind' in extent) return { kind: 'failed', sentence: describe(extent) };
    if (wantsExtent && extent === null) return { kind: 'empty' };
    const period = periodOf(filters.period, clock.now(), extent);
    const [report, budgets] = await Promise.all([archive.report(period), this.#readBudgets()]);
    if ('kind' in report) return { kind: 'failed', sentence: describe(report) };
    if ('kind' in budgets) return { kind: 'failed', sentence: describe(budgets) };
    this.#period = report.period;
    // Prices follow the settings, but the first reading does without.
    if (this.#prices !== null) this.#prices = await this.#sources.loadPrices();
    if (report.models.length === 0 && !wantsExtent && (await archive.extent()) === null) return { kind: 'empty' };
    return {
      kind: 'told',
      report: reportView(report, {
        scripted: filters.scripted,
        budgets,
        priceNotes: await this.#sources.priceNotes(report.models),
        outputPrice: ({ provider, model }) => {
          const usage = { ...noUsage, output: perMillion };
          const question = {
            provider,
            model,
            returnedModel: null,
            at: clock.now(),
            usage,
            extras: [],
            terms: standardTerms,
          };
          return this.#prices?.price(question)?.nanoDollars ?? null;
        },
      }),
    };
  }

  async #readBudgets(): Promise<readonly BudgetView[] | Failure> {
    const budgets = this.#sources.budgets();
    if ('kind' in budgets || (budgets.day === null && budgets.month === null)) return [];
    const standings = await this.#sources.ledger.standings('', this.#sources.clock.now());
    if ('kind' in standings) return standings;
    return (['day', 'month'] as const).flatMap((period) => {
      const budget = budgets[period];
      const level = budgetLevel(budget, standings[period], budgets.warnShare);
      return budget === null ? [] : [{ period, budget, ...standings[period], level }];
    });
  }

  async #readList(filters: SpendFilters, report: ReportState, isShrinking: boolean): Promise<RequestsState> {
    if (report.kind === 'failed') return report;
    if (report.kind !== 'told' || this.#period === null) return { kind: 'told', rows: [], hasMore: false };
    const count = this.#requests.kind === 'told' ? this.#requests.rows.length : 0;
    const limit = Math.min(mostFollowed, Math.max(pageSize, count));
    const question = { period: this.#period, filters, before: null, limit, prices: this.#prices };
    const list = await readRequests(this.#sources.archive, question, () => filters === this.#filters);
    if ('kind' in list) return { kind: 'failed', sentence: this.#sources.describe(list) };
    // Asked only now: more may have been read meanwhile.
    const shown = this.#requests;
    const whole = shown.kind === 'told' && shown.rows.length > limit ? withLatest(shown.rows, list.rows) : null;
    if (whole !== null && !isShrinking) return { kind: 'told', rows: whole, hasMore: this.#next !== null };
    this.#next = list.next;
    return { kind: 'told', rows: list.rows, hasMore: list.next !== null };
  }

  async #readMore(): Promise<void> {
    const [filters, shown, before] = [this.#filters, this.#requests, this.#next];
    if (shown.kind !== 'told' || before === null || this.#period === null) return;
    const question = { period: this.#period, filters, before, limit: pageSize, prices: this.#prices };
    const list = await readRequests(this.#sources.archive, question, () => this.#requests === shown).catch(
      (error: unknown) => this.#unexpected(error),
    );
    // The list was read anew meanwhile, and what comes behind it is something else.
    if (this.#requests !== shown) return filters === this.#filters ? this.#readMore() : undefined;
    if ('kind' in list) {
      const sentence = this.#sources.describe(list);
      this.#requests = { kind: 'failed', sentence };
      this.#tell({ type: 'requests-changed', payload: { filters, requests: this.#requests } });
      return;
    }
    const hasMore = list.next !== null;
    this.#next = list.next;
    this.#requests = { kind: 'told', rows: [...shown.rows, ...list.rows], hasMore };
    this.#tell({ type: 'requests-added', payload: { filters, rows: list.rows, hasMore } });
  }

  async #readRaw(requestId: string): Promise<void> {
    const found = await this.#sources.archive.rawUsage(requestId).catch((error: unknown) => this.#unexpected(error));
    const raw =
      'kind' in found
        ? { kind: 'failed' as const, sentence: this.#sources.describe(found) }
        : { kind: 'told' as const, json: jsonOf(found.raw) };
    this.#tell({ type: 'raw-told', payload: { requestId, raw } });
  }

  /** A bug of ours must not leave the person waiting for ever. */
  #fault(error: unknown): { readonly kind: 'failed'; readonly sentence: string } {
    return { kind: 'failed', sentence: this.#sources.describe(this.#unexpected(error)) };
  }

  #unexpected(error: unknown): Failure {
    this.#sources.log.error('The spend dashboard could not be filled', error);
    return { kind: 'unexpected', cause: error instanceof Error ? error.message : String(error) };
  }

  /** Nothing may be lost to a promise that nobody waits for. */
  #watch(work: Promise<void>): void {
    work.catch((error: unknown) => this.#unexpected(error));
  }
}

/** All requests of a report's period, scripted ones included. */
function requestCount(state: ReportState): number {
  return state.kind === 'told' ? state.report.total.requests + state.report.scriptedRequests : 0;
}

function jsonOf(raw: unknown): string | null {
  return raw === null || raw === undefined ? null : JSON.stringify(raw, null, 2).slice(0, longestRaw);
}
