import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { splitLines, withoutTerminator } from '../../core/diff/lines.ts';
import { type ChoiceSummary, summarizeChoices } from './choiceSummary.ts';
import { type CodeContext, CodeContextSource, useCode } from './codeContext.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import type { Send } from './hostPort.ts';
import { nameHunks } from './hunkNames.ts';
import { type PanelContext, PanelContextSource, usePanel, WordsSource } from './panelContext.ts';
import type { PanelState, PanelView } from './panelState.ts';
import { useColourist } from './useColourist.ts';
import { useKeys } from './useKeys.ts';
import { usePageScroll } from './usePageScroll.ts';
import type { Page, ViewState } from './viewState.ts';
import { AgainstCode } from './views/againstCode.tsx';
import { AgainstEachOther } from './views/againstEachOther.tsx';
import { NarrowTabs } from './views/narrowTabs.tsx';
import { RequestPage } from './views/requestPage.tsx';
import { ResultView } from './views/resultView.tsx';
import { RowsView } from './views/rowsView.tsx';

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
  const summary = useMemo(() => summarizeChoices(view, names, texts), [view, names, texts]);
  const [focusWanted, wantFocus] = useState<{ readonly hunkId: string } | null>(null);
  const goToHunk = useCallback(
    (hunkId: string) => {
      const side = names.get(hunkId)?.side;
      changeViewState((state) => ({
        ...state,
        currentHunk: hunkId,
        narrowSide: side ?? state.narrowSide,
        page: state.page === 'result' || state.page === 'request' ? 'against-code' : state.page,
      }));
      wantFocus({ hunkId });
    },
    [names, changeViewState],
  );
  useLayoutEffect(() => {
    if (focusWanted === null) return;
    const element = document.querySelector<HTMLElement>(`[data-hunk="${CSS.escape(focusWanted.hunkId)}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }, [focusWanted]);
  const panel = useMemo<PanelContext>(
    () => ({ view, texts, names, viewState, changeViewState, goToHunk, send }),
    [view, texts, names, viewState, changeViewState, goToHunk, send],
  );
  useKeys(panel, summary);
  const page = pageOf(view, viewState);
  // The same element while only words come in: then nothing is rendered but the parts that show words.
  const frame = useMemo(() => <PanelFrame page={page} summary={summary} />, [page, summary]);
  return (
    <CodeContextSource.Provider value={code}>
      <PanelContextSource.Provider value={panel}>
        <WordsSource.Provider value={words}>{frame}</WordsSource.Provider>
      </PanelContextSource.Provider>
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
  const digits = useMemo(() => digitsOf(view, baseLines), [view.left.hunks, view.right.hunks, baseLines]);
  return (
    <>
      <Header page={page} />
      {page === 'against-code' && <NarrowTabs />}
      <div class={`page ${page}`} style={{ '--digits': String(digits) }}>
        <PageContent page={page} />
      </div>
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
  const colourist = useColourist(colours);
  // During rendering, since the lines below ask for their colours as soon as they are there.
  useMemo(() => {
    if (colourist === null) return;
    const languages = new Map(baseFiles.map(({ path, languageId }) => [path, languageId]));
    for (const [path, lines] of baseLines) {
      colourist.add({
        kind: 'base',
        path,
        languageId: languages.get(path) ?? '',
        lines: lines.map(withoutTerminator),
      });
    }
    const ofTask = baseFiles[0]?.languageId ?? '';
    for (const { id, path, baseStart, newLines } of [...left.hunks, ...right.hunks]) {
      colourist.add({
        kind: 'hunk',
        hunkId: id,
        path,
        languageId: languages.get(path) ?? ofTask,
        baseStart,
        lines: newLines.map(withoutTerminator),
      });
    }
  }, [colourist, baseFiles, baseLines, left.hunks, right.hunks]);
  return useMemo(() => ({ texts, baseLines, colourist }), [texts, baseLines, colourist]);
}
