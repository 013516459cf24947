import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import type { SqliteModule } from '../../../../src/ledger/sqliteModule.ts';

/**
 * Node's real SQLite that tells before each call what it is about to do.
 *
 * @param version what it says when it is asked for its version; null for the truth
 */
export function steppedSqlite(
  sqlite: SqliteModule,
  step: (name: string) => void,
  version: string | null,
): SqliteModule {
  class SteppedDatabase extends DatabaseSync {
    override exec(sql: string): void {
      step(`exec ${sql}`);
      super.exec(sql);
    }

    override prepare(sql: string): StatementSync {
      step(`prepare ${sql}`);
      const told = version === null ? sql : sql.replace('sqlite_version()', `'${version}'`);
      return stepped(super.prepare(told), (name) => step(`${name} ${sql}`));
    }

    override close(): void {
      step('close');
      super.close();
    }
  }
  return { ...sqlite, DatabaseSync: SteppedDatabase };
}

function stepped(statement: StatementSync, step: (name: string) => void): StatementSync {
  return new Proxy(statement, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...parameters: readonly SQLInputValue[]) => {
        step(String(name));
        return value.apply(target, parameters);
      };
    },
  });
}
