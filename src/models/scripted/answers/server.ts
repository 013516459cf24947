import type { ScriptedTask } from '../scriptedTask.ts';

/** A missing `return`, and a save that is not waited for. Anthropic's answer hides the failing save instead. */
export const server: ScriptedTask = {
  path: 'src/server.ts',
  signature: [
    `    json({ error: \`No order \${id}\` }, 404);`,
    '  store.save(order);',
    'export async function handle(',
  ],
  fix: {
    openai: {
      thinking:
        '`show` builds a 404 but does not return it, then reads fields of `undefined`. `create` starts `store.save` without awaiting it: the client hears 201 before the order exists, and a failing save becomes an unhandled rejection.',
      prose:
        'Two things go wrong. `show` makes a 404 response and then carries on without returning it, so a missing order ends in a `TypeError`. And `create` answers 201 while the order is still being saved: when saving fails, the customer has a confirmation and the shop has no order.',
      edits: [
        {
          kind: 'patch',
          diff: [
            '@@ async function show(id: string, store: OrderStore): Promise<Response> {',
            '   if (order === undefined) {',
            `-    json({ error: \`No order \${id}\` }, 404);`,
            `+    return json({ error: \`No order \${id}\` }, 404);`,
            '   }',
            '@@ async function create(request: Request, store: OrderStore): Promise<Response> {',
            '   const order: Order = { id: crypto.randomUUID(), lines, paid: false };',
            '-  store.save(order);',
            '+  await store.save(order);',
            '   return json({ id: order.id }, 201);',
          ].join('\n'),
        },
      ],
    },
    anthropic: {
      thinking:
        'The 404 branch lacks a return. In create the promise of save is floating; attaching a catch keeps the process from dying of an unhandled rejection. Responses should not be cached either.',
      prose:
        'The 404 in `show` is built but never returned, so the code falls through to `order.id` with no order.\n\nIn `create`, the promise of `store.save` floats: if it is rejected, Node ends the process. I attached a handler, and while at it told caches not to keep the responses.',
      edits: [
        {
          kind: 'replace',
          oldText: `    json({ error: \`No order \${id}\` }, 404);`,
          newText: `    return json({ error: \`No order \${id}\` }, 404);`,
        },
        { kind: 'replace', oldText: '  store.save(order);', newText: '  store.save(order).catch(() => undefined);' },
        {
          kind: 'replace',
          oldText: "const headers = { 'content-type': 'application/json; charset=utf-8' };",
          newText:
            "const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };",
        },
      ],
    },
  },
  ask: {
    openai:
      '`handle` routes by the first part of the path and the method: `GET /orders/ID` shows an order, `POST /orders` creates one, everything else is 404 or 405. Note that `show` does not return its 404, and that `create` does not wait for the order to be saved.',
    anthropic:
      'This is the HTTP face of the orders: routing in `handle`, one function per method, and `json` as the single place where responses are made.\n\nWhat I would check first is error handling: the 404 in `show` is dropped on the floor, `create` trusts whatever JSON it is sent, and nobody waits for `store.save`.',
  },
};
