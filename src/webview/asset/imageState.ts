import type { ImageEnvelope, ImageHostMessages } from '../../shared/imageMessages.ts';
import type { ImageView } from '../../shared/imageView.ts';

/** What the page knows after a message of the host's; null before the first view. */
export function applyImageMessage(view: ImageView | null, message: ImageEnvelope<ImageHostMessages>): ImageView | null {
  if (message.type === 'view-replaced') return message.payload.view;
  if (view === null) return null;
  switch (message.type) {
    case 'side-changed':
      return { ...view, [message.payload.view.side]: message.payload.view };
    case 'picture-changed':
      return { ...view, pictures: { ...view.pictures, [message.payload.side]: message.payload.picture } };
    case 'requests-changed':
      return { ...view, requests: message.payload.requests };
  }
}
