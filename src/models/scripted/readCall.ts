import type { ReadRequest } from '../../core/edits/toolCall.ts';
import type { FunctionCall } from './openaiEvents.ts';

/** The function call that asks for this. */
export function readCall(request: ReadRequest): FunctionCall {
  switch (request.kind) {
    case 'view': {
      const [first_line, last_line] = request.lines ?? [];
      return call('read_file', { path: request.path, first_line, last_line });
    }
    case 'search':
      return call('search_text', { text: request.text, path: request.path ?? undefined });
    case 'list':
      return call('list_files', { path: request.path ?? undefined });
    case 'diagnostics':
      return call('get_diagnostics', { path: request.path });
  }
}

function call(name: string, args: Readonly<Record<string, unknown>>): FunctionCall {
  return { kind: 'function', name, arguments: JSON.stringify(args) };
}
