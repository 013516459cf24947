import type { PropsSearch } from './propFields.ts';
import type { Script } from './script.ts';
import { type Field, fieldOf, fieldsOf, type Shape, unknownShape } from './shape.ts';
import { readType, type TypeNode } from './syntax.ts';

/** Fields that a comment of JSDoc declares, by `@param` or `@type`; null where none does. */
export function documentedFields(commented: readonly object[], search: PropsSearch): readonly Field[] | null {
  for (const comment of commented.flatMap(commentsOf)) {
    const type = /@type\s*\{/.exec(comment);
    const written = type === null ? null : bracketed(comment, type.index + type[0].length - 1);
    if (written !== null) {
      const read = readType(written);
      const inner = read?.type === 'TSTypeReference' ? (read.typeParameters?.params[0] ?? read) : read;
      return inner === null ? null : fieldsOf(shapeOf(inner, search));
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
    const shape: Shape = read === null ? unknownShape : shapeOf(read, search);
    const [, name = ''] = /^\s*(\[?[\w$.]+)/.exec(comment.slice(start + written.length + 2)) ?? [];
    const isOptional = name.startsWith('[') || written.endsWith('=');
    const [, field, ...deeper] = name.replace('[', '').split('.');
    if (field !== undefined && deeper.length === 0) fields.push(fieldOf(field, shape, isOptional));
    else if (field === undefined) fields.push(...fieldsOf(shape));
  }
  return fields.length === 0 ? null : fields;
}

/** A type of a comment; a name that the file declares as `@typedef` is followed. */
function shapeOf(type: TypeNode, search: PropsSearch): Shape {
  return search.types.read(withTypedef(type, search.script), search.scope);
}

function withTypedef(type: TypeNode, script: Script): TypeNode {
  if (type.type === 'TSArrayType') return { ...type, elementType: withTypedef(type.elementType, script) };
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return type;
  for (const { index, 0: tag } of script.text.matchAll(/@typedef\s*\{/g)) {
    const start = index + tag.length - 1;
    const written = bracketed(script.text, start);
    const name = written === null ? null : /^\s*([\w$]+)/.exec(script.text.slice(start + written.length + 2))?.[1];
    if (written !== null && name === type.typeName.name) return readType(withoutStars(written)) ?? type;
  }
  return type;
}

/** The text between a brace and the one that closes it; null where none does. */
function bracketed(text: string, start: number): string | null {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(start + 1, at);
  }
  return null;
}

function commentsOf(node: object): readonly string[] {
  const comments = 'leadingComments' in node ? node.leadingComments : null;
  if (!Array.isArray(comments)) return [];
  return comments.flatMap(({ value }: { readonly value: unknown }) =>
    typeof value === 'string' && value.startsWith('*') ? [withoutStars(value)] : [],
  );
}

function withoutStars(comment: string): string {
  return comment.replace(/^[ \t]*\*+/gm, '');
}
