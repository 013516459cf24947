/** Node's own SQLite. */
export type SqliteModule = typeof import('node:sqlite');

/**
 * Node's SQLite, or null where the runtime was built without it (Electron once shipped it missing: electron#47706).
 * Looked up at run time: a static import would keep the whole extension from loading there.
 */
export function loadSqlite(): SqliteModule | null {
  const builtin: SqliteModule | undefined = process.getBuiltinModule('node:sqlite');
  return builtin ?? null;
}
