/**
 * The weaker pricing page. It looks finished at first sight, and that is the point: pale text on white, a field and a
 * switch without a name, plans that are no headings, buttons that are no buttons, a width that no phone has, no dark look.
 */
export const plainPage = `<!doctype html>
<html>
<head>
  <meta charset="utf-8">
  <title>Pricing</title>
  <style>
    body { margin: 0; background: #ffffff; color: #9ca3af; font-family: system-ui, sans-serif; }
    .page { width: 1080px; margin: 48px auto; text-align: center; }
    .title { font-size: 40px; font-weight: 700; color: #111827; }
    .plans { display: flex; gap: 24px; margin-top: 40px; }
    .plan { flex: 1; padding: 32px; border-radius: 16px; background: #f9fafb; }
    .plan.best { background: #6366f1; color: #a5b4fc; }
    .name { font-size: 14px; text-transform: uppercase; letter-spacing: 1px; }
    .price { font-size: 48px; font-weight: 800; color: #374151; }
    .best .price { color: #ffffff; }
    .list { list-style: none; padding: 0; line-height: 2; }
    .button { margin-top: 16px; padding: 12px; border-radius: 8px; background: #e5e7eb; color: #ffffff; cursor: pointer; }
    .best .button { background: #ffffff; color: #c7d2fe; }
    .news { margin-top: 48px; }
    .news input { padding: 10px; border: 1px solid #e5e7eb; border-radius: 8px; outline: none; }
  </style>
</head>
<body>
  <div class="page">
    <div class="title">Choose your plan</div>
    <p>Monthly <input type="checkbox"> Yearly</p>
    <div class="plans">
      <div class="plan">
        <div class="name">Stall</div>
        <div class="price">€0</div>
        <ul class="list"><li>20 products</li><li>1 person</li><li>Basic reports</li></ul>
        <div class="button">Get started</div>
      </div>
      <div class="plan best">
        <div class="name">Shop</div>
        <div class="price">€19</div>
        <ul class="list"><li>1,000 products</li><li>5 people</li><li>Stock reservations</li></ul>
        <div class="button">Get started</div>
      </div>
      <div class="plan">
        <div class="name">Chain</div>
        <div class="price">€79</div>
        <ul class="list"><li>Unlimited products</li><li>Unlimited people</li><li>Several warehouses</li></ul>
        <div class="button">Get started</div>
      </div>
    </div>
    <div class="news">
      <img src="letter.png" width="24" height="24">
      <input type="text" placeholder="Your e-mail address">
    </div>
  </div>
</body>
</html>
`;
