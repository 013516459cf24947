import type { Field, Shape } from '../../../../src/preview/props/shape.ts';

/** Fields as TypeScript would say them, to be compared at a glance: `rows: { id: number }[]; title?: string = "Orders"`. */
export function writtenFields(fields: readonly Field[]): string {
  return fields
    .map(({ name, shape, optional, preset }) => {
      const standard = preset === undefined ? '' : ` = ${JSON.stringify(preset)}`;
      return `${name}${optional ? '?' : ''}: ${writtenShape(shape)}${standard}`;
    })
    .join('; ');
}

function writtenShape(shape: Shape): string {
  switch (shape.kind) {
    case 'literal':
      return JSON.stringify(shape.value);
    case 'array':
      return shape.item.kind === 'union' ? `(${writtenShape(shape.item)})[]` : `${writtenShape(shape.item)}[]`;
    case 'set':
    case 'record':
    case 'map':
      return `${shape.kind}<${writtenShape(shape.item)}>`;
    case 'tuple':
      return `[${shape.items.map(writtenShape).join(', ')}]`;
    case 'object':
      return shape.fields.length === 0 ? '{}' : `{ ${writtenFields(shape.fields)} }`;
    case 'union':
      return shape.members.map(writtenShape).join(' | ');
    case 'function':
      return shape.gives ? '() => value' : '() => void';
    default:
      return shape.kind;
  }
}
