import type { JSX } from 'preact';
import type { TargetView } from '../../shared/comparisonView.ts';
import { ActionButton } from './actionButton.tsx';
import { showHiddenCharacters } from './code/visibleText.ts';
import { fill } from './format.ts';
import { usePanel } from './panelContext.ts';

/** Where what is made goes when it is applied, and how that is changed. */
export function TargetLine({ target }: { readonly target: TargetView }): JSX.Element {
  const { view, texts, send } = usePanel();
  const { path, isNew, isChosen } = target;
  return (
    <span class="target-line">
      <span class="dim" aria-live="polite">
        {fill(isNew ? texts.goesToNewFile : texts.changesFile, showHiddenCharacters(path))}
      </span>
      <ActionButton look="quiet" onPress={() => send('target-asked', { own: false })}>
        {isNew ? texts.changeTarget : texts.saveAsNewFile}
      </ActionButton>
      {isChosen && (
        <ActionButton look="quiet" onPress={() => send('target-asked', { own: true })}>
          {fill(texts.ownTarget, showHiddenCharacters(view.task.path))}
        </ActionButton>
      )}
    </span>
  );
}
