import type { ExtraUsage } from '../../core/spend/billing.ts';
import type { Usage } from '../../core/spend/usage.ts';
import type { FieldReader } from './fieldReader.ts';

/** No request has more tokens of a class. */
const mostTokens = 100_000_000;

/** Tokens by class, as `core/spend/usage.ts` has them. */
export function readUsage(fields: FieldReader): Usage {
  const count = (key: keyof Usage) => fields.integer(key, 0, mostTokens);
  return {
    uncachedInput: count('uncachedInput'),
    cacheRead: count('cacheRead'),
    cacheWrite5m: count('cacheWrite5m'),
    cacheWrite1h: count('cacheWrite1h'),
    output: count('output'),
    reasoning: count('reasoning'),
  };
}

const extraKinds: Readonly<Record<ExtraUsage['kind'], true>> = { 'image-generation': true, tool: true, model: true };

/** The same in one order of fields, so that an export of an import is the export again. */
export function writeUsage(usage: Usage): Usage {
  const { uncachedInput, cacheRead, cacheWrite5m, cacheWrite1h, output, reasoning } = usage;
  return { uncachedInput, cacheRead, cacheWrite5m, cacheWrite1h, output, reasoning };
}

/** What is billed apart from the model's own tokens, in one order of fields. */
export function writeExtra(extra: ExtraUsage): ExtraUsage {
  switch (extra.kind) {
    case 'image-generation': {
      const { kind, model, textInput, cachedTextInput, imageInput, cachedImageInput, textOutput, imageOutput } = extra;
      return { kind, model, textInput, cachedTextInput, imageInput, cachedImageInput, textOutput, imageOutput };
    }
    case 'tool':
      return { kind: extra.kind, name: extra.name, calls: extra.calls };
    case 'model':
      return { kind: extra.kind, model: extra.model, usage: writeUsage(extra.usage) };
  }
}

/** Reads what `writeExtra` wrote. */
export function readExtra(fields: FieldReader): ExtraUsage {
  const count = (key: string) => fields.integer(key, 0, mostTokens);
  const kind = fields.word('kind', extraKinds, 'tool');
  switch (kind) {
    case 'image-generation':
      return {
        kind,
        model: fields.textOrNull('model'),
        textInput: count('textInput'),
        cachedTextInput: count('cachedTextInput'),
        imageInput: count('imageInput'),
        cachedImageInput: count('cachedImageInput'),
        textOutput: count('textOutput'),
        imageOutput: count('imageOutput'),
      };
    case 'tool':
      return { kind, name: fields.text('name'), calls: count('calls') };
    case 'model':
      return { kind, model: fields.text('model'), usage: readUsage(fields.object('usage')) };
  }
}
