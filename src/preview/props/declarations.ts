import type { Script } from './script.ts';
import type { Declarator, Expression, Statement, StatementOf } from './syntax.ts';

/** What a name of a script stands for. */
export type Declaration =
  | StatementOf<'TSInterfaceDeclaration'>
  | StatementOf<'TSTypeAliasDeclaration'>
  | StatementOf<'TSEnumDeclaration'>
  | StatementOf<'ClassDeclaration'>
  | StatementOf<'FunctionDeclaration'>
  | Declarator;

/** Where a name that a script does not declare itself comes from. */
export interface Origin {
  readonly source: string;
  /** The name there; `default` for what is exported by default. */
  readonly name: string;
}

/** What a script declares under a name; null where it declares nothing of that name. */
export function declarationOf(script: Script, name: string): Declaration | null {
  for (const statement of script.statements) {
    for (const declaration of declarationsIn(statement)) if (nameOf(declaration) === name) return declaration;
  }
  return null;
}

/** What a statement declares, exported or not. */
export function declarationsIn(statement: Statement): readonly Declaration[] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? declarationsIn(statement.declaration) : [];
    case 'ExportDefaultDeclaration': {
      const { declaration } = statement;
      const isDeclared =
        declaration.type === 'FunctionDeclaration' ||
        declaration.type === 'ClassDeclaration' ||
        // Babel reads `export default interface` so, whatever its types say.
        (declaration.type as string) === 'TSInterfaceDeclaration';
      return isDeclared ? [declaration as StatementOf<'FunctionDeclaration'>] : [];
    }
    case 'VariableDeclaration':
      return statement.declarations;
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
      return [statement];
    default:
      return [];
  }
}

/** The name that a declaration gives; null for names taken out of an object, and for none. */
export function nameOf({ id }: Declaration): string | null {
  return id?.type === 'Identifier' ? id.name : null;
}

/** What a script exports by default: a declaration, a value, or null. */
export function defaultExport(script: Script): Declaration | Expression | null {
  for (const statement of script.statements) {
    if (statement.type === 'ExportDefaultDeclaration' && statement.declaration.type !== 'TSDeclareFunction') {
      return statement.declaration;
    }
    if (statement.type !== 'ExportNamedDeclaration' || statement.source) continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ExportSpecifier' || exportedName(specifier.exported) !== 'default') continue;
      return declarationOf(script, specifier.local.name);
    }
  }
  return null;
}

/** What a script exports under a name of its own or another one, the first one first. */
export function namedExports(script: Script): readonly { readonly name: string; readonly declaration: Declaration }[] {
  return script.statements.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.source) return [];
    const declared = declarationsIn(statement).map((declaration) => ({ name: nameOf(declaration), declaration }));
    const listed = statement.specifiers.map((specifier) =>
      specifier.type === 'ExportSpecifier'
        ? { name: exportedName(specifier.exported), declaration: declarationOf(script, specifier.local.name) }
        : { name: null, declaration: null },
    );
    return [...declared, ...listed].flatMap(({ name, declaration }) =>
      name === null || declaration === null ? [] : [{ name, declaration }],
    );
  });
}

/** Where a script imports a name from, `*` for all of it; null for what it does not import. */
export function importOf(script: Script, local: string): Origin | null {
  for (const statement of script.statements) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const specifier of statement.specifiers) {
      if (specifier.local.name !== local) continue;
      if (specifier.type === 'ImportDefaultSpecifier') return { source: statement.source.value, name: 'default' };
      if (specifier.type === 'ImportNamespaceSpecifier') return { source: statement.source.value, name: '*' };
      if (specifier.type === 'ImportSpecifier') {
        return { source: statement.source.value, name: exportedName(specifier.imported) };
      }
    }
  }
  return null;
}

/** Where a name may come from that a script hands on from others: `export { X } from`, `export * from`. */
export function handedOn(script: Script, name: string): readonly Origin[] {
  return script.statements.flatMap((statement): readonly Origin[] => {
    if (statement.type === 'ExportAllDeclaration') return [{ source: statement.source.value, name }];
    if (statement.type !== 'ExportNamedDeclaration' || !statement.source) return [];
    const source = statement.source.value;
    return statement.specifiers.flatMap((specifier) =>
      specifier.type === 'ExportSpecifier' && exportedName(specifier.exported) === name
        ? [{ source, name: specifier.local.name }]
        : [],
    );
  });
}

function exportedName(name: { readonly type: string }): string {
  if ('name' in name && typeof name.name === 'string') return name.name;
  return 'value' in name && typeof name.value === 'string' ? name.value : '';
}
