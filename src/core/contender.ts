import type { Side } from './side.ts';

/** A company whose wire protocol we speak. */
export type Provider = 'openai' | 'anthropic';

/** How hard a model is asked to think. Each model takes some of these; the catalog says which. */
export type Effort = 'none' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** A model with its settings, standing on a side. */
export interface Contender {
  readonly side: Side;
  readonly provider: Provider;
  /** The model's name on the provider's wire, e.g. `gpt-5.5`. */
  readonly model: string;
  /** The name people know it by, e.g. `GPT-5.5`. */
  readonly label: string;
  /** What is asked for; null leaves it to the provider's default. */
  readonly effort: Effort | null;
  /** What the model does when `effort` is null, as its documentation says; null when not known. */
  readonly defaultEffort: Effort | null;
  /** Upper limit of output tokens for one request, reasoning included. */
  readonly maxOutputTokens: number;
  /** False for models behind gateways that know no tools: they write their edits as text and read nothing further. */
  readonly usesTools: boolean;
  /** False for a model that takes no pictures; absent where it does, or nobody knows. */
  readonly takesImages?: boolean;
  /** True when hand-written answers stand in for the model; nothing leaves the machine then. */
  readonly scripted: boolean;
}
