import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { splitLines, withoutTerminator } from '../../core/diff/lines.ts';
import { type ChoiceSummary, summarizeChoices } from './choiceSummary.ts';
import { type CodeContext, CodeContextSource, useCode } from './codeContext.ts';
import { FollowUp } from './followUp/followUp.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import type { Send } from './hostPort.ts';
import { nameHunks } from './hunkNames.ts';
import { useImageJob } from './images/useImageJob.ts';
import { useOfferedFiles } from './images/useOfferedFiles.ts';
import {
  type PanelActions,
  PanelActionsSource,
  type PanelContext,
  PanelContextSource,
  usePanel,
  WordsSource,
} from './panelContext.ts';
import type { PanelState, PanelView } from './panelState.ts';
import { comparisonRows } from './rows/comparisonRows.ts';
import { RowsView } from './rows/rowsView.tsx';
import { useBarHeights } from './useBarHeights.ts';
import { useColourist } from './useColourist.ts';
import { useKeys } from './useKeys.ts';
import { usePageScroll } from './usePageScroll.ts';
import type { Page, ViewState } from './viewState.ts';
import { AgainstCode } from './views/againstCode.tsx';
import { AgainstEachOther } from './views/againstEachOther.tsx';
import { NarrowTabs } from './views/narrowTabs.tsx';
import { RequestPage } from './views/requestPage.tsx';
import { ResultView } from './views/resultView.tsx';

interface ComparisonPanelProps {
  readonly view: PanelView;
  readonly words: PanelState['words'];
  readonly viewState: ViewState;
  readonly changeViewState: PanelContext['changeViewState'];
  readonly send: Send;
}

/** One comparison: two answers, the choices between them, and how it ends. */
export function ComparisonPanel(props: ComparisonPanelProps): JSX.Element {
  const { view, words, viewState, changeViewState, send } = props;
  const { texts } = view;
  const code = useCodeContext(view);
  const leftHunks = view.left.hunks;
  const rightHunks = view.right.hunks;
  const names = useMemo(() => nameHunks(view), [leftHunks, rightHunks, view.left.label, view.right.label]);
  const rows = useMemo(() => comparisonRows(leftHunks, rightHunks), [leftHunks, rightHunks]);
  const summary = useMemo(() => summarizeChoices(view, names, texts), [view, names, texts]);
  const [focusWanted, wantFocus] = useState<{ readonly hunkId: string } | null>(null);
  const goToHunk = useCallback(
    (hunkId: string) => {
      const side = names.get(hunkId)?.side;
      if (side === undefined) return;
      const kind = rows.find(({ left, right }) => [...left, ...right].some(({ id }) => id === hunkId))?.kind;
      changeViewState((state) => ({
        ...state,
        rowFilter: state.rowFilter === kind ? state.rowFilter : null,
        currentHunk: hunkId,
        narrowSide: side,
        page: state.page === 'result' || state.page === 'request' ? 'against-code' : state.page,
      }));
      wantFocus({ hunkId });
    },
    [names, rows, changeViewState],
  );
  useLayoutEffect(() => {
    if (focusWanted === null) return;
    const element = document.querySelector<HTMLElement>(`[data-hunk~="${CSS.escape(focusWanted.hunkId)}"]`);
    // What VS Code wants shown while the person is in an editor must not pull the focus over here.
    if (document.hasFocus()) element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }, [focusWanted]);
  const panel = useMemo<PanelContext>(
    () => ({ view, texts, names, rows, viewState, changeViewState, goToHunk, send }),
    [view, texts, names, rows, viewState, changeViewState, goToHunk, send],
  );
  const actions = useMemo<PanelActions>(() => ({ changeViewState, goToHunk, send }), [changeViewState, goToHunk, send]);
  useKeys(panel, summary);
  useImageJob(view.draftImages.job, send);
  useOfferedFiles(view.phase === 'draft', send);
  const page = pageOf(view, viewState);
  // The same element while only words come in: then nothing is rendered but the parts that show words.
  const frame = useMemo(() => <PanelFrame page={page} summary={summary} />, [page, summary]);
  return (
    <CodeContextSource.Provider value={code}>
      <PanelActionsSource.Provider value={actions}>
        <PanelContextSource.Provider value={panel}>
          <WordsSource.Provider value={words}>{frame}</WordsSource.Provider>
        </PanelContextSource.Provider>
      </PanelActionsSource.Provider>
    </CodeContextSource.Provider>
  );
}

