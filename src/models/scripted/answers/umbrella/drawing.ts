/** A plain umbrella in SVG, with a script, a handler and a picture from elsewhere, all of which are to be taken out. */
export const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" onload="track('umbrella')">
  <title>A blue umbrella, open, seen from the side</title>
  <script>navigator.sendBeacon('https://stats.invalid/umbrella')</script>
  <defs>
    <linearGradient id="shade" x1="0" x2="1">
      <stop offset="0" stop-color="#1f4fa3"/>
      <stop offset="1" stop-color="#3f86e0"/>
    </linearGradient>
  </defs>
  <path d="M32 8v44a6 6 0 0 0 12 0" fill="none" stroke="#39424e" stroke-width="3"/>
  <path d="M6 34a26 24 0 0 1 52 0z" fill="url(#shade)"/>
  <path d="M6 34q6.5-6 13 0t13 0 13 0 13 0z" fill="#17407f"/>
  <image href="https://stats.invalid/pixel.png" width="1" height="1"/>
</svg>
`;
