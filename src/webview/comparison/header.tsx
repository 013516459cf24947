import type { JSX } from 'preact';
import { ActionButton } from './actionButton.tsx';
import { showHiddenCharacters } from './code/visibleText.ts';
import { fill } from './format.ts';
import { Icon } from './icon.tsx';
import { usePanel } from './panelContext.ts';
import { isAnyUnderWay } from './panelState.ts';
import { useJustEnded } from './useJustEnded.ts';
import type { Page } from './viewState.ts';

/** What was asked, the ways to look at the answers, and what was sent. */
export function Header({ page }: { readonly page: Page }): JSX.Element {
  const { view, texts, send } = usePanel();
  const { kind, path, lines, instruction, scripted } = view.task;
  const isDraft = view.phase === 'draft';
  const underWay = isAnyUnderWay(view);
  const cancelled = view.left.status === 'cancelled' || view.right.status === 'cancelled';
  const justEnded = useJustEnded(underWay, cancelled);
  const hasHunks = view.left.hunks.length + view.right.hunks.length > 0;
  return (
    <header class="task">
      <div class="asked">
        <b>{{ fix: texts.kindFix, ask: texts.kindAsk, ui: texts.kindUi }[kind]}</b>
        <span class="where">
          {showHiddenCharacters(path)}
          {lines !== null && `:${lines[0] === lines[1] ? lines[0] : `${lines[0]}–${lines[1]}`}`}
        </span>
        <span class="instruction" title={instruction}>
          {instruction}
        </span>
        {scripted && (
          <span class="tag scripted" title={texts.scriptedExplained}>
            <Icon name="beaker" />
            {texts.scripted}
          </span>
        )}
      </div>
      {!isDraft && (
        <div class="task-actions">
          {(hasHunks || view.task.kind !== 'ask') && <ViewSwitch page={page} />}
          <PageToggle page={page} target="request">
            {texts.whatWasSent}
          </PageToggle>
          {view.phase === 'open' && (
            <ActionButton
              look="quiet"
              disabledBecause={justEnded ? texts.onlyJustEnded : null}
              onPress={() => send(underWay ? 'answer-cancelled' : 'answer-asked-again', { side: null })}
            >
              {underWay ? texts.cancelBoth : texts.askAgain}
            </ActionButton>
          )}
        </div>
      )}
    </header>
  );
}

function ViewSwitch({ page }: { readonly page: Page }): JSX.Element {
  const { texts, changeViewState } = usePanel();
  const pages: readonly (readonly [Page, string])[] = [
    ['against-code', texts.againstMyCode],
    ['against-each-other', texts.againstEachOther],
    ['rows', texts.rows],
    ['result', texts.result],
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: these switch what is shown; nothing is filled in.
    <span class="segments" role="group" aria-label={texts.viewSwitch}>
      {pages.map(([target, words]) => (
        <button
          key={target}
          type="button"
          aria-pressed={page === target}
          onClick={() => changeViewState((state) => ({ ...state, page: target }))}
        >
          {words}
        </button>
      ))}
    </span>
  );
}

interface PageToggleProps {
  readonly page: Page;
  readonly target: Page;
  readonly children: string;
}

function PageToggle({ page, target, children }: PageToggleProps): JSX.Element {
  const { changeViewState, texts } = usePanel();
  const shown = page === target;
  return (
    <ActionButton
      look="quiet"
      pressed={shown}
      onPress={() => changeViewState((state) => ({ ...state, page: shown ? 'against-code' : target }))}
      {...(shown ? { hint: fill(texts.backTo, texts.againstMyCode) } : {})}
    >
      {children}
    </ActionButton>
  );
}
