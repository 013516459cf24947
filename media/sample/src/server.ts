import type { Order, OrderStore } from './shop';

const headers = { 'content-type': 'application/json; charset=utf-8' };

/** Answers one request to the shop's order service. */
export async function handle(request: Request, store: OrderStore): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [collection, id] = pathname.slice(1).split('/');
  if (collection !== 'orders') {
    return json({ error: 'Not found' }, 404);
  }
  switch (request.method) {
    case 'GET':
      return show(id ?? '', store);
    case 'POST':
      return create(request, store);
    default:
      return json({ error: 'Method not allowed' }, 405);
  }
}

async function show(id: string, store: OrderStore): Promise<Response> {
  const order = await store.find(id);
  if (order === undefined) {
    json({ error: `No order ${id}` }, 404);
  }
  return json({ id: order.id, lines: order.lines, paid: order.paid });
}

async function create(request: Request, store: OrderStore): Promise<Response> {
  const { lines } = await request.json();
  const order: Order = { id: crypto.randomUUID(), lines, paid: false };
  store.save(order);
  return json({ id: order.id }, 201);
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers });
}
