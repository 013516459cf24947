import type { JSX } from 'preact';
import type { Side } from '../../core/side.ts';
import type { NoticeView } from '../../shared/comparisonView.ts';
import { ActionButton } from './actionButton.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './iconName.ts';
import { usePanel } from './panelContext.ts';

const icons: Readonly<Record<NoticeView['tone'], IconName>> = {
  information: 'info',
  success: 'check',
  warning: 'warning',
  error: 'error',
};

/** One sentence that says what happened, and what helps. The first action is the best one. */
export function NoticeBox({ notice, side }: { readonly notice: NoticeView; readonly side: Side | null }): JSX.Element {
  const { send } = usePanel();
  return (
    <div class={`notice ${notice.tone}`}>
      <Icon name={icons[notice.tone]} />
      <p>{notice.sentence}</p>
      {notice.actions.length > 0 && (
        <div class="notice-actions">
          {notice.actions.map(({ id, label }, index) => (
            <ActionButton
              key={id}
              look={index === 0 ? 'secondary' : 'quiet'}
              onPress={() => send('action-chosen', { side, action: id })}
            >
              {label}
            </ActionButton>
          ))}
        </div>
      )}
    </div>
  );
}
