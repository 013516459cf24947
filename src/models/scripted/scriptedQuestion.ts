import type { Provider } from '../../core/contender.ts';
import type { Fields } from '../fields.ts';
import { isFields, listField, textField } from '../fields.ts';

/** What a scripted model was asked, told from the body of a request. */
export interface ScriptedQuestion {
  readonly provider: Provider;
  readonly system: string;
  /** The prompt. */
  readonly user: string;
  /** Whether it was offered the tools to read in the workspace. */
  readonly canRead: boolean;
  /** What came after each of its own turns: results of calls, and with them a message of the person or null. */
  readonly laterTurns: readonly { readonly message: string | null }[];
}

/** Reads a request's body. */
export function questionIn(body: Fields, provider: Provider): ScriptedQuestion {
  const turns = personTurns(listField(body, provider === 'openai' ? 'input' : 'messages').filter(isFields));
  const [first, ...later] = turns;
  return {
    provider,
    system: textField(body, provider === 'openai' ? 'instructions' : 'system') ?? '',
    user: first?.join('\n') ?? '',
    canRead: listField(body, 'tools').some((tool) => isFields(tool) && tool.name === 'read_file'),
    laterTurns: later.map((texts) => ({ message: texts.at(-1) ?? null })),
  };
}

/** The texts of the turns that are not the model's. On OpenAI's wire a turn is a run of items. */
function personTurns(entries: readonly Fields[]): readonly (readonly string[])[] {
  const turns: string[][] = [];
  let isOpen = false;
  for (const entry of entries) {
    const isPerson = entry.role === 'user' || (textField(entry, 'type') ?? '').endsWith('_output');
    if (isPerson && !isOpen) turns.push([]);
    isOpen = isPerson;
    if (isPerson) turns.at(-1)?.push(...textsIn(entry));
  }
  return turns;
}

function textsIn(entry: Fields): readonly string[] {
  return listField(entry, 'content')
    .filter(isFields)
    .flatMap((content) => textField(content, 'text') ?? []);
}
