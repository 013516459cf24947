import { isAwaited } from '../../core/answer.ts';
import { previewKind } from '../../core/preview/previewKind.ts';
import type { ScriptBar } from '../../core/preview/scriptPermission.ts';
import type { Side } from '../../core/side.ts';
import { sides } from '../../core/side.ts';
import type { NoScriptsReason } from '../../shared/noScriptsReason.ts';
import type { ComponentReport, PageFault, PreviewLook, PreviewSideView } from '../../shared/previewView.ts';
import type { ComparisonSession } from '../comparisonSession.ts';
import type { Clock, Log } from '../ports.ts';
import { Throttle } from '../throttle.ts';
import { isAtEnd } from './isAtEnd.ts';
import type { PreviewAssets, PreviewSource } from './previewPorts.ts';
import { nothingYet, type SideNow } from './sideNow.ts';
import { candidateFile, candidateKey, filesToPreview } from './sidePage.ts';
import { WrittenProps } from './writtenProps.ts';

/** No page is rendered more often than five times a second. */
const renderEveryMs = 200;

/** Nobody writes a page of that size by hand or by model; in characters. */
const longestPage = 2_000_000;

/** How pages look unless somebody chooses otherwise. */
const plainLook: PreviewLook = { scheme: 'system', rightToLeft: false, reducedMotion: false, dataSet: 'typical' };

/** What the projection needs around it. */
export interface PreviewServices {
  readonly source: PreviewSource;
  readonly assets: PreviewAssets;
  readonly clock: Clock;
  readonly log: Log;
  /** Why no page's scripts may run here, or null. */
  readonly whyNoScripts: () => ScriptBar | null;
}

/** What documents are made for at the moment. */
export interface FrameSurroundings {
  readonly nonce: string;
  readonly frameScript: string;
}

/** Follows a comparison and keeps both sides' pages as documents: rendered at most so often, the last good one kept. */
export class PreviewProjection {
  readonly #session: ComparisonSession;
  readonly #services: PreviewServices;
  readonly #surroundings: () => FrameSurroundings;
  readonly #didChange: (side: Side) => void;
  readonly #didChangeFiles: () => void;
  readonly #throttles: Readonly<Record<Side, Throttle>>;
  readonly #listener: { dispose(): void };
  readonly #running = new Set<Side>();
  readonly #consents = new Map<Side, string>();
  readonly #assets = new Map<string, Promise<Uint8Array | null>>();
  readonly #renderings: Record<Side, Promise<unknown>> = { left: Promise.resolve(), right: Promise.resolve() };
  readonly #written = new WrittenProps();
  #sides: Readonly<Record<Side, SideNow>> = { left: nothingYet, right: nothingYet };
  #files: readonly string[];
  #path: string | null;
  #look = plainLook;
  #revision = 0;

