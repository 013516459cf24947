import type { JSX } from 'preact';
import { type Side, sides } from '../../../core/side.ts';
import type { PieceView } from '../../../shared/comparisonView.ts';
import { showHiddenCharacters, showHiddenInLines } from '../code/visibleText.ts';
import { fill, formatTokens } from '../format.ts';
import { ImagePiece } from '../images/imagePiece.tsx';
import { ImageSection } from '../images/imageSection.tsx';
import { OutlookSection } from '../outlook/outlookSection.tsx';
import { usePanel } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';

/** Word for word what is sent: to both, the same text; to each, its own parameters. */
export function RequestPage(): JSX.Element {
  const { view, texts } = usePanel();
  const { request } = view;
  const isDraft = view.phase === 'draft';
  const pictures = request.pieces.filter(({ image }) => image !== null);
  const others = request.pieces.filter(({ image }) => image === null);
  const draftLead = view.outlook?.wasSentToBeCounted === true ? texts.sentToBeCounted : texts.nothingSentYet;
  return (
    <div class="request-page">
      <h2>{isDraft ? texts.whatWillBeSent : texts.whatWasSent}</h2>
      <p class="request-lead">{isDraft ? draftLead : texts.bothGotTheSame}</p>
      {isDraft && view.outlook !== null && <OutlookSection outlook={view.outlook} />}
      <ImageSection isDraft={isDraft}>
        {pictures.map((piece) => (
          <Piece key={piece.id} piece={piece} canChange={isDraft} />
        ))}
      </ImageSection>
      {others.length > 0 && (
        <section class="request-section">
          <h3>{texts.pieces}</h3>
          <ul class="pieces">
            {others.map((piece) => (
              <Piece key={piece.id} piece={piece} canChange={isDraft} />
            ))}
          </ul>
        </section>
      )}
      <section class="request-section">
        <h3>{texts.userText}</h3>
        <pre class="plain-code">{showHiddenInLines(request.user)}</pre>
      </section>
      <section class="request-section">
        <h3>{texts.systemText}</h3>
        <pre class="plain-code">{showHiddenInLines(request.system)}</pre>
      </section>
      <div class="request-sides">
        {sides.map((side) => (
          <RequestSide key={side} side={side} />
        ))}
      </div>
    </div>
  );
}

function RequestSide({ side }: { readonly side: Side }): JSX.Element {
  const { view, texts } = usePanel();
  const { endpoint, body, estimatedInputTokens } = view.request[side];
  const { label } = view[side];
  return (
    <section class="request-section">
      <h3>
        <SideMark side={side} />
        {label}
      </h3>
      <dl>
        <dt>{texts.sentTo}</dt>
        <dd class="path">{endpoint}</dd>
        <dt>{texts.tokensIn}</dt>
        <dd>{fill(texts.aboutTokens, formatTokens(estimatedInputTokens, view.locale))}</dd>
      </dl>
      <details>
        <summary>{texts.wholeBody}</summary>
        <pre class="plain-code">{showHiddenInLines(body)}</pre>
      </details>
    </section>
  );
}

interface PieceProps {
  readonly piece: PieceView;
  readonly canChange: boolean;
}

function Piece({ piece, canChange }: PieceProps): JSX.Element {
  const { texts, send } = usePanel();
  const { id, title, path, line, text, included, image } = piece;
  return (
    <li class={included ? 'piece' : 'piece left-out'}>
      <div class="piece-heading">
        {canChange ? (
          <label>
            <input
              type="checkbox"
              checked={included}
              onChange={(event) => send('piece-toggled', { pieceId: id, included: event.currentTarget.checked })}
            />
            {title}
          </label>
        ) : (
          <span>{title}</span>
        )}
        {image === null && <span class="path">{`${showHiddenCharacters(path)}:${line}`}</span>}
        {!included && <span class="tag">{canChange ? texts.leftOut : texts.wasLeftOut}</span>}
      </div>
      {image === null ? (
        <details>
          <summary>{texts.showText}</summary>
          <pre class="plain-code">{showHiddenInLines(text)}</pre>
        </details>
      ) : (
        <ImagePiece image={image} name={path} included={included} />
      )}
    </li>
  );
}
