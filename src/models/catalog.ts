import type { Contender, Effort, Provider } from '../core/contender.ts';
import type { Failure } from '../core/failure.ts';
import type { Side } from '../core/side.ts';

/** What is known of a model beforehand. Null means that it is not known, so nothing is held back. */
export interface CatalogEntry {
  readonly provider: Provider;
  readonly model: string;
  readonly label: string;
  readonly efforts: readonly Effort[] | null;
  readonly defaultEffort: Effort | null;
  readonly maxOutputTokens: number | null;
  /** Input and output together, in tokens. */
  readonly contextTokens: number | null;
}

const unknownLimits = { efforts: null, defaultEffort: null, maxOutputTokens: null, contextTokens: null } as const;

/**
 * The models offered by name. Others of the same providers work too. Limits and efforts of the first two are from the
 * providers' documentation and recorded requests of 2026; names of the others from the SDKs' own model lists.
 */
export const catalog: readonly CatalogEntry[] = [
  {
    provider: 'openai',
    model: 'gpt-5.5',
    label: 'GPT-5.5',
    efforts: ['none', 'low', 'medium', 'high', 'xhigh'],
    defaultEffort: 'medium',
    maxOutputTokens: 128_000,
    contextTokens: 1_050_000,
  },
  {
    provider: 'anthropic',
    model: 'claude-opus-4-7',
    label: 'Claude Opus 4.7',
    efforts: ['low', 'medium', 'high', 'xhigh', 'max'],
    defaultEffort: 'high',
    maxOutputTokens: 128_000,
    contextTokens: 1_000_000,
  },
  { provider: 'openai', model: 'gpt-6.1-sol', label: 'GPT-6.1 Sol', ...unknownLimits },
  { provider: 'openai', model: 'gpt-5.4', label: 'GPT-5.4', ...unknownLimits },
  { provider: 'anthropic', model: 'claude-opus-5-5', label: 'Claude Opus 5.5', ...unknownLimits },
  { provider: 'anthropic', model: 'claude-sonnet-5-5', label: 'Claude Sonnet 5.5', ...unknownLimits },
  { provider: 'anthropic', model: 'claude-opus-4-6', label: 'Claude Opus 4.6', ...unknownLimits },
];

const providers: readonly Provider[] = ['openai', 'anthropic'];

/** Models that take no pictures, as the SDK's model list has them. All in the catalog do. */
const textOnly = /^(?:gpt-3\.5-|gpt-4(?:-0613|-32k)?$|o1-mini|o3-mini)/;

/** What the person chose for one side. */
export interface ContenderChoice {
  /** `provider/model`, e.g. `openai/gpt-5.5`. */
  readonly modelId: string;
  /** Null leaves it to the provider's default. */
  readonly effort: Effort | null;
  readonly maxOutputTokens: number;
  /** False for a model that knows no tools. */
  readonly usesTools: boolean;
  /** False for a model that takes no pictures; left out where it does, or nobody knows. */
  readonly takesImages?: boolean;
  /** True when hand-written answers stand in for the model. */
  readonly scripted: boolean;
}

/**
 * The contender for a side, or `model-unknown` when the id names no provider of ours. A model that is not in the
 * catalog is taken as it is. An effort that the model does not take becomes null, and the output limit is held within
 * the model's own.
 */
export function contenderFor(side: Side, choice: ContenderChoice): Contender | Failure {
  const [providerName = '', ...rest] = choice.modelId.trim().split('/');
  const provider = providers.find((candidate) => candidate === providerName.toLowerCase());
  const model = rest.join('/');
  if (provider === undefined || model === '') return { kind: 'model-unknown', modelId: choice.modelId };
  const entry = entryFor(provider, model);
  const isTaken = choice.effort === null || entry?.efforts?.includes(choice.effort) !== false;
  const limit = entry?.maxOutputTokens ?? Number.MAX_SAFE_INTEGER;
  return {
    side,
    provider,
    model,
    label: entry?.model === model ? entry.label : model,
    effort: isTaken ? choice.effort : null,
    defaultEffort: entry?.defaultEffort ?? null,
    maxOutputTokens: Math.max(1, Math.min(Math.floor(choice.maxOutputTokens), limit)),
    // Hand-written answers show what the tools do, whatever the model that they stand in for can do.
    usesTools: choice.usesTools || choice.scripted,
    ...(choice.scripted || (choice.takesImages !== false && !textOnly.test(model)) ? {} : { takesImages: false }),
    scripted: choice.scripted,
  };
}

/** How many tokens a model takes, input and output together; null when that is not known. */
export function contextTokensOf(provider: Provider, model: string): number | null {
  return entryFor(provider, model)?.contextTokens ?? null;
}

/** What the catalog knows of a model; a dated snapshot such as `gpt-5.5-2026-04-23` counts as its model. */
function entryFor(provider: Provider, model: string): CatalogEntry | null {
  const undated = model.replace(/-(\d{4}-\d{2}-\d{2}|\d{8})$/, '');
  return catalog.find((entry) => entry.provider === provider && entry.model === undated) ?? null;
}
