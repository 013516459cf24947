import { declarationOf } from './declarations.ts';
import { documentedFields } from './documentedProps.ts';
import { fieldsTaken, noProps, type PropsFound, takenNames, withPresets } from './propFields.ts';
import type { PropsSearch } from './propsSearch.ts';
import { fieldsOf } from './shape.ts';
import { annotationOf, type Declarator, type Statement, type StatementOf } from './syntax.ts';

/** The props of a Svelte component: of `$props()`, or its `export let`s. */
export function svelteProps(search: PropsSearch): PropsFound {
  for (const statement of search.script.statements) {
    if (statement.type !== 'VariableDeclaration') continue;
    const declarator = statement.declarations.find(({ init }) => isCallOf(init, '$props'));
    if (declarator !== undefined) return runeProps(declarator, statement, search);
  }
  const exported = search.script.statements.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    return declaration?.type === 'VariableDeclaration' && declaration.kind === 'let' ? declaration.declarations : [];
  });
  if (exported.length === 0) return noProps;
  const written = declarationOf(search.script, '$$Props');
  if (written?.type === 'TSInterfaceDeclaration' || written?.type === 'TSTypeAliasDeclaration') {
    return {
      fields: fieldsOf(search.types.declared({ declaration: written, script: search.script })),
      takesProps: true,
    };
  }
  return { fields: exported.flatMap((declarator) => exportedField(declarator, search)), takesProps: true };
}

function runeProps({ id, init }: Declarator, statement: Statement, search: PropsSearch): PropsFound {
  const given = init?.type === 'CallExpression' && init.typeParameters ? init.typeParameters : null;
  const called = given?.type === 'TSTypeParameterInstantiation' ? (given.params[0] ?? null) : null;
  const type = annotationOf(id) ?? called;
  const taken = id.type === 'ObjectPattern' ? takenNames(id) : [];
  const typed = type === null ? null : fieldsOf(search.types.read(type, search.scope));
  const fields = typed ?? documentedFields([statement], search) ?? [];
  if (fields.length === 0) return { fields: fieldsTaken(taken, search), takesProps: true };
  return { fields: withPresets(fields, taken, search), takesProps: true };
}

function exportedField({ id, init }: Declarator, search: PropsSearch) {
  if (id.type !== 'Identifier') return [];
  const taken = [{ name: id.name, preset: init ?? null }];
  const type = annotationOf(id);
  if (type === null) return fieldsTaken(taken, search);
  const shape = search.types.read(type, search.scope);
  return withPresets([{ name: id.name, shape, optional: false, preset: undefined }], taken, search);
}

function isCallOf(value: StatementOf<'VariableDeclaration'>['declarations'][number]['init'], name: string): boolean {
  return value?.type === 'CallExpression' && value.callee.type === 'Identifier' && value.callee.name === name;
}
