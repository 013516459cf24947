/**
 * The weaker page of orders. It looks like the mock-up at the mock-up's own width, and only there: a table without a
 * table, a button that is none, pale words, a figure without a name, a fixed width, no dark look.
 */
export const plainOrders = `<!doctype html>
<html>
<head>
  <meta charset="utf-8">
  <title>Orders</title>
  <style>
    body { margin: 0; background: #f3f4f6; color: #9aa5b1; font-family: system-ui, sans-serif; }
    .page { width: 760px; padding: 28px; }
    .top { display: flex; justify-content: space-between; align-items: center; }
    .title { font-size: 24px; font-weight: 700; color: #1f2933; }
    .new { padding: 9px 16px; border-radius: 8px; background: #5eead4; color: #ffffff; cursor: pointer; }
    .tiles { display: flex; gap: 14px; margin: 20px 0; }
    .tile { flex: 1; padding: 14px 18px; border-radius: 10px; background: #ffffff; }
    .tile span { display: block; font-size: 26px; color: #1f2933; }
    .row { display: flex; padding: 11px 18px; background: #ffffff; border-bottom: 1px solid #e5e7eb; }
    .row div { width: 20%; }
    .badge { padding: 2px 10px; border-radius: 99px; background: #d5f2ec; color: #7dd3c0; }
  </style>
</head>
<body>
  <div class="page">
    <div class="top"><div class="title">Today’s orders</div><div class="new">New order</div></div>
    <div class="tiles">
      <div class="tile">Orders<span>48</span></div>
      <div class="tile">Revenue<span>€1,926</span></div>
      <div class="tile"><img src="box.png" width="18" height="18"><span>7</span></div>
    </div>
    <div class="row"><div>Order</div><div>Customer</div><div>Items</div><div>Total</div><div>State</div></div>
    <div class="row"><div>#1048</div><div>Amara Okafor</div><div>3 books</div><div>€64.50</div><div><span class="badge">Packed</span></div></div>
    <div class="row"><div>#1047</div><div>Jonas Lindqvist</div><div>1 book</div><div>€18.00</div><div><span class="badge">Paid</span></div></div>
    <div class="row"><div>#1046</div><div>Mei Tanaka</div><div>5 books</div><div>€112.20</div><div><span class="badge">Shipped</span></div></div>
    <div class="row"><div>#1045</div><div>Luca Ferraro</div><div>2 books</div><div>€31.90</div><div><span class="badge">Refunded</span></div></div>
  </div>
</body>
</html>
`;
