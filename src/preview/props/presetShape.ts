import type { PropsSearch } from './propsSearch.ts';
import { type Shape, unknownShape } from './shape.ts';
import { annotationOf, bareExpression, type Expression } from './syntax.ts';
import { valueShape } from './valueShape.ts';

/** Names are followed through so many others. */
const mostNames = 5;

/** The shape of what a prop takes where nothing is given: a name has the type or the value that it is declared with. */
export function presetShape(preset: Expression, search: PropsSearch, names = 0): Shape {
  const bare = bareExpression(preset);
  if (bare.type !== 'Identifier') return valueShape(preset, (type) => search.types.read(type, search.scope));
  const place = names < mostNames ? search.scripts.find(bare.name, search.script) : null;
  if (place === null) return unknownShape;
  const { declaration, script } = place;
  if (declaration.type === 'FunctionDeclaration') return { kind: 'function', gives: true };
  if (declaration.type !== 'VariableDeclarator') return unknownShape;
  const scope = { script, bound: new Map(), trail: [] };
  const type = annotationOf(declaration.id);
  if (type !== null) return search.types.read(type, scope);
  return declaration.init ? presetShape(declaration.init, { ...search, script, scope }, names + 1) : unknownShape;
}
