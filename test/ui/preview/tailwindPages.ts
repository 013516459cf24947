/** A page styled by Tailwind's classes alone, with a colour of its own configured in a script. */
export const tailwindPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Team</title>
<script src="https://cdn.tailwindcss.com"></script>
<script>
  tailwind.config = { theme: { extend: { colors: { brand: { DEFAULT: '#14532d', ink: '#f0fdf4' } } } } };
</script>
</head>
<body class="bg-slate-100 p-8">
<main class="mx-auto max-w-xl rounded-2xl bg-white p-6 shadow">
  <h1 class="text-2xl font-bold text-slate-900">The team</h1>
  <ul class="mt-4 divide-y divide-slate-200">
    <li class="flex justify-between py-3"><span>Ada</span><span class="text-slate-600">Engine</span></li>
    <li class="flex justify-between py-3"><span>Grace</span><span class="text-slate-600">Compiler</span></li>
  </ul>
  <button class="mt-6 w-full rounded-lg bg-brand px-4 py-2 font-semibold text-brand-ink hover:opacity-90">Join them</button>
</main>
</body>
</html>
`;

/** The same with faults: words that hardly show, and a button without any. */
export const paleTailwindPage = tailwindPage
  .replace('text-slate-900', 'text-slate-300')
  .replaceAll('text-slate-600', 'text-slate-300')
  .replace('>Join them<', '><');
