/**
 * The weaker table. It looks finished at first sight, and that is the point: boxes that are no table, headers that only a
 * mouse can sort by, a field without a name, states told by colour alone, pale text, a width that no phone has, totals in
 * cents that nobody divided, rows without keys.
 */
export const plainTable = `import { useState } from 'react';
import { Search } from 'lucide-react';
import { recentOrders } from './orders';

export default function OrdersTable({ orders = recentOrders }) {
  const [sort, setSort] = useState('day');
  const [query, setQuery] = useState('');
  const rows = orders.filter((o) => o.customer.includes(query)).sort((a, b) => (a[sort] > b[sort] ? 1 : -1));
  const dots = { paid: 'bg-green-300', open: 'bg-blue-300', late: 'bg-yellow-300' };

  return (
    <div className="w-[1100px] p-8 bg-white font-sans">
      <div className="text-3xl font-light text-gray-300">Orders</div>
      <div className="flex items-center gap-2 mt-6">
        <Search className="w-4 h-4" />
        <input value={query} onChange={(e) => setQuery(e.target.value)} placeholder="Search…" className="border border-gray-100 rounded-full px-4 py-2 outline-none" />
        <button className="rounded-full bg-indigo-100 w-9 h-9"><img src="plus.svg" className="w-4 h-4" /></button>
      </div>
      <div className="mt-6 rounded-2xl shadow-lg overflow-hidden">
        <div className="grid grid-cols-5 bg-gray-50 text-gray-300 text-xs uppercase px-6 py-4">
          <div onClick={() => setSort('id')}>Order</div>
          <div onClick={() => setSort('customer')}>Customer</div>
          <div onClick={() => setSort('day')}>Day</div>
          <div onClick={() => setSort('total')}>Total</div>
          <div></div>
        </div>
        {rows.map((o) => (
          <div className="grid grid-cols-5 px-6 py-4 text-gray-400 text-sm border-t border-gray-50">
            <div>{o.id}</div>
            <div>{o.customer}</div>
            <div>{o.day}</div>
            <div>€{o.total}</div>
            <div><div className={'w-3 h-3 rounded-full ' + dots[o.status]}></div></div>
          </div>
        ))}
      </div>
    </div>
  );
}
`;