  /**
   * @param didChange hears of a side whose page is another one now
   * @param didChangeFiles hears when there are other files to choose from
   */
  constructor(
    session: ComparisonSession,
    services: PreviewServices,
    surroundings: () => FrameSurroundings,
    didChange: (side: Side) => void,
    didChangeFiles: () => void,
  ) {
    this.#session = session;
    this.#services = services;
    this.#surroundings = surroundings;
    this.#didChange = didChange;
    this.#didChangeFiles = didChangeFiles;
    this.#files = filesToPreview(session.comparison);
    this.#path = this.#files[0] ?? null;
    const throttle = (side: Side) => new Throttle(services.clock, renderEveryMs, () => this.#begin(side));
    this.#throttles = { left: throttle('left'), right: throttle('right') };
    this.#listener = session.onDidChange((now, before) => {
      if (sides.some((side) => now[side].hunks !== before[side].hunks)) this.#readFiles();
      for (const side of sides) {
        if (now[side].hunks !== before[side].hunks || now[side].status !== before[side].status) {
          this.#throttles[side].ask();
        }
        const { status, cost } = now[side];
        const isOther = status !== before[side].status || cost !== before[side].cost;
        if (!isAwaited(now[side]) && isOther) didChange(side);
      }
    });
  }

  get files(): readonly string[] {
    return this.#files;
  }

  /** The chosen file's place among them; 0 where there is none. */
  get file(): number {
    return this.#path === null ? 0 : Math.max(0, this.#files.indexOf(this.#path));
  }

  get look(): PreviewLook {
    return this.#look;
  }

  /** Whether any side's page has its own scripts in it. */
  get runsScripts(): boolean {
    return sides.some((side) => this.#mayRun(side));
  }

  side(side: Side): PreviewSideView {
    const answer = this.#session.comparison[side];
    const { contender, status, startedAt, endedAt, cost, failure } = answer;
    const { label } = contender;
    const underWay = isAwaited(answer);
    const unchanged = this.#candidate(side)?.unchanged ?? false;
    const { page } = this.#sides[side];
    const figures = { startedAt, endedAt, cost, failureKind: failure?.kind ?? null };
    const ownProps = this.#written.asWritten(side, this.#path);
    return { side, label, underWay, status, unchanged, figures, noScripts: this.whyNoScripts(side), ownProps, page };
  }

  /** Why a side's scripts cannot be run, or null. */
  whyNoScripts(side: Side): NoScriptsReason | null {
    const underWay = isAwaited(this.#session.comparison[side]);
    // Where there is nothing to run, it is of no interest why nothing may.
    if (!underWay && !this.#sides[side].hasScripts) return 'no-scripts';
    return this.#services.whyNoScripts() ?? (underWay ? 'under-way' : null);
  }

  /** Shows another one of the files; a place that is none changes nothing. */
  chooseFile(file: number): void {
    const path = this.#files[file];
    if (path === undefined || path === this.#path) return;
    this.#path = path;
    this.#sides = { left: nothingYet, right: nothingYet };
    for (const side of sides) this.#begin(side);
  }

  chooseLook(look: PreviewLook): void {
    this.#look = look;
    for (const side of sides) this.#begin(side);
  }

  /** Shows a side's component of the chosen file with what the person wrote, once it can be used; null for the data set. */
  writeProps(side: Side, json: string | null): void {
    this.#written.write(side, this.#path, json);
    this.#begin(side);
  }

  /** The person agreed: this candidate's scripts may run. It takes `renderAll` to be seen. */
  allowScripts(side: Side): void {
    if (this.whyNoScripts(side) === null) this.#consents.set(side, candidateKey(this.#session.comparison[side]));
  }

  stopScripts(side: Side): void {
    this.#consents.delete(side);
  }

  /** Makes both documents anew. Resolves when they are there; nobody is told of them on the way. */
  async renderAll(): Promise<void> {
    this.#assets.clear();
    await Promise.all(sides.map((side) => this.#render(side)));
  }

  dispose(): void {
    this.#listener.dispose();
    for (const side of sides) this.#throttles[side].callOff();
  }

  #readFiles(): void {
    const files = filesToPreview(this.#session.comparison);
    const isSame = files.length === this.#files.length && files.every((path, index) => path === this.#files[index]);
    if (isSame) return;
    this.#files = files;
    if (this.#path === null || !files.includes(this.#path)) this.#path = files[0] ?? null;
    this.#didChangeFiles();
  }

  #candidate(side: Side) {
    return this.#path === null ? null : candidateFile(this.#session.comparison, side, this.#path);
  }

  #mayRun(side: Side): boolean {
    const isAgreed = this.#consents.get(side) === candidateKey(this.#session.comparison[side]);
    return isAgreed && this.#services.whyNoScripts() === null;
  }

  /** One rendering of a side at a time; what was asked for meanwhile comes right after. */
  #begin(side: Side): void {
    if (this.#running.has(side)) {
      this.#throttles[side].ask();
      return;
    }
    this.#running.add(side);
    const work = this.#render(side).then((isNew) => {
      this.#running.delete(side);
      if (isNew) this.#didChange(side);
    });
    work.catch((error: unknown) => {
      this.#running.delete(side);
      this.#services.log.error('A page of the preview could not be rendered', error);
    });
  }

  /** Gives whether the side has another page then. One after the other: none may end after one that began later. */
  #render(side: Side): Promise<boolean> {
    const rendering = this.#renderings[side].then(() => this.#renderNow(side));
    this.#renderings[side] = rendering.catch(() => undefined);
    return rendering;
  }

  async #renderNow(side: Side): Promise<boolean> {
    const { comparison } = this.#session;
    const candidate = this.#candidate(side);
    const kind = candidate === null ? null : previewKind(candidate.path);
    if (candidate === null || kind === null) {
      const page = { kind: isAwaited(comparison[side]) ? 'waiting' : 'absent' } as const;
      return this.#set(side, { ...nothingYet, page, madeFrom: page.kind });
    }
    const renderer = this.#services.source[kind];
    const { text, underWay, path } = candidate;
    if (text === null || text.length > longestPage) {
      const page = { kind: underWay ? 'waiting' : 'absent' } as const;
      return this.#set(side, { ...nothingYet, page, madeFrom: `${page.kind} ${path}` });
    }
    const runScripts = this.#mayRun(side);
    const surroundings = this.#surroundings();
    const styles = comparison[side].hunks.filter((hunk) => hunk.path !== path).map(({ newLines }) => newLines.join(''));
    const ownProps = this.#written.usable(side, path);
    const world = [styles, this.#look, runScripts, surroundings.nonce, underWay, ownProps];
    const madeFrom = JSON.stringify([path, text, world]);
    if (this.#sides[side].madeFrom === madeFrom) return false;
    const rendered = await renderer({
      path,
      text,
      look: this.#look,
      runScripts,
      ownProps,
      tailwind: comparison.task.ui?.tailwind === true,
      underWay,
      ...surroundings,
      read: (other) => this.#read(other, candidate.read),
    });
    if (this.#path !== path) return false;
    const { document, leftOut, hasScripts, component, messages, fault } = rendered;
    const hasPage = this.#sides[side].page.kind === 'page';
    if (fault !== null) {
      // What is still being written has faults because it has no end yet, and what could be read of it may fail for what
      // is still to come; what is seen keeps its place.
      const isEarly = underWay && (!hasPage || component !== null || isAtEnd(fault, text));
      const now = this.#withFault(side, isEarly ? null : fault, component);
      return this.#set(side, { ...now, hasScripts, madeFrom });
    }
    // A document whose head is still being written has nothing to be seen: the last good one stays.
    const isBlank = !rendered.hasContent && underWay;
    if (isBlank) return hasPage ? false : this.#set(side, { ...nothingYet, madeFrom });
    this.#revision += 1;
    const page = {
      kind: 'page',
      revision: this.#revision,
      document,
      runsScripts: runScripts,
      bytes: new TextEncoder().encode(text).length,
      leftOut,
      component,
      messages,
      fault: null,
      complete: !underWay,
    } as const;
    return this.#set(side, { page, hasScripts, madeFrom });
  }

  /** The last good page with what is wrong since, or that alone. */
  #withFault(side: Side, fault: PageFault | null, component: ComponentReport | null): SideNow {
    const { page, ...rest } = this.#sides[side];
    if (page.kind === 'page') return { ...rest, page: { ...page, fault, component: component ?? page.component } };
    return fault === null ? nothingYet : { ...rest, page: { kind: 'faulty', fault, component } };
  }

  #set(side: Side, now: SideNow): boolean {
    const isNew = this.#sides[side].madeFrom !== now.madeFrom;
    this.#sides = { ...this.#sides, [side]: now };
    return isNew;
  }

  async #read(path: string, ofCandidate: (path: string) => string | null): Promise<Uint8Array | null> {
    const own = ofCandidate(path);
    if (own !== null) return new TextEncoder().encode(own);
    const known = this.#assets.get(path);
    if (known !== undefined) return await known;
    const read = this.#services.assets.read(path, this.#session.comparison.task.file);
    this.#assets.set(path, read);
    return await read;
  }
}
