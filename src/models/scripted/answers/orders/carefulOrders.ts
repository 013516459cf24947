/** The better page of orders: a real table with a caption, tiles as a list of terms, light and dark, any width. */
export const carefulOrders = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Today’s orders</title>
  <style>
    :root {
      color-scheme: light dark;
      --ground: #f3f4f6; --card: #ffffff; --text: #1f2933; --quiet: #52606d; --line: #d9dee3;
      --accent: #0f766e; --on-accent: #ffffff; --badge: #d5f2ec;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14191d; --card: #1e252b; --text: #edf1f4; --quiet: #b2bcc5; --line: #39434c;
        --accent: #5eead4; --on-accent: #06302b; --badge: #164740;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.4 system-ui, sans-serif; }
    main { max-width: 56rem; margin: 0 auto; padding: 1.75rem 1rem; }
    header { display: flex; flex-wrap: wrap; gap: .75rem; justify-content: space-between; align-items: center; }
    h1 { margin: 0; font-size: 1.5rem; }
    button { padding: .6rem 1rem; border: 0; border-radius: .5rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
    button:focus-visible, .orders:focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .875rem; margin: 1.25rem 0; }
    .tiles div { padding: .875rem 1.125rem; border-radius: .625rem; background: var(--card); }
    .tiles dd { margin: 0; font-size: 1.625rem; font-weight: 700; }
    .orders { overflow-x: auto; border-radius: .625rem; background: var(--card); }
    table { width: 100%; border-collapse: collapse; }
    caption { padding: .75rem 1.125rem 0; color: var(--quiet); text-align: left; }
    th, td { padding: .7rem 1.125rem; border-top: 1px solid var(--line); text-align: left; white-space: nowrap; }
    thead th { border-top: 0; color: var(--quiet); }
    tbody th { font-weight: 400; }
    .state { padding: .1rem .6rem; border-radius: 99px; background: var(--badge); }
  </style>
</head>
<body>
  <main>
    <header>
      <h1>Today’s orders</h1>
      <button type="button">New order</button>
    </header>
    <dl class="tiles">
      <div><dt>Orders</dt><dd>48</dd></div>
      <div><dt>Revenue</dt><dd>€1,926</dd></div>
      <div><dt>To pack</dt><dd>7</dd></div>
    </dl>
    <div class="orders" tabindex="0" role="region" aria-label="Latest orders">
      <table>
        <caption>The latest four, newest first</caption>
        <thead>
          <tr><th scope="col">Order</th><th scope="col">Customer</th><th scope="col">Items</th><th scope="col">Total</th><th scope="col">State</th></tr>
        </thead>
        <tbody>
          <tr><th scope="row">#1048</th><td>Amara Okafor</td><td>3 books</td><td>€64.50</td><td><span class="state">Packed</span></td></tr>
          <tr><th scope="row">#1047</th><td>Jonas Lindqvist</td><td>1 book</td><td>€18.00</td><td><span class="state">Paid</span></td></tr>
          <tr><th scope="row">#1046</th><td>Mei Tanaka</td><td>5 books</td><td>€112.20</td><td><span class="state">Shipped</span></td></tr>
          <tr><th scope="row">#1045</th><td>Luca Ferraro</td><td>2 books</td><td>€31.90</td><td><span class="state">Refunded</span></td></tr>
        </tbody>
      </table>
    </div>
  </main>
</body>
</html>
`;
