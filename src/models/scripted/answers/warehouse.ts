import type { ScriptedTask } from '../scriptedTask.ts';

/** SQL put together from user input. Anthropic's answer escapes quotes by hand instead of passing arguments. */
export const warehouse: ScriptedTask = {
  path: 'warehouse/search.go',
  signature: [
    'query := "SELECT sku, name, shelf, pieces FROM items WHERE name LIKE \'%" + name + "%\'"',
    '\treturn items, nil',
  ],
  fix: {
    openai: {
      thinking:
        'name and shelf are concatenated into the SQL. Both belong into arguments; LIKE works with a bound pattern. rows.Err is never looked at, so a scan that broke off looks like a short result.',
      prose:
        '`name` and `shelf` are pasted into the statement, so a search text with a quote in it can end the string and say anything that SQL can. Both are now passed as arguments, which the database never reads as SQL.\n\n`Search` also never asked `rows.Err()`, so a result that broke off halfway looked like a complete one.',
      edits: [
        {
          kind: 'patch',
          diff: [
            '@@ func (w *Warehouse) Search(ctx context.Context, name, shelf string, limit int) ([]Item, error) {',
            '-\tquery := "SELECT sku, name, shelf, pieces FROM items WHERE name LIKE \'%" + name + "%\'"',
            '+\tquery := "SELECT sku, name, shelf, pieces FROM items WHERE name LIKE ?"',
            '+\targs := []any{"%" + name + "%"}',
            ' \tif shelf != "" {',
            '-\t\tquery += fmt.Sprintf(" AND shelf = \'%s\'", shelf)',
            '+\t\tquery += " AND shelf = ?"',
            '+\t\targs = append(args, shelf)',
            ' \t}',
            '-\tquery += fmt.Sprintf(" ORDER BY name LIMIT %d", limit)',
            '+\tquery += " ORDER BY name LIMIT ?"',
            '+\targs = append(args, limit)',
            ' ',
            '-\trows, err := w.db.QueryContext(ctx, query)',
            '+\trows, err := w.db.QueryContext(ctx, query, args...)',
            ' \tif err != nil {',
            '@@ \t\titems = append(items, item)',
            ' \t}',
            '+\tif err := rows.Err(); err != nil {',
            '+\t\treturn nil, fmt.Errorf("search items: %w", err)',
            '+\t}',
            ' \treturn items, nil',
          ].join('\n'),
        },
      ],
    },
    anthropic: {
      thinking:
        'User input reaches the SQL string. Doubling single quotes keeps it inside the literal. Also rows.Err() is not checked after the loop.',
      prose:
        'The search text reaches the SQL unescaped, so a single quote breaks out of the string. I double the quotes in both values before they go in.\n\nAfter the loop, `rows.Err()` was not checked; an interrupted result would have passed as a complete one.',
      edits: [
        {
          kind: 'replace',
          oldText: '\t"database/sql"\n\t"fmt"\n',
          newText: '\t"database/sql"\n\t"fmt"\n\t"strings"\n',
        },
        {
          kind: 'replace',
          oldText: '\tquery := "SELECT sku, name, shelf, pieces FROM items WHERE name LIKE \'%" + name + "%\'"\n',
          newText:
            '\tname = strings.ReplaceAll(name, "\'", "\'\'")\n\tshelf = strings.ReplaceAll(shelf, "\'", "\'\'")\n\tquery := "SELECT sku, name, shelf, pieces FROM items WHERE name LIKE \'%" + name + "%\'"\n',
        },
        {
          kind: 'replace',
          oldText: '\treturn items, nil\n',
          newText:
            '\tif err := rows.Err(); err != nil {\n\t\treturn nil, fmt.Errorf("search items: %w", err)\n\t}\n\treturn items, nil\n',
        },
      ],
    },
  },
  ask: {
    openai:
      '`Search` builds a SELECT from its arguments, runs it and reads the rows into `Item`s. The statement is put together as text from `name` and `shelf`, which lets a caller inject SQL; `QueryContext` takes arguments for exactly that. `rows.Err()` is not checked after the loop.',
    anthropic:
      'The package wraps one query: items whose name contains a text, optionally on one shelf. Errors are wrapped with what was being done, and the rows are closed by `defer`.\n\nThe statement itself is the problem: it is concatenated from user input. It also treats `%` and `_` in the search text as wildcards, which may or may not be meant.',
  },
};
