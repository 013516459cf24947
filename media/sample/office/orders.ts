/** An order as the office sees it. */
export interface OfficeOrder {
  readonly id: string;
  readonly customer: string;
  /** In cents. */
  readonly total: number;
  readonly status: 'paid' | 'open' | 'late';
  /** Day of the order, as YYYY-MM-DD. */
  readonly day: string;
}

export const recentOrders: readonly OfficeOrder[] = [
  { id: 'A-1047', customer: 'Mara Lindqvist', total: 8450, status: 'paid', day: '2026-03-02' },
  { id: 'A-1048', customer: 'Tomás Rivera', total: 129900, status: 'open', day: '2026-03-03' },
  { id: 'A-1049', customer: 'Aiko Tanaka', total: 2390, status: 'late', day: '2026-02-11' },
  { id: 'A-1050', customer: 'Ngozi Okafor', total: 45600, status: 'paid', day: '2026-03-05' },
  { id: 'A-1051', customer: 'Jonas Weber', total: 760, status: 'open', day: '2026-03-06' },
];
