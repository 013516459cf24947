import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { type ColourTheme, loadColourTheme } from '../../src/panel/colours/colourTheme.ts';
import { grammarOfLanguage } from '../../src/panel/colours/grammarNames.ts';
import { panelHtml } from '../../src/panel/panelHtml.ts';
import type { ColoursView } from '../../src/shared/comparisonView.ts';
import { launchBrowser } from '../vscode/launchBrowser.ts';
import { type GalleryScene, galleryScenes } from './gallery/galleryScenes.ts';
import { type GalleryTheme, galleryThemes } from './gallery/galleryThemes.ts';

/**
 * Takes pictures of the comparison panel in every state and theme, from the built bundle and without VS Code, to be
 * looked at by whoever changes it.
 *
 *   node test/ui/panelGallery.ts [scene …] [--theme=dark] [--dist=dist] [--themes=folder with VS Code's themes]
 */
const root = join(import.meta.dirname, '../..');
const argumentsGiven = process.argv.slice(2);
const option = (name: string) => argumentsGiven.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
const dist = resolve(root, option('dist') ?? 'dist');
const themeFolder =
  option('themes') ??
  join(root, '.vscode-test/1.139.1/node_modules/code-server/lib/vscode/extensions/theme-defaults/themes');
const wanted = argumentsGiven.filter((text) => !text.startsWith('--'));
const pictures = join(root, 'out/screenshots/gallery');
const origin = 'http://panel.test';

await mkdir(pictures, { recursive: true });
const { context, close } = await launchBrowser();
try {
  for (const theme of galleryThemes.filter(({ name }) => [undefined, name].includes(option('theme')))) {
    const colours = await coloursFor(theme);
    for (const scene of galleryScenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const page = await context.newPage();
      const faults = await openScene(page, scene, theme, colours);
      await page.screenshot({ path: join(pictures, `${scene.name}.${theme.name}.png`) });
      for (const fault of faults) console.log(`${scene.name} (${theme.name}): ${fault}`);
      await page.close();
    }
  }
} finally {
  await close();
}

/** Shows a scene as VS Code would, policy included; gives what the page complained about. */
async function openScene(
  page: Page,
  scene: GalleryScene,
  theme: GalleryTheme,
  colours: ColoursView,
): Promise<readonly string[]> {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  await page.setViewportSize(scene.size ?? { width: 1280, height: 860 });
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: pageHtml(theme) });
    else await route.fulfill({ path: join(dist, 'webview', pathname) });
  });
  await page.addInitScript(installFakeHost, theme.variables);
  await page.goto(`${origin}/`);
  await page.evaluate(
    ([view, bodyClass]) => {
      document.body.classList.add(bodyClass);
      window.postMessage({ type: 'view-replaced', comparisonId: view.comparisonId, payload: { view } });
    },
    [{ ...scene.view, colours }, theme.bodyClass] as const,
  );
  await page.waitForSelector('header.task');
  for (const name of scene.press ?? []) await page.getByRole('button', { name, exact: true }).click();
  for (const key of scene.keys ?? []) await page.keyboard.press(key);
  await page.waitForTimeout(900);
  return faults;
}

function pageHtml(theme: GalleryTheme): string {
  const html = panelHtml({
    nonce: 'Z2FsbGVyeQ==',
    cspSource: origin,
    scriptUri: '/comparison.js',
    styleUri: '/comparison.css',
    landmark: 'Comparison',
    locale: 'en',
  });
  return html.replace('<body>', `<body class="${theme.bodyClass}">`);
}

/** Runs in the page before anything else: what VS Code puts there. */
function installFakeHost(variables: Readonly<Record<string, string>>): void {
  Object.assign(window, {
    acquireVsCodeApi: () => ({ postMessage: () => undefined, getState: () => undefined, setState: () => undefined }),
  });
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, value] of Object.entries(variables)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    }
  });
}

async function coloursFor(theme: GalleryTheme): Promise<ColoursView> {
  const read = (path: string) => readFile(path, 'utf8').catch(() => null);
  const own = await loadColourTheme(join(themeFolder, theme.file), theme.type, read);
  const names: Readonly<Record<string, readonly string[]>> = JSON.parse(
    await readFile(join(dist, 'grammars/index.json'), 'utf8'),
  );
  const needed = [...new Set(['typescript', 'python', 'go', 'sql'].flatMap((language) => names[language] ?? []))];
  const grammars = await Promise.all(
    needed.map(
      async (name): Promise<object> => JSON.parse(await readFile(join(dist, 'grammars', `${name}.json`), 'utf8')),
    ),
  );
  return { theme: own ?? (await bundledTheme(theme)), grammars, grammarOfLanguage };
}

async function bundledTheme({ fallback }: GalleryTheme): Promise<ColourTheme> {
  return JSON.parse(await readFile(join(dist, 'themes', `${fallback}.json`), 'utf8'));
}
