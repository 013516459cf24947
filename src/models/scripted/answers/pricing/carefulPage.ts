/** The better pricing page: named, readable, usable by keyboard, as wide as its window, light and dark. */
export const carefulPage = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Pricing</title>
  <style>
    :root {
      color-scheme: light dark;
      --ground: #ffffff; --card: #f4f5f7; --text: #1b1f24; --quiet: #4a5561; --line: #c9d0d8;
      --accent: #1d4fd7; --on-accent: #ffffff;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14171a; --card: #1f2429; --text: #eef1f4; --quiet: #b3bcc6; --line: #3d4650;
        --accent: #8fb4ff; --on-accent: #0d1b3d;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
    main { max-width: 64rem; margin: 0 auto; padding: 3rem 1rem; }
    h1 { margin: 0; font-size: clamp(1.75rem, 5vw, 2.75rem); line-height: 1.15; }
    .lead { margin: .5rem 0 2rem; color: var(--quiet); }
    .plans { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
    .plan { display: flex; flex-direction: column; padding: 1.5rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); }
    .plan.usual { border: 2px solid var(--accent); }
    h2 { margin: 0; font-size: 1.125rem; }
    .note { color: var(--accent); font-weight: 600; }
    .price { margin: .5rem 0; font-size: 2rem; font-weight: 700; }
    .price small { font-size: 1rem; font-weight: 400; color: var(--quiet); }
    ul { flex: 1; margin: 0 0 1.5rem; padding-left: 1.25rem; }
    a { display: block; padding: .75rem; border-radius: .5rem; background: var(--accent); color: var(--on-accent); font-weight: 600; text-align: center; text-decoration: none; }
    a:hover { text-decoration: underline; }
    a:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; }
  </style>
</head>
<body>
  <main>
    <h1>Choose your plan</h1>
    <p class="lead">Change or cancel at the end of any month. Prices include tax.</p>
    <div class="plans">
      <section class="plan" aria-labelledby="stall">
        <h2 id="stall">Stall</h2>
        <p class="price">€0 <small>a month</small></p>
        <ul><li>20 products</li><li>1 person</li><li>Basic reports</li></ul>
        <a href="#stall" aria-label="Start with Stall">Start</a>
      </section>
      <section class="plan usual" aria-labelledby="shop">
        <h2 id="shop">Shop <span class="note">· most chosen</span></h2>
        <p class="price">€19 <small>a month</small></p>
        <ul><li>1,000 products</li><li>5 people</li><li>Stock reservations</li></ul>
        <a href="#shop" aria-label="Start with Shop">Start</a>
      </section>
      <section class="plan" aria-labelledby="chain">
        <h2 id="chain">Chain</h2>
        <p class="price">€79 <small>a month</small></p>
        <ul><li>Unlimited products</li><li>Unlimited people</li><li>Several warehouses</li></ul>
        <a href="#chain" aria-label="Start with Chain">Start</a>
      </section>
    </div>
  </main>
</body>
</html>
`;
