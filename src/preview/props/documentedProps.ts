import { bracketed, withoutStars } from './docComment.ts';
import type { PropsSearch } from './propsSearch.ts';
import { type Field, fieldOf, fieldsOf, type Shape, unknownShape } from './shape.ts';
import { readType } from './syntax.ts';

/** Fields that a comment of JSDoc declares, by `@param` or `@type`; null where none does. */
export function documentedFields(commented: readonly object[], search: PropsSearch): readonly Field[] | null {
  for (const comment of commented.flatMap(commentsOf)) {
    const type = /@type\s*\{/.exec(comment);
    const written = type === null ? null : bracketed(comment, type.index + type[0].length - 1);
    if (written !== null) {
      const read = readType(written);
      const inner = read?.type === 'TSTypeReference' ? (read.typeParameters?.params[0] ?? read) : read;
      return inner === null ? null : fieldsOf(search.types.read(inner, search.scope));
    }
    const fields = parameterFields(comment, search);
    if (fields !== null) return fields;
  }
  return null;
}

/** `@param {{ rows: Row[] }} props`, `@param {string} [props.title]`. */
function parameterFields(comment: string, search: PropsSearch): readonly Field[] | null {
  const fields: Field[] = [];
  for (const { index, 0: tag } of comment.matchAll(/@param\s*\{/g)) {
    const start = index + tag.length - 1;
    const written = bracketed(comment, start);
    if (written === null) continue;
    const read = readType(written.replace(/=$/, ''));
    const shape: Shape = read === null ? unknownShape : search.types.read(read, search.scope);
    const [, name = ''] = /^\s*(\[?[\w$.]+)/.exec(comment.slice(start + written.length + 2)) ?? [];
    const isOptional = name.startsWith('[') || written.endsWith('=');
    const [, field, ...deeper] = name.replace('[', '').split('.');
    if (field !== undefined && deeper.length === 0) fields.push(fieldOf(field, shape, isOptional));
    else if (field === undefined) fields.push(...fieldsOf(shape));
  }
  return fields.length === 0 ? null : fields;
}

function commentsOf(node: object): readonly string[] {
  const comments = 'leadingComments' in node ? node.leadingComments : null;
  if (!Array.isArray(comments)) return [];
  return comments.flatMap(({ value }: { readonly value: unknown }) =>
    typeof value === 'string' && value.startsWith('*') ? [withoutStars(value)] : [],
  );
}
