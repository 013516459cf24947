import * as vscode from 'vscode';
import type { Effort, Provider } from '../core/contender.ts';
import type { FailureOf } from '../core/failure.ts';
import type { Side } from '../core/side.ts';
import { type BaseUrl, checkBaseUrl } from './baseUrl.ts';

/** What the person chose to stand on one side. */
interface SideSettings {
  /** `provider/model`, e.g. `openai/gpt-5.5`; not checked yet. */
  readonly modelId: string;
  /** Null leaves it to the provider's default. */
  readonly effort: Effort | null;
  /** False for a model that knows no tools: it writes its edits as text. */
  readonly usesTools: boolean;
  /** False for a model that takes no pictures. */
  readonly takesImages: boolean;
}

/** The person's settings but for addresses, which can be invalid and are read by `readBaseUrl`. */
export interface Settings {
  readonly left: SideSettings;
  readonly right: SideSettings;
  /** Upper limit of output tokens for one request. */
  readonly maxOutputTokens: number;
  /** How many rounds a model may spend on reading in the workspace; 0 turns reading off. */
  readonly readingRounds: number;
  /** How long a stream may bring no content before it counts as stalled. */
  readonly idleTimeoutMs: number;
  /** True when hand-written answers stand in for both models. */
  readonly scriptedAnswers: boolean;
}

const section = 'tiebreak';
const defaultModels: Readonly<Record<Side, string>> = { left: 'openai/gpt-5.5', right: 'anthropic/claude-opus-4-7' };
const efforts: readonly Effort[] = ['none', 'low', 'medium', 'high', 'xhigh', 'max'];
const leastIdleSeconds = 5;
const mostReadingRounds = 20;

/** The settings as they are now. A value of the wrong type counts as not set. */
export function readSettings(): Settings {
  return {
    left: readSide('left'),
    right: readSide('right'),
    maxOutputTokens: Math.max(1, Math.round(readNumber('maxOutputTokens', 32_000))),
    readingRounds: Math.min(mostReadingRounds, Math.max(0, Math.round(readNumber('readingRounds', 4)))),
    idleTimeoutMs: Math.max(leastIdleSeconds, readNumber('idleTimeout', 120)) * 1000,
    scriptedAnswers: personalValue('scriptedAnswers') === true,
  };
}

/** Where a provider is reached now, or why the setting cannot be used. */
export function readBaseUrl(provider: Provider): BaseUrl | FailureOf<'setting-invalid'> {
  const value = personalValue(`${provider}.baseUrl`);
  return checkBaseUrl(provider, typeof value === 'string' ? value : '');
}

function readSide(side: Side): SideSettings {
  const model = personalValue(`${side}.model`);
  const effort = personalValue(`${side}.effort`);
  return {
    modelId: typeof model === 'string' && model.trim() !== '' ? model.trim() : defaultModels[side],
    effort: efforts.find((candidate) => candidate === effort) ?? null,
    // Anything but a plain no is a yes: without tools a model can do less.
    usesTools: personalValue(`${side}.tools`) !== false,
    takesImages: personalValue(`${side}.images`) !== false,
  };
}

function readNumber(name: string, fallback: number): number {
  const value = personalValue(name);
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

/**
 * The value in the person's own settings. The manifest gives every setting application scope, so a workspace cannot set
 * it; that this reads no other value either is a second lock on the same door.
 */
export function personalValue(name: string): unknown {
  return vscode.workspace.getConfiguration(section).inspect<unknown>(name)?.globalValue;
}
