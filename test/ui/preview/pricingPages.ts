/** A page that people with and without sight can use, on a telephone, too. */
export const goodPricing = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Prices</title>
<link rel="stylesheet" href="shop.css">
<style>
  :root { color-scheme: light dark; --ink: #1b2430; --paper: #fbfaf7; --line: #d9d5cc; --accent: #0b5d4c; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #16191d; --line: #3a3f47; --accent: #6fd3bd; } }
  body { margin: 0; padding: 40px 24px; color: var(--ink); background: var(--paper); }
  h1 { margin: 0 0 8px; font-size: 32px; }
  .plans { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 20px; margin-top: 28px; }
  .plan { padding: 24px; border: 1px solid var(--line); border-radius: 12px; }
  .price { font-size: 28px; font-weight: 700; }
  button { width: 100%; padding: 10px; border: 0; border-radius: 8px; color: var(--paper); background: var(--accent); font: inherit; font-weight: 600; }
</style>
</head>
<body>
<main>
  <h1>Plans for every shop</h1>
  <p>Change or leave whenever you like.</p>
  <div class="plans">
    <section class="plan"><h2>Stall</h2><p class="price">€9</p><p>One till, one user.</p><button>Choose Stall</button></section>
    <section class="plan"><h2>Shop</h2><p class="price">€29</p><p>Three tills, ten users.</p><button>Choose Shop</button></section>
    <section class="plan"><h2>Market</h2><p class="price">€79</p><p>As many as you need.</p><button>Choose Market</button></section>
  </div>
</main>
</body>
</html>
`;

/** The same with faults: faint words, a field and pictures without a name, wider than a telephone, a script. */
export const faultyPricing = `<!doctype html>
<html>
<head>
<title>Prices</title>
<style>
  body { margin: 0; font-family: sans-serif; background: #fff; }
  .row { display: flex; width: 1100px; gap: 16px; padding: 24px; }
  .box { width: 340px; padding: 20px; background: #f4f4f4; color: #b8b8b8; }
  .box b { font-size: 30px; color: #ffb000; }
</style>
</head>
<body>
<div class="row">
  <div class="box"><img src="https://pictures.invalid/stall.png"><h3>Stall</h3><b>€9</b><p>One till, one user.</p><a href="https://shop.invalid/buy">Buy</a></div>
  <div class="box"><img src="market.png"><h3>Shop</h3><b>€29</b><p>Three tills, ten users.</p></div>
  <div class="box"><h3>Market</h3><b>€79</b><p id="many">As many as you need.</p></div>
</div>
<input type="text" placeholder="Your address">
<button onclick="document.getElementById('many').textContent = 'Clicked'"></button>
<script>
  document.querySelector('h3').textContent = 'Made by a script';
  console.error('The basket could not be loaded');
</script>
</body>
</html>
`;

/** The style sheet that the good page names. */
export const shopStyles = 'body { font: 16px/1.5 Georgia, serif; }\n';
