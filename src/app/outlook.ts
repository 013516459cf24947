import type { Contender } from '../core/contender.ts';
import type { FailureOf } from '../core/failure.ts';
import type { Side } from '../core/side.ts';
import { sides } from '../core/side.ts';
import type { BudgetStandings, Budgets } from '../core/spend/budget.ts';
import { noBudgets } from '../core/spend/budget.ts';
import { textSize } from '../core/textSize.ts';
import type { OutlookView, SideOutlookView } from '../shared/outlookView.ts';
import type { ComparisonSession } from './comparisonSession.ts';
import { InputCounts } from './inputCounts.ts';
import type { Ledger, PriceBook } from './ledgerPorts.ts';
import type { PanelSentences } from './panelState.ts';
import type { Clock, ConversationStart, ModelClients } from './ports.ts';
import type { Forecast, ForecastSubject } from './spendOutlook.ts';
import { forecast, needsCount, periodOutlooks } from './spendOutlook.ts';

/** What looking ahead needs around it. */
export interface OutlookServices {
  readonly clock: Clock;
  readonly ledger: Pick<Ledger, 'standings' | 'typicalOutput' | 'onDidChange'>;
  /** Loads the prices on first use. */
  readonly loadPrices: () => Promise<PriceBook>;
  readonly clients: ModelClients;
  /** The person's budgets as they are now, or why they cannot be read. */
  readonly budgets: Budgets | FailureOf<'setting-invalid'>;
  /** How much a model reads and writes together, in tokens; null when not known. */
  readonly contextTokens: (contender: Contender) => number | null;
  /** Whether something may be sent for this contender without the person being asked for anything. */
  readonly canSend: (contender: Contender) => Promise<boolean>;
}

/** What was read for one side. */
interface SideFacts {
  readonly host: string;
  readonly typicalOutput: number | null;
}

interface Facts {
  readonly prices: PriceBook;
  /** Null when the ledger cannot be read. */
  readonly standings: BudgetStandings | null;
  readonly left: SideFacts;
  readonly right: SideFacts;
}

/** Hears of what looking ahead came to. */
export interface OutlookListener {
  /** `view` may give something else now. */
  readonly changed: () => void;
  /** Takes work that nobody waits for, since it may fail. */
  readonly report: (work: Promise<void>) => void;
}

/** Looks ahead for one comparison: what its next sending would cost, and what budgets would stand at then. */
export class Outlook {
  private readonly session: ComparisonSession;
  private readonly services: OutlookServices;
  private readonly sentences: Pick<PanelSentences, 'describeFailure'>;
  private readonly listener: OutlookListener;
  private readonly counts: InputCounts;
  private facts: Facts | null = null;
  /** Counts readings, so that an older one that comes late is dropped. */
  private readings = 0;
  private subscription: { dispose(): void } | null = null;
  private isOver = false;

  constructor(
    session: ComparisonSession,
    services: OutlookServices,
    sentences: Pick<PanelSentences, 'describeFailure'>,
    listener: OutlookListener,
  ) {
    this.session = session;
    this.services = services;
    this.sentences = sentences;
    this.listener = listener;
    this.counts = new InputCounts(services.clients, listener.changed);
  }

  /** Looks ahead for the first time, and again whenever the ledger changes while nothing is sent yet. */
  async start(): Promise<void> {
    await this.refresh();
    if (this.isOver) return;
    this.subscription = this.services.ledger.onDidChange(() => {
      if (this.isDraft) this.listener.report(this.refresh());
    });
  }

  /** What there is to show; null until it is known, and for scripted answers, which cost nothing. */
  view(): OutlookView | null {
    const { facts } = this;
    if (facts === null || sides.every((side) => this.isScripted(side))) return null;
    const forecasts: Readonly<Record<Side, Forecast | null>> = {
      left: this.forecastFor('left', facts),
      right: this.forecastFor('right', facts),
    };
    const { budgets } = this.services;
    const fault = 'kind' in budgets ? budgets : null;
    const limits = 'kind' in budgets ? noBudgets : budgets;
    const known = sides.map((side) => forecasts[side]).filter((each) => each !== null);
    return {
      left: this.sideView('left', forecasts.left),
      right: this.sideView('right', forecasts.right),
      periods: facts.standings === null ? null : periodOutlooks(known, facts.standings, limits),
      heldBack: fault === null ? null : this.sentences.describeFailure(fault, null).sentence,
      wasSentToBeCounted: this.counts.wasAnythingSent,
    };
  }

