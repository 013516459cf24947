import type { BasketLine, StockStore } from './shop';

export class OutOfStock extends Error {
  readonly product: string;

  constructor(product: string) {
    super(`Not enough of ${product} in stock`);
    this.product = product;
  }
}

/** Sets pieces aside while a customer is paying. */
export class Reservations {
  private readonly stock: StockStore;

  constructor(stock: StockStore) {
    this.stock = stock;
  }

  /** Takes pieces off the shelf. Throws `OutOfStock` when there are too few. */
  async reserve(product: string, pieces: number): Promise<void> {
    const onShelf = await this.stock.read(product);
    if (onShelf < pieces) {
      throw new OutOfStock(product);
    }
    await this.stock.write(product, onShelf - pieces);
  }

  /** Puts pieces back, e.g. when a payment fails. */
  async release(product: string, pieces: number): Promise<void> {
    const onShelf = await this.stock.read(product);
    await this.stock.write(product, onShelf + pieces);
  }

  /** Reserves a whole basket, or nothing of it. */
  async reserveAll(lines: readonly BasketLine[]): Promise<void> {
    await Promise.all(lines.map((line) => this.reserve(line.product, line.quantity)));
  }
}
