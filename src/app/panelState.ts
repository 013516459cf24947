import type { Answer } from '../core/answer.ts';
import { isAcceptable } from '../core/answer.ts';
import type { Comparison } from '../core/comparison.ts';
import { baseFiles, conflictsIn, driftedHunksIn, includedPieces } from '../core/comparison.ts';
import type { Contender } from '../core/contender.ts';
import type { Failure } from '../core/failure.ts';
import type { PieceImage, PromptImage } from '../core/images/image.ts';
import { imageTokens } from '../core/images/imageSight.ts';
import type { Prompt } from '../core/prompt.ts';
import { linesOfRange } from '../core/prompt.ts';
import type { Side } from '../core/side.ts';
import { estimateInput } from '../core/spend/estimate.ts';
import { makesFile } from '../core/task.ts';
import type {
  BaseFileView,
  ColoursView,
  ComparisonView,
  ConflictView,
  DraftImagesView,
  NoticeView,
  PieceImageView,
  RequestSideView,
  RequestView,
  SideChange,
  SideView,
  TargetView,
  TaskView,
} from '../shared/comparisonView.ts';
import type { OutlookView } from '../shared/outlookView.ts';
import type { PanelTexts } from '../shared/panelTexts.ts';
import type { RequestPreview } from './ports.ts';

/** The sentences a panel needs, in the person's language. */
export interface PanelSentences {
  describeFailure(failure: Failure, contender: Contender | null): NoticeView;
  describeOutcome(comparison: Comparison): NoticeView | null;
}

/** What a panel shows that does not come from the comparison itself. */
export interface PanelSurroundings {
  readonly draftImages: DraftImagesView;
  readonly outlook: OutlookView | null;
  readonly colours: ColoursView;
  readonly texts: PanelTexts;
  readonly locale: string;
  readonly sentences: PanelSentences;
}

/** The whole panel, complete enough to start from nothing. */
export function comparisonView(
  comparison: Comparison,
  request: RequestView,
  surroundings: PanelSurroundings,
): ComparisonView {
  const { sentences, draftImages, outlook, colours, texts, locale } = surroundings;
  return {
    comparisonId: comparison.id,
    phase: phaseOf(comparison),
    task: taskView(comparison),
    left: sideView(comparison.left, sentences),
    right: sideView(comparison.right, sentences),
    baseFiles: baseFileViews(comparison),
    choices: comparison.choices,
    ...driftView(comparison),
    notice: sentences.describeOutcome(comparison),
    request,
    draftImages,
    outlook,
    colours,
    texts,
    locale,
  };
}

/** A panel looks the same while context is gathered and while a choice is written as it does in between. */
export function phaseOf({ phase }: Comparison): ComparisonView['phase'] {
  return phase === 'draft' || phase === 'settled' ? phase : 'open';
}

/** How the person's own changes since the asking stand to the hunks. */
export function driftView(comparison: Comparison): Pick<ComparisonView, 'driftedHunks' | 'conflicts'> {
  return { driftedHunks: driftedHunksIn(comparison), conflicts: conflictViews(comparison) };
}

/** The part of a side that is sent anew whenever any of it changes. */
export function sideChange(answer: Answer, sentences: PanelSentences): SideChange {
  const { contender, retry } = answer;
  return {
    model: answer.returnedModel ?? contender.model,
    modelIsConfirmed: answer.returnedModel !== null,
    status: answer.status,
    growing: answer.growing,
    hunks: answer.hunks,
    readings: answer.readings,
    acceptable: isAcceptable(answer),
    mismatches: answer.mismatches,
    failure: answer.failure === null ? null : sentences.describeFailure(answer.failure, contender),
    failureKind: answer.failure === null ? null : answer.failure.kind,
    retry:
      retry === null
        ? null
        : {
            sentence: sentences.describeFailure(retry.failure, contender).sentence,
            attempt: retry.attempt,
            atMost: retry.atMost,
            untilMs: retry.scheduledAt + retry.delayMs,
          },
    requests: answer.requests,
    usage: answer.usage,
    usageIsFinal: answer.usageIsFinal,
    cost: answer.cost,
    terms: null,
    prices: answer.prices ?? null,
    startedAt: answer.startedAt,
    firstTokenAt: answer.firstTokenAt,
    endedAt: answer.endedAt,
  };
}

