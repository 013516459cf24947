import { elementNames } from '../component/modules/elementNames.ts';
import {
  type Declaration,
  declarationOf,
  declarationsIn,
  defaultExport,
  namedExports,
  nameOf,
} from './declarations.ts';
import { documentedFields } from './documentedProps.ts';
import { fieldsTaken, noProps, type PropsFound, presetsOf, takenNames, withPresets } from './propFields.ts';
import type { PropsSearch } from './propsSearch.ts';
import { propTypeFields } from './propTypes.ts';
import { type Field, fieldsOf } from './shape.ts';
import {
  annotationOf,
  bareExpression,
  type Expression,
  isFunction,
  type ObjectPattern,
  type Parameter,
  type StatementOf,
  type TypeNode,
} from './syntax.ts';

type Component =
  | StatementOf<'FunctionDeclaration'>
  | StatementOf<'ClassDeclaration'>
  | Extract<Expression, { readonly type: 'ArrowFunctionExpression' | 'FunctionExpression' | 'ClassExpression' }>;

/** A component, and the type of its props where it is written around it: `React.FC<Props>`, `forwardRef<Ref, Props>`. */
interface Found {
  readonly component: Component;
  readonly name: string | null;
  readonly props: TypeNode | null;
  /** Where a comment may stand. */
  readonly commented: readonly object[];
}

/** The props of a file's React component. */
export function reactProps(search: PropsSearch, name: string | null): PropsFound {
  const { script } = search;
  const exported = (name === null ? null : declarationOf(script, name)) ?? shownExport(search);
  const found = exported === null ? null : unwrap(exported, search, null);
  if (found === null) return noProps;
  const { component } = found;
  const presets = assigned(search, found.name, 'defaultProps');
  const fields = isClass(component) ? classFields(component, search) : functionFields(found, component, search);
  const declared = fields ?? propTypeFields(assigned(search, found.name, 'propTypes'), search);
  const [parameter] = isClass(component) ? [] : component.params;
  const pattern = patternOf(parameter);
  const taken = pattern === null ? [] : takenNames(pattern);
  const known = declared.length > 0 ? declared : fieldsTaken(taken, search);
  const withDefaults = withPresets(withPresets(known, presetsOf(presets), search), taken, search);
  return { fields: withDefaults, takesProps: known.length > 0 || parameter !== undefined };
}

/** The default export, else the export that is named like the file, else the first component that no other one shows. */
function shownExport({ script }: PropsSearch): Declaration | Expression | null {
  const byDefault = defaultExport(script);
  if (byDefault !== null) return byDefault;
  const plain = (name: string) => name.replace(/[^a-z\d]/gi, '').toLowerCase();
  const fileName = plain(script.path.slice(script.path.lastIndexOf('/') + 1).replace(/\..*$/, ''));
  const components = namedExports(script).filter(
    ({ name, declaration }) => /^[A-Z]/.test(name) && isValue(declaration),
  );
  const parts = elementNames(script.source);
  const shown =
    components.find(({ name }) => plain(name) === fileName) ?? components.find(({ name }) => !parts.has(name));
  return (shown ?? components[0])?.declaration ?? null;
}

/** The component within what wraps it; null for what is none. */
function unwrap(value: Declaration | Expression, search: PropsSearch, name: string | null, depth = 0): Found | null {
  if (depth > 6) return null;
  const found = (component: Component, own: string | null): Found => {
    return { component, name: own ?? name, props: null, commented: [component] };
  };
  switch (value.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return { ...found(value, nameOf(value)), commented: [value, ...statementOf(value, search)] };
    case 'VariableDeclarator': {
      const inner = value.init ? unwrap(value.init, search, nameOf(value), depth + 1) : null;
      if (inner === null) return null;
      const props = inner.props ?? parameterOf(annotationOf(value.id), 0);
      return { ...inner, props, commented: [...inner.commented, ...statementOf(value, search)] };
    }
    case 'CallExpression': {
      const [first] = value.arguments;
      if (first === undefined || first.type === 'SpreadElement') return null;
      const inner = unwrap(first as Expression, search, name, depth + 1);
      const given = value.typeParameters?.type === 'TSTypeParameterInstantiation' ? value.typeParameters.params : [];
      // `memo<Props>(…)`, `forwardRef<Ref, Props>(…)`.
      return inner === null ? null : { ...inner, props: inner.props ?? given.at(-1) ?? null };
    }
    case 'Identifier': {
      const declared = declarationOf(search.script, value.name);
      return declared === null ? null : unwrap(declared, search, value.name, depth + 1);
    }
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
      return null;
    default: {
      const bare = bareExpression(value);
      if (bare !== value) return unwrap(bare, search, name, depth + 1);
      return isFunction(bare) || bare.type === 'ClassExpression' ? found(bare, null) : null;
    }
  }
}

/** Fields of a function's first parameter; null where no type is written. */
function functionFields(
  { props, commented }: Found,
  component: Exclude<Component, { readonly type: 'ClassDeclaration' | 'ClassExpression' }>,
  search: PropsSearch,
): readonly Field[] | null {
  const scope = { ...search.scope, bound: search.types.bind(component, [], search.scope) };
  const [parameter] = component.params;
  const bare = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const type = (bare === undefined ? null : annotationOf(bare)) ?? props;
  if (type !== null) return fieldsOf(search.types.read(type, scope));
  return documentedFields(commented, search);
}

function classFields(
  component: Extract<Component, { readonly type: 'ClassDeclaration' | 'ClassExpression' }>,
  { types, scope }: PropsSearch,
): readonly Field[] | null {
  const { superTypeParameters: given } = component;
  const type = given?.type === 'TSTypeParameterInstantiation' ? given.params[0] : undefined;
  return type === undefined ? null : fieldsOf(types.read(type, scope));
}

function isClass(
  component: Component,
): component is Extract<Component, { readonly type: 'ClassDeclaration' | 'ClassExpression' }> {
  return component.type === 'ClassDeclaration' || component.type === 'ClassExpression';
}

function isValue({ type }: Declaration): boolean {
  return type === 'VariableDeclarator' || type === 'FunctionDeclaration' || type === 'ClassDeclaration';
}

function parameterOf(type: TypeNode | null, index: number): TypeNode | null {
  return type?.type === 'TSTypeReference' ? (type.typeParameters?.params[index] ?? null) : null;
}

function patternOf(parameter: Parameter | undefined): ObjectPattern | null {
  const bare = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  return bare?.type === 'ObjectPattern' ? bare : null;
}

/** The statements that a declaration stands in, to which comments belong. */
function statementOf(declaration: Declaration, { script }: PropsSearch): readonly object[] {
  return script.statements.filter((statement) => declarationsIn(statement).includes(declaration));
}

/** `Component.propTypes = …`, or a class's `static propTypes = …`; null where there is none. */
function assigned({ script }: PropsSearch, component: string | null, property: string): Expression | null {
  for (const statement of script.statements) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
    const { left, right } = statement.expression;
    if (left.type !== 'MemberExpression' || left.object.type !== 'Identifier' || left.object.name !== component)
      continue;
    if (left.property.type === 'Identifier' && left.property.name === property) return right;
  }
  return null;
}
