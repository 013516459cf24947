import type { JSX } from 'preact';
import type { PanelTexts } from '../../shared/panelTexts.ts';
import { ActionButton } from './actionButton.tsx';
import type { ChoiceSummary } from './choiceSummary.ts';
import { fill, formatCount, formatTokens } from './format.ts';
import { Icon } from './icon.tsx';
import { KeyHint } from './keyHint.tsx';
import { commandKey } from './keyNames.ts';
import { NoticeBox } from './noticeBox.tsx';
import { OutlookSummary } from './outlook/outlookSummary.tsx';
import { usePanel } from './panelContext.ts';
import { TargetLine } from './targetLine.tsx';
import type { Page } from './viewState.ts';

interface FooterProps {
  readonly page: Page;
  readonly summary: ChoiceSummary;
}

/** What the choices come to, in words, and the ways to end a comparison. It stays at the bottom of the window. */
export function Footer({ page, summary }: FooterProps): JSX.Element {
  const { view } = usePanel();
  return (
    <footer>
      {view.notice !== null && (
        <div aria-live="polite">
          <NoticeBox notice={view.notice} side={null} />
        </div>
      )}
      {view.phase === 'draft' && <SendBar />}
      {view.phase === 'open' && <ChoiceBar page={page} summary={summary} />}
    </footer>
  );
}

function SendBar(): JSX.Element {
  const { view, texts, send } = usePanel();
  const { left, right } = view.request;
  const leftTokens = formatTokens(left.estimatedInputTokens, view.locale);
  const rightTokens = formatTokens(right.estimatedInputTokens, view.locale);
  return (
    <div class="footer-bar">
      {view.outlook === null ? (
        <span class="summary">{fill(texts.estimates, leftTokens, view.left.label, rightTokens, view.right.label)}</span>
      ) : (
        <OutlookSummary outlook={view.outlook} />
      )}
      <ActionButton look="primary" onPress={() => send('request-sent', {})}>
        {texts.sendToBoth}
        <KeyHint>{commandKey('Enter')}</KeyHint>
      </ActionButton>
    </div>
  );
}

function ChoiceBar({ page, summary }: FooterProps): JSX.Element {
  const { view, texts, send, changeViewState } = usePanel();
  const offersHunks = summary.anyHunks || view.task.kind !== 'ask';
  const shown = page === 'result';
  return (
    <div class="footer-bar">
      <span class="summary" aria-live="polite">
        {summary.text}
      </span>
      {summary.openConflicts.length > 0 && <ConflictCount hunkIds={summary.openConflicts} />}
      {view.task.target !== null && summary.anyHunks && <TargetLine target={view.task.target} />}
      <span class="footer-actions">
        <ActionButton look="secondary" onPress={() => send('comparison-declined', {})}>
          {texts.neitherIsRight}
          <KeyHint>N</KeyHint>
        </ActionButton>
        {offersHunks && (
          <ActionButton
            look="secondary"
            disabledBecause={shown || summary.accepted > 0 ? null : texts.acceptFirst}
            onPress={() => changeViewState((state) => ({ ...state, page: shown ? 'against-code' : 'result' }))}
          >
            {shown ? texts.backToHunks : texts.seeResult}
            <KeyHint>V</KeyHint>
          </ActionButton>
        )}
        {offersHunks && (
          <ActionButton
            look="primary"
            disabledBecause={whyNotApplied(summary, texts)}
            onPress={() => send('accepted-applied', {})}
            name={texts.apply}
          >
            {texts.apply}
            <KeyHint>{commandKey('Enter')}</KeyHint>
          </ActionButton>
        )}
      </span>
    </div>
  );
}

/** How many places the person changed too, and what becomes of them; pressing it goes to the first. */
function ConflictCount({ hunkIds }: { readonly hunkIds: readonly string[] }): JSX.Element {
  const { texts, goToHunk } = usePanel();
  const count = hunkIds.length;
  return (
    <button type="button" class="conflict-count" onClick={() => goToHunk(hunkIds[0] ?? '')}>
      <Icon name="warning" />
      <span>
        <b>{formatCount(count, texts.conflictsOne, texts.conflictsMany)}</b>{' '}
        <span class="dim">{count === 1 ? texts.applyLeavesOne : texts.applyLeavesMany}</span>
      </span>
    </button>
  );
}

/** Why there is nothing to apply, or null. */
export function whyNotApplied(
  { accepted, applicable }: Pick<ChoiceSummary, 'accepted' | 'applicable'>,
  texts: PanelTexts,
): string | null {
  if (accepted === 0) return texts.acceptFirst;
  return applicable === 0 ? texts.resolveFirst : null;
}