interface PanelFrameProps {
  readonly page: Page;
  readonly summary: ChoiceSummary;
}

function PanelFrame({ page, summary }: PanelFrameProps): JSX.Element {
  const { baseLines } = useCode();
  const { view } = usePanel();
  usePageScroll(page);
  useBarHeights();
  const digits = useMemo(() => digitsOf(view, baseLines), [view.left.hunks, view.right.hunks, baseLines]);
  return (
    <>
      <Header page={page} />
      {page === 'against-code' && <NarrowTabs />}
      <div class={`page ${page}`} style={{ '--digits': String(digits) }}>
        <PageContent page={page} />
      </div>
      {view.phase !== 'draft' && page !== 'result' && page !== 'request' && <FollowUp />}
      <Footer page={page} summary={summary} />
    </>
  );
}

/** Line numbers get as much room as the greatest of them needs. */
function digitsOf({ left, right }: Pick<PanelView, 'left' | 'right'>, baseLines: CodeContext['baseLines']): number {
  const oldLengths = [...baseLines.values()].map(({ length }) => length);
  const newLengths = [...left.hunks, ...right.hunks].map(({ newStart, newLines }) => newStart + newLines.length);
  return String(Math.max(10, ...oldLengths, ...newLengths)).length;
}

function PageContent({ page }: { readonly page: Page }): JSX.Element {
  switch (page) {
    case 'against-code':
      return <AgainstCode />;
    case 'against-each-other':
      return <AgainstEachOther />;
    case 'rows':
      return <RowsView />;
    case 'result':
      return <ResultView />;
    case 'request':
      return <RequestPage />;
  }
}

/** A draft shows what would be sent, until the person looks elsewhere. */
function pageOf(view: PanelView, { page }: ViewState): Page {
  return view.phase === 'draft' ? 'request' : (page ?? 'against-code');
}

function useCodeContext(view: PanelView): CodeContext {
  const { texts, baseFiles, colours, left, right } = view;
  const baseLines = useMemo(() => new Map(baseFiles.map(({ path, text }) => [path, splitLines(text)])), [baseFiles]);
  const languageOf = useMemo(() => {
    const languages = new Map(baseFiles.map(({ path, languageId }) => [path, languageId]));
    // Of a file that is made nobody has told the language; grammars go by the common endings, too.
    return (path: string) => languages.get(path) ?? /\.([^./]+)$/.exec(path.toLowerCase())?.[1] ?? '';
  }, [baseFiles]);
  const colourist = useColourist(colours);
  // During rendering, since the lines below ask for their colours as soon as they are there.
  useMemo(() => {
    if (colourist === null) return;
    for (const [path, lines] of baseLines) {
      colourist.add({
        kind: 'base',
        path,
        languageId: languageOf(path),
        lines: lines.map(withoutTerminator),
      });
    }
    for (const { id, path, baseStart, newLines } of [...left.hunks, ...right.hunks]) {
      colourist.add({
        kind: 'hunk',
        hunkId: id,
        path,
        languageId: languageOf(path),
        baseStart,
        lines: newLines.map(withoutTerminator),
      });
    }
  }, [colourist, languageOf, baseLines, left.hunks, right.hunks]);
  return useMemo(() => ({ texts, baseLines, languageOf, colourist }), [texts, baseLines, languageOf, colourist]);
}