  /**
   * Reads everything anew, after the request, a setting or the ledger changed. Where an estimate is too near to a limit
   * to go by, a draft is sent to its provider to be counted. Resolves when all that is done.
   */
  async refresh(): Promise<void> {
    if (sides.every((side) => this.isScripted(side))) return this.listener.changed();
    this.readings += 1;
    const reading = this.readings;
    const facts = await this.read();
    if (this.isOver || reading !== this.readings) return;
    this.facts = facts;
    for (const side of sides) this.counts.keepOnly(this.session.startFor(side));
    this.listener.changed();
    if (!this.isDraft) return this.counts.stopAll();
    await Promise.all(sides.map((side) => this.countIfNeeded(side, facts, reading)));
  }

  /** Has the providers count, because the person wants to know. Sends them what would be sent, and nothing is asked. */
  async count(): Promise<void> {
    const asked = sides.filter((side) => !this.isScripted(side));
    await Promise.all(asked.map((side) => this.counts.count(this.session.startFor(side))));
  }

  dispose(): void {
    this.isOver = true;
    this.subscription?.dispose();
    this.counts.stopAll();
  }

  private get isDraft(): boolean {
    return this.session.comparison.phase === 'draft';
  }

  private isScripted(side: Side): boolean {
    return this.session.comparison[side].contender.scripted;
  }

  private async read(): Promise<Facts> {
    const { ledger, loadPrices, clock } = this.services;
    const { id } = this.session.comparison;
    const [prices, standings, left, right] = await Promise.all([
      loadPrices(),
      ledger.standings(id, clock.now()),
      this.readSide('left'),
      this.readSide('right'),
    ]);
    return { prices, standings: 'kind' in standings ? null : standings, left, right };
  }

  private async readSide(side: Side): Promise<SideFacts> {
    const { clients, ledger } = this.services;
    const start = this.session.startFor(side);
    const { provider, model } = start.contender;
    const [client, typicalOutput] = await Promise.all([
      clients.clientFor(start.contender),
      ledger.typicalOutput(provider, model, this.session.comparison.task.kind),
    ]);
    const { host } = new URL(client.preview(start).endpoint);
    return { host, typicalOutput: typeof typicalOutput === 'number' ? typicalOutput : null };
  }

  private subjectOf(start: ConversationStart, { host, typicalOutput }: SideFacts): ForecastSubject {
    const { contender, prompt } = start;
    const count = this.counts.of(start);
    return {
      contender,
      host,
      input: textSize(prompt.system, prompt.user),
      images: prompt.images,
      countedTokens: count.kind === 'counted' ? count.tokens : null,
      typicalOutput,
      contextTokens: this.services.contextTokens(contender),
      at: this.services.clock.now(),
    };
  }

  private forecastFor(side: Side, facts: Facts): Forecast | null {
    if (this.isScripted(side)) return null;
    return forecast(this.subjectOf(this.session.startFor(side), facts[side]), facts.prices);
  }

  private sideView(side: Side, known: Forecast | null): SideOutlookView | null {
    if (known === null) return null;
    const { reservation: _reservation, ...figures } = known;
    const start = this.session.startFor(side);
    const count = this.counts.of(start);
    const countedBy = { none: 'estimate', failed: 'estimate', 'under-way': 'counting', counted: 'provider' } as const;
    return {
      ...figures,
      countedBy: countedBy[count.kind],
      countFailure:
        count.kind === 'failed' ? this.sentences.describeFailure(count.failure, start.contender).sentence : null,
    };
  }

  private async countIfNeeded(side: Side, facts: Facts, reading: number): Promise<void> {
    if (this.isScripted(side)) return;
    const start = this.session.startFor(side);
    // What the provider could not count once, it is asked again only by the person.
    if (this.counts.of(start).kind !== 'none') return;
    if (!needsCount(this.subjectOf(start, facts[side]), facts.prices)) return;
    const canSend = await this.services.canSend(start.contender);
    // Meanwhile the person may have taken something out, or sent it all.
    if (!canSend || this.isOver || reading !== this.readings) return;
    await this.counts.count(start);
  }
}
