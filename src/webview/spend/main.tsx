import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { SpendFilters } from '../../shared/spendView.ts';
import { ErrorBoundary } from '../comparison/errorBoundary.tsx';
import type { VsCodeApi } from '../comparison/hostPort.ts';
import { mountPage } from '../mountPage.tsx';
import { useHostMessages } from '../useHostMessages.ts';
import { Dashboard } from './dashboard.tsx';
import { type DashboardContext, DashboardContextSource } from './dashboardContext.ts';
import { applyDashboardEvent, emptyDashboardState, isBehind, isListBehind } from './dashboardState.ts';
import { createFormats } from './formats.ts';
import { spendHostMessage, spendSender } from './hostPort.ts';
import { restorePageState, withOpened } from './savedState.ts';
import './styles/spend.css';

/** How long after the last change the page's own state is saved, in milliseconds. */
const saveDelay = 200;

function Root({ api }: { readonly api: VsCodeApi }): JSX.Element | null {
  const [state, dispatch] = useReducer(applyDashboardEvent, emptyDashboardState);
  const [saved] = useState(() => restorePageState(api.getState()));
  const [opened, changeOpened] = useState(saved.opened);
  const [send] = useState(() => spendSender(api));
  const { view, filters, raw } = state;
  const latest = useRef(filters);
  latest.current = filters;

  useHostMessages(spendHostMessage, dispatch, send);
  // A page that is still being filled is not as high as it was.
  const isFilled = view !== null && view.report.kind !== 'loading' && view.requests.kind !== 'loading';
  const [isInPlace, setInPlace] = useState(false);
  useLayoutEffect(() => {
    if (!isFilled || isInPlace) return;
    requestAnimationFrame(() => {
      window.scrollTo(0, saved.scrollTop);
      setInPlace(true);
    });
  }, [isFilled, isInPlace, saved]);
  useSaving(api, filters, opened, isInPlace ? null : saved.scrollTop);

  const changeFilters = useCallback(
    (change: Partial<SpendFilters>) => {
      if (latest.current === null) return;
      const changed = { ...latest.current, ...change };
      dispatch({ type: 'filters-chosen', filters: changed });
      send('filters-changed', { filters: changed });
    },
    [send],
  );
  const setOpened = useCallback(
    (name: string, isOpen: boolean) => changeOpened((before) => withOpened(before, name, isOpen)),
    [],
  );
  const [texts, locale, timeZone] = [view?.texts, view?.locale, view?.timeZone];
  const formats = useMemo(
    () => (locale === undefined || timeZone === undefined ? null : createFormats(locale, timeZone)),
    [locale, timeZone],
  );
  const context = useMemo<DashboardContext | null>(
    () =>
      texts === undefined || locale === undefined || formats === null || filters === null
        ? null
        : { texts, locale, formats, filters, changeFilters, raw, opened, setOpened, send },
    [texts, locale, formats, filters, changeFilters, raw, opened, setOpened, send],
  );
  if (view === null || context === null) return null;
  return (
    <ErrorBoundary
      subject={view}
      sentence={view.texts.crashed}
      reload={view.texts.showAgain}
      onReload={() => send('panel-ready', {})}
    >
      <DashboardContextSource.Provider value={context}>
        <Dashboard view={view} isBehind={isBehind(state)} isListBehind={isListBehind(state)} />
      </DashboardContextSource.Provider>
    </ErrorBoundary>
  );
}

/**
 * Keeps what the person chose and opened over a reload, where the page was scrolled to included.
 *
 * @param heldTop where an earlier life of the page was scrolled to, as long as the page is not there again
 */
function useSaving(
  api: VsCodeApi,
  filters: SpendFilters | null,
  opened: readonly string[],
  heldTop: number | null,
): void {
  useEffect(() => {
    if (filters === null) return undefined;
    let timer = 0;
    const save = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(
        () => api.setState({ filters, opened, scrollTop: heldTop ?? window.scrollY }),
        saveDelay,
      );
    };
    save();
    window.addEventListener('scroll', save, { passive: true });
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('scroll', save);
    };
  }, [api, filters, opened, heldTop]);
}

mountPage(Root);
