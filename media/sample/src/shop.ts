/** One article in a basket. Prices are in cents. */
export interface BasketLine {
  readonly product: string;
  readonly price: number;
  readonly quantity: number;
}

export type Delivery = 'standard' | 'express' | 'pickup';

export interface Order {
  readonly id: string;
  readonly lines: readonly BasketLine[];
  readonly paid: boolean;
}

/** Where orders are kept. */
export interface OrderStore {
  find(id: string): Promise<Order | undefined>;
  save(order: Order): Promise<void>;
}

/** How many pieces of each product are on the shelves. */
export interface StockStore {
  read(product: string): Promise<number>;
  write(product: string, pieces: number): Promise<void>;
}
