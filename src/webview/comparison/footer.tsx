import type { JSX } from 'preact';
import { ActionButton } from './actionButton.tsx';
import type { ChoiceSummary } from './choiceSummary.ts';
import { fill, formatTokens } from './format.ts';
import { KeyHint } from './keyHint.tsx';
import { NoticeBox } from './noticeBox.tsx';
import { usePanel } from './panelContext.ts';
import type { Page } from './viewState.ts';

/** How the key for the main action is written where the panel is shown, which need not be where the host runs. */
const applyKey = navigator.platform.startsWith('Mac') ? '⌘↩' : 'Ctrl+Enter';

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
      <span class="summary">{fill(texts.estimates, leftTokens, view.left.label, rightTokens, view.right.label)}</span>
      <ActionButton look="primary" onPress={() => send('request-sent', {})}>
        {texts.sendToBoth}
        <KeyHint>{applyKey}</KeyHint>
      </ActionButton>
    </div>
  );
}

function ChoiceBar({ page, summary }: FooterProps): JSX.Element {
  const { view, texts, send, changeViewState } = usePanel();
  const offersHunks = summary.anyHunks || view.task.kind === 'fix';
  const shown = page === 'result';
  return (
    <div class="footer-bar">
      <span class="summary" aria-live="polite">
        {summary.text}
      </span>
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
            disabledBecause={summary.accepted > 0 ? null : texts.acceptFirst}
            onPress={() => send('accepted-applied', {})}
            name={texts.apply}
          >
            {texts.apply}
            <KeyHint>{applyKey}</KeyHint>
          </ActionButton>
        )}
      </span>
    </div>
  );
}
