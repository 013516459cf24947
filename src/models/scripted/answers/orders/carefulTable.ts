/**
 * The better table: one that browsers, keyboards and screen readers take for a table, with headers that sort and say so,
 * a field with a label, states told in words, and a page that a phone can show.
 */
export const carefulTable = `import { useState } from 'react';
import { type OfficeOrder, recentOrders } from './orders';

type Column = 'id' | 'customer' | 'day' | 'total';

interface OrdersTableProps {
  readonly orders?: readonly OfficeOrder[];
}

const columns: readonly { readonly key: Column; readonly label: string; readonly numeric?: boolean }[] = [
  { key: 'id', label: 'Order' },
  { key: 'customer', label: 'Customer' },
  { key: 'day', label: 'Day' },
  { key: 'total', label: 'Total', numeric: true },
];

const looks: Readonly<Record<OfficeOrder['status'], { readonly label: string; readonly className: string }>> = {
  paid: { label: 'Paid', className: 'bg-emerald-100 text-emerald-900 dark:bg-emerald-900 dark:text-emerald-100' },
  open: { label: 'Open', className: 'bg-sky-100 text-sky-900 dark:bg-sky-900 dark:text-sky-100' },
  late: { label: 'Late', className: 'bg-amber-100 text-amber-900 dark:bg-amber-900 dark:text-amber-100' },
};

const money = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
const dayFormat = new Intl.DateTimeFormat('en-IE', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export default function OrdersTable({ orders = recentOrders }: OrdersTableProps) {
  const [sortedBy, setSortedBy] = useState<Column>('day');
  const [descending, setDescending] = useState(true);
  const [search, setSearch] = useState('');

  const shown = orders
    .filter(({ customer, id }) => \`\${customer} \${id}\`.toLowerCase().includes(search.toLowerCase()))
    .sort((one, other) => {
      const order = one[sortedBy] < other[sortedBy] ? -1 : one[sortedBy] > other[sortedBy] ? 1 : 0;
      return descending ? -order : order;
    });

  const sortBy = (column: Column) => {
    setDescending(column === sortedBy ? !descending : false);
    setSortedBy(column);
  };

  return (
    <main className="mx-auto max-w-4xl p-4 font-sans text-slate-900 sm:p-8 dark:bg-slate-950 dark:text-slate-100">
      <h1 className="text-2xl font-semibold">Orders</h1>
      <div className="mt-4 flex flex-wrap items-end justify-between gap-4">
        <label className="flex flex-col gap-1 text-sm font-medium">
          Search
          <input
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="rounded-md border border-slate-500 bg-white px-3 py-2 text-base dark:bg-slate-900"
          />
        </label>
        <p role="status" className="text-sm text-slate-700 dark:text-slate-300">
          {shown.length} of {orders.length} orders
        </p>
      </div>
      <div className="mt-4 overflow-x-auto rounded-lg border border-slate-300 dark:border-slate-700" tabIndex={0} role="region" aria-label="Table of orders">
        <table className="w-full border-collapse text-left text-sm">
          <caption className="sr-only">Recent orders</caption>
          <thead className="bg-slate-100 dark:bg-slate-800">
            <tr>
              {columns.map(({ key, label, numeric }) => (
                <th
                  key={key}
                  scope="col"
                  aria-sort={key === sortedBy ? (descending ? 'descending' : 'ascending') : 'none'}
                  className={numeric ? 'px-4 py-2 text-right' : 'px-4 py-2'}
                >
                  <button type="button" onClick={() => sortBy(key)} className="font-semibold whitespace-nowrap underline-offset-4 hover:underline">
                    {label}
                    <span aria-hidden="true">{key === sortedBy ? (descending ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
              <th scope="col" className="px-4 py-2 font-semibold">State</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, customer, day, total, status }) => (
              <tr key={id} className="border-t border-slate-200 dark:border-slate-800">
                <th scope="row" className="px-4 py-3 font-medium whitespace-nowrap">{id}</th>
                <td className="px-4 py-3">{customer}</td>
                <td className="px-4 py-3 whitespace-nowrap">{dayFormat.format(new Date(day))}</td>
                <td className="px-4 py-3 text-right tabular-nums">{money.format(total / 100)}</td>
                <td className="px-4 py-3">
                  <span className={\`rounded-full px-2 py-1 text-xs font-medium \${looks[status].className}\`}>{looks[status].label}</span>
                </td>
              </tr>
            ))}
            {shown.length === 0 && (
              <tr>
                <td colSpan={5} className="px-4 py-8 text-center text-slate-700 dark:text-slate-300">
                  No orders. Those that come in will stand here.
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </main>
  );
}
`;