/** Word for word what each side is sent, but for the bytes of pictures, which are shown as what they are. */
export function requestView(
  comparison: Comparison,
  prompt: Prompt,
  previews: Readonly<Record<Side, RequestPreview>>,
): RequestView {
  const included = new Set(includedPieces(comparison).map((piece) => piece.id));
  const sent = prompt.system.length + prompt.user.length;
  const sideOf = (side: Side): RequestSideView => ({
    endpoint: previews[side].endpoint,
    body: bodyText(previews[side].body, prompt.images),
    estimatedInputTokens: estimateInput(comparison[side].contender, sent, prompt.images),
  });
  return {
    pieces: comparison.pieces.map(({ id, title, path, line, text, image }) => ({
      id,
      title,
      path,
      line,
      text,
      included: included.has(id),
      image: image === undefined ? null : pieceImageView(image, comparison),
    })),
    system: prompt.system,
    user: prompt.user,
    left: sideOf('left'),
    right: sideOf('right'),
  };
}

function pieceImageView(image: PieceImage, comparison: Comparison): PieceImageView {
  const tokensFor = (side: Side) => {
    const { provider, model, takesImages } = comparison[side].contender;
    return takesImages === false ? null : imageTokens(provider, model, image);
  };
  return { ...image, tokens: { left: tokensFor('left'), right: tokensFor('right') } };
}

/** A request's body as JSON, with the length of each picture's base64 in its place. */
function bodyText(body: unknown, images: readonly PromptImage[]): string {
  const shortened = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const image = images.find(({ data }) => value.endsWith(data));
    if (image === undefined) return value;
    const { data, name } = image;
    return `${value.slice(0, -data.length)}<${name}: ${data.length} characters of base64>`;
  };
  return JSON.stringify(body, shortened, 2);
}

function taskView(comparison: Comparison): TaskView {
  const { task } = comparison;
  return {
    kind: task.kind,
    path: task.file.path,
    lines: task.selection === null ? null : linesOfRange(task.file.text, task.selection),
    instruction: task.instruction,
    target: targetView(comparison),
    scripted: comparison.left.contender.scripted || comparison.right.contender.scripted,
  };
}

function targetView({ task, target = null }: Comparison): TargetView | null {
  if (task.ui === undefined) return null;
  const isChosen = target !== null;
  return { path: (target ?? task.file).path, isNew: isChosen || makesFile(task), isChosen };
}

function sideView(answer: Answer, sentences: PanelSentences): SideView {
  const { contender } = answer;
  return {
    side: contender.side,
    label: contender.label,
    effort: contender.effort ?? contender.defaultEffort,
    attempt: answer.attempt,
    turn: answer.turn,
    instruction: answer.instruction,
    earlier: answer.earlier.map(({ instruction, prose, thinking, failure }) => ({
      instruction,
      prose,
      thinking,
      failure: failure === null ? null : sentences.describeFailure(failure, contender).sentence,
    })),
    prose: answer.prose,
    thinking: answer.thinking,
    ...sideChange(answer, sentences),
  };
}

function baseFileViews(comparison: Comparison): readonly BaseFileView[] {
  return baseFiles(comparison).map(({ path, languageId, text }) => ({ path, languageId, text }));
}

function conflictViews(comparison: Comparison): readonly ConflictView[] {
  const isLeft = new Set(comparison.left.hunks.map((hunk) => hunk.id));
  return conflictsIn(comparison).map(({ hunkId, hunkIds, path, currentStart, base, mine, theirs, resolution }) => ({
    hunkId,
    hunkIds,
    side: isLeft.has(hunkId) ? 'left' : 'right',
    path,
    line: currentStart + 1,
    base,
    mine,
    theirs,
    resolution: resolution?.take ?? null,
  }));
}
