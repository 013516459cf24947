const types = `export interface Order {
  id: number;
  customer: string;
  status: 'paid' | 'open' | 'late';
  placedAt: Date;
  total: number;
}
`;

/** The types of both tables, in a file that is there already. */
export const orderTypes = { path: 'site/order.ts', text: types };

/** A table of orders that says so where there are none. */
export const goodTable = `import type { Order } from './order';

interface Props {
  title: string;
  orders: readonly Order[];
  onOpen?: (order: Order) => void;
}

export default function OrderTable({ title, orders, onOpen }: Props) {
  if (orders.length === 0) return <p>No orders yet</p>;
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr><th scope="col">Customer</th><th scope="col">Placed</th><th scope="col">Total</th></tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id} onClick={() => onOpen?.(order)}>
            <td>{order.customer}</td>
            <td>{order.placedAt.toISOString().slice(0, 10)}</td>
            <td>{order.total.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
`;

/** The same as a list, which shows nothing where there are none, and breaks where an order has no total. */
export const plainTable = `import type { Order } from './order';

type Props = { title: string; orders: Order[] };

export default function OrderTable(props: Props) {
  return (
    <div style={{ width: 700 }}>
      <h3>{props.title}</h3>
      {props.orders.map((order) => (
        <div key={order.id} style={{ color: '#bbb' }}>
          {order.customer}: {order.total.toFixed(2)} ({order.status})
        </div>
      ))}
    </div>
  );
}
`;
