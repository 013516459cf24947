import type { PreviewEnvelope, PreviewHostMessages } from '../../shared/previewMessages.ts';
import type { PreviewView } from '../../shared/previewView.ts';

/** What the page knows from the host. */
export interface PreviewState {
  /** Null before the host has posted anything. */
  readonly view: PreviewView | null;
  /** axe-core's text, or null before it was asked for. */
  readonly checker: string | null;
  /** The text of what draws pictures of pages, or null before it was asked for. */
  readonly painter: string | null;
}

/** Before the host has posted anything. */
export const emptyPreviewState: PreviewState = { view: null, checker: null, painter: null };

/** The state after a message of the host's. */
export function applyPreviewMessage(state: PreviewState, message: PreviewEnvelope<PreviewHostMessages>): PreviewState {
  switch (message.type) {
    case 'view-replaced':
      return { ...state, view: message.payload.view };
    case 'side-changed': {
      const { view } = message.payload;
      return state.view === null ? state : { ...state, view: { ...state.view, [view.side]: view } };
    }
    case 'checker-told':
      return { ...state, checker: message.payload.script };
    case 'painter-told':
      return { ...state, painter: message.payload.script };
  }
}
