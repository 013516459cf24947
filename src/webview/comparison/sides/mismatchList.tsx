import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ActionButton } from '../actionButton.tsx';
import { showHiddenCharacters, showHiddenInLines } from '../code/visibleText.ts';
import { fill } from '../format.ts';
import { Icon } from '../icon.tsx';
import { usePanel } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';

/** Edits that did not land: why, and what the model meant, to be copied by hand. */
export function MismatchList({ mismatches }: Pick<SideOutline, 'mismatches'>): JSX.Element {
  return (
    <>
      {mismatches.map((mismatch, index) => (
        <MismatchCard key={index} mismatch={mismatch} />
      ))}
    </>
  );
}

function MismatchCard({ mismatch }: { readonly mismatch: SideOutline['mismatches'][number] }): JSX.Element {
  const { texts } = usePanel();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(mismatch.text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div class="mismatch">
      <div class="mismatch-bar">
        <Icon name="warning" />
        <span class="mismatch-title">
          <b>
            {mismatch.path === ''
              ? texts.callMadeNoSense
              : fill(texts.editDidNotLand, showHiddenCharacters(mismatch.path))}
          </b>
          <span>{mismatch.reason}</span>
        </span>
        {mismatch.text !== '' && (
          <ActionButton look="secondary" name={fill(texts.copyEdit, mismatch.path)} onPress={copy}>
            <Icon name={copied ? 'check' : 'copy'} />
            {copied ? texts.copied : texts.copy}
          </ActionButton>
        )}
      </div>
      {mismatch.text !== '' && <pre class="plain-code">{showHiddenInLines(mismatch.text)}</pre>}
    </div>
  );
}
