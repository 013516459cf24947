import type { JSX } from 'preact';
import type { ImageView } from '../../shared/imageView.ts';
import { useImage } from './imageContext.ts';

/** What each side is sent, word for word, folded. */
export function WhatIsSent({ view }: { readonly view: ImageView }): JSX.Element | null {
  const { texts } = useImage();
  if (view.requests === null) return null;
  return (
    <details class="sent">
      <summary>{texts.whatIsSent}</summary>
      <div class="sides">
        {[view.requests.left, view.requests.right].map(({ label, endpoint, body }, index) => (
          <section key={index === 0 ? 'left' : 'right'} aria-label={label}>
            <p class="path">{endpoint}</p>
            <pre>{body}</pre>
          </section>
        ))}
      </div>
    </details>
  );
}
