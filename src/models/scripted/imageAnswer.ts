import { umbrella } from './answers/umbrella.ts';
import type { StreamedAnswer } from './openaiEvents.ts';
import type { ScriptedQuestion } from './scriptedQuestion.ts';
import type { ScriptedImage } from './scriptedTask.ts';

/** Every picture that has answers. */
const scriptedImages: readonly ScriptedImage[] = [umbrella];

type ImageReply = Pick<StreamedAnswer, 'thinking' | 'prose' | 'calls' | 'picture'>;

const unknown =
  'Nothing is scripted for this picture: scripted answers know an icon of an umbrella. With keys, both models make any picture.';

/** The hand-written answer to a wish for a picture; says so plainly when there is none. */
export function imageAnswer({ provider, user }: ScriptedQuestion): ImageReply {
  const [, instruction = ''] = /^# Task\n\n([\s\S]*?)\n\n# Target\n/.exec(user) ?? [];
  const image = scriptedImages.find(({ asked }) => asked.test(instruction));
  if (image === undefined) return { thinking: '', prose: unknown, calls: [] };
  if (provider === 'openai') return { thinking: '', calls: [], ...image.openai };
  const { prose, svg } = image.anthropic;
  return { thinking: '', prose: `${prose}\n\n\`\`\`svg\n${svg}\`\`\``, calls: [] };
}
