import type { ScriptedTask } from '../scriptedTask.ts';

/** A race between reading and writing the stock. OpenAI's answer only makes it rarer; Anthropic's queues per product. */
export const reservations: ScriptedTask = {
  path: 'src/reservations.ts',
  signature: [
    '    await this.stock.write(product, onShelf - pieces);',
    '    await Promise.all(lines.map((line) => this.reserve(line.product, line.quantity)));',
  ],
  fix: {
    openai: {
      thinking:
        'Between read and write another customer can read the same number. Reading once more right before the write notices most of that. `reserveAll` starts all reservations at once, so one that fails leaves the others standing.',
      prose:
        'Two customers can both read a stock of one before either has written, and both get the last piece. I read the stock again right before writing and give up if it changed.\n\n`reserveAll` now reserves line by line, and puts back what it took when a line fails.',
      edits: [
        {
          kind: 'patch',
          diff: [
            '@@   async reserve(product: string, pieces: number): Promise<void> {',
            '       throw new OutOfStock(product);',
            '     }',
            '+    if ((await this.stock.read(product)) !== onShelf) {',
            '+      throw new OutOfStock(product);',
            '+    }',
            '     await this.stock.write(product, onShelf - pieces);',
            '   }',
            '@@   async reserveAll(lines: readonly BasketLine[]): Promise<void> {',
            '-    await Promise.all(lines.map((line) => this.reserve(line.product, line.quantity)));',
            '+    const reserved: BasketLine[] = [];',
            '+    try {',
            '+      for (const line of lines) {',
            '+        await this.reserve(line.product, line.quantity);',
            '+        reserved.push(line);',
            '+      }',
            '+    } catch (error) {',
            '+      await Promise.all(reserved.map((line) => this.release(line.product, line.quantity)));',
            '+      throw error;',
            '+    }',
            '   }',
          ].join('\n'),
        },
      ],
    },
    anthropic: {
      thinking:
        'Classic check-then-act across an await. Within one process the fix is to let the read and the write of one product happen without anyone in between: a promise chain per product. release has the same problem. reserveAll must undo what it reserved when one line fails.',
      prose:
        'Reading and writing the stock are two steps with an `await` between them, so two calls can read the same number and one of the writes is lost. `release` has the same flaw.\n\nCalls for the same product now wait for each other, in a queue per product; different products still run side by side. `reserveAll` puts back what it took when a line fails, as its comment promises. This holds within one process: several servers would need a transaction in the store.',
      edits: [
        {
          kind: 'replace',
          oldText: '  private readonly stock: StockStore;\n',
          newText:
            '  private readonly stock: StockStore;\n  private readonly queues = new Map<string, Promise<void>>();\n',
        },
        {
          kind: 'replace',
          oldText: [
            '    const onShelf = await this.stock.read(product);',
            '    if (onShelf < pieces) {',
            '      throw new OutOfStock(product);',
            '    }',
            '    await this.stock.write(product, onShelf - pieces);',
            '  }',
          ].join('\n'),
          newText: [
            '    await this.inTurn(product, async () => {',
            '      const onShelf = await this.stock.read(product);',
            '      if (onShelf < pieces) {',
            '        throw new OutOfStock(product);',
            '      }',
            '      await this.stock.write(product, onShelf - pieces);',
            '    });',
            '  }',
          ].join('\n'),
        },
        {
          kind: 'replace',
          oldText: [
            '    const onShelf = await this.stock.read(product);',
            '    await this.stock.write(product, onShelf + pieces);',
            '  }',
          ].join('\n'),
          newText: [
            '    await this.inTurn(product, async () => {',
            '      const onShelf = await this.stock.read(product);',
            '      await this.stock.write(product, onShelf + pieces);',
            '    });',
            '  }',
          ].join('\n'),
        },
        {
          kind: 'replace',
          oldText: [
            '    await Promise.all(lines.map((line) => this.reserve(line.product, line.quantity)));',
            '  }',
          ].join('\n'),
          newText: [
            '    const reserved: BasketLine[] = [];',
            '    try {',
            '      for (const line of lines) {',
            '        await this.reserve(line.product, line.quantity);',
            '        reserved.push(line);',
            '      }',
            '    } catch (error) {',
            '      await Promise.all(reserved.map((line) => this.release(line.product, line.quantity)));',
            '      throw error;',
            '    }',
            '  }',
            '',
            '  private async inTurn(product: string, work: () => Promise<void>): Promise<void> {',
            '    const before = this.queues.get(product) ?? Promise.resolve();',
            '    const turn = before.then(work, work);',
            '    this.queues.set(product, turn);',
            '    await turn;',
            '  }',
          ].join('\n'),
        },
      ],
    },
  },
  ask: {
    openai:
      '`Reservations` takes pieces out of stock while a customer pays and puts them back when the payment fails. Each operation reads the stock, then writes it: with two customers at once the reads can both come first, and then one write is lost. `reserveAll` also leaves earlier lines reserved when a later one fails.',
    anthropic:
      'The class is a thin layer over the stock store: reserve, release, and reserve a whole basket.\n\nIts weak point is concurrency. Every method is check-then-act with an `await` in the middle, so it is only right as long as nobody else is doing the same. And the comment on `reserveAll` promises all or nothing, which `Promise.all` does not give.',
  },
};
