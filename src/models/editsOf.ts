import type { FileEdit, ToolCall } from '../core/edits/toolCall.ts';

/** The edits that a call asks for; none for one that reads or makes no sense. */
export function editsOf(request: ToolCall['request']): readonly FileEdit[] {
  switch (request.kind) {
    case 'batch':
      return request.edits;
    case 'malformed':
    case 'view':
    case 'search':
    case 'list':
    case 'diagnostics':
      return [];
    default:
      return [request];
  }
}
