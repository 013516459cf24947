import type { JSX } from 'preact';
import type { Violation } from '../../core/preview/evidence.ts';
import { impacts } from '../../core/preview/evidence.ts';
import type { AnswerFigures, PageView } from '../../shared/previewView.ts';
import { fill, formatCount } from '../comparison/format.ts';
import { AnswerFacts } from './answerFacts.tsx';
import { countFaint } from './contrast.ts';
import { narrowWidth } from './narrowWidth.ts';
import { PageNotes } from './pageNotes.tsx';
import { usePreview } from './previewContext.ts';
import type { SideEvidence } from './sideEvidence.ts';

interface EvidenceListProps {
  readonly label: string;
  readonly page: PageView;
  readonly figures: AnswerFigures;
  /** Why its scripts never run here, where it has some; else null. */
  readonly noScripts: string | null;
  readonly evidence: SideEvidence;
  /** The element that the person points at; null for none any more. */
  readonly onPoint: (selector: string | null) => void;
}

/** What was found out about a page and its answer: figures, faults by impact, how it was made, what it logged. */
export function EvidenceList({ label, page, figures, noScripts, evidence, onPoint }: EvidenceListProps): JSX.Element {
  const { texts, locale } = usePreview();
  const { state, violations, narrow } = evidence;
  const messages = [...page.messages, ...evidence.messages];
  const faint = countFaint(violations);
  const kilobytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(page.bytes / 1000);
  const sorted = impacts.flatMap((impact) => violations.filter((violation) => violation.impact === impact));
  return (
    <section class="evidence" aria-label={fill(texts.evidence, label)}>
      <ul class="facts">
        <li>{fill(texts.size, kilobytes)}</li>
        <AnswerFacts figures={figures} />
        {narrow !== null && (
          <li class={narrow > narrowWidth ? 'bad' : 'good'}>
            {narrow > narrowWidth ? fill(texts.overflows, Math.round(narrow)) : texts.fits}
          </li>
        )}
        {state === 'checking' && <li>{texts.checking}</li>}
        {state === 'failed' && <li class="bad">{texts.checkFailed}</li>}
        {state === 'told' && (
          <li class={faint > 0 ? 'bad' : 'good'}>
            {faint > 0 ? formatCount(faint, texts.contrastOne, texts.contrastMany) : texts.contrastFine}
          </li>
        )}
        {state === 'told' && violations.length === 0 && <li class="good">{texts.noFaults}</li>}
      </ul>
      {page.runsScripts && <p class="dim">{texts.reported}</p>}
      {noScripts !== null && <p class="dim">{noScripts}</p>}
      {page.component !== null && <PageNotes notes={page.component.notes} />}
      {page.leftOut.length > 0 && <p class="dim">{fill(texts.leftOut, page.leftOut.join(', '))}</p>}
      {sorted.map((violation) => (
        <Fault key={violation.rule} violation={violation} onPoint={onPoint} />
      ))}
      {messages.length > 0 && (
        <details>
          <summary>{formatCount(messages.length, texts.errorOne, texts.errorMany)}</summary>
          <ul class="messages">
            {messages.map(({ level, text }) => (
              <li class={level}>
                <span class="level">{texts.levels[level]}</span> {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface FaultProps {
  readonly violation: Violation;
  readonly onPoint: (selector: string | null) => void;
}

/** One rule that is broken, and by which elements. */
function Fault({ violation, onPoint }: FaultProps): JSX.Element {
  const { texts } = usePreview();
  const { rule, impact, help, count, elements } = violation;
  return (
    <details class="fault">
      <summary>
        <span class={`impact ${impact}`}>{texts.impacts[impact]}</span>{' '}
        <span>
          {help}{' '}
          <span class="dim">
            {rule} · {formatCount(count, texts.elementOne, texts.elementMany)}
          </span>
        </span>
      </summary>
      <ul class="elements">
        {elements.map(({ selector, why }) => (
          <li key={selector}>
            <button
              type="button"
              class="element"
              title={why}
              aria-label={fill(texts.showElement, selector)}
              onMouseEnter={() => onPoint(selector)}
              onMouseLeave={() => onPoint(null)}
              onFocus={() => onPoint(selector)}
              onBlur={() => onPoint(null)}
            >
              {selector}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
