import type {
  ComponentFault,
  ComponentMarkup,
  ComponentRenderer,
  ComponentWords,
  FrameworkKind,
} from '../../app/preview/componentPorts.ts';
import { nothingRendered, type PreviewRenderer, type RenderRequest } from '../../app/preview/previewPorts.ts';
import type { PageFault } from '../../shared/previewView.ts';
import { LocalFiles } from '../localFiles.ts';
import { renderHtml } from '../renderHtml.ts';
import { selfContained } from '../styleSheet.ts';
import { writtenStyles } from '../writtenStyles.ts';
import { answersScheme } from './answersScheme.ts';

/** Makes pages of one kind of component: rendered elsewhere, then treated like any page that a model wrote. */
export function componentPages(
  kind: FrameworkKind,
  renderer: ComponentRenderer,
  words: ComponentWords,
): PreviewRenderer {
  return async (request) => {
    const { path, text, look, runScripts, ownProps, tailwind, underWay } = request;
    const given = { kind, path, text, dataSet: look.dataSet, live: runScripts, ownProps, tailwind, underWay };
    const job = { ...given, missingWords: words.missing };
    const { markup, fault, component, messages } = await renderer.render(job, request.read);
    const told = {
      component,
      messages,
      fault: fault === null ? null : worded(fault, words),
      // What fails without a browser may do in one; what could not even be read, or has nothing to mount, does not.
      hasScripts: component !== null && !(fault !== null && 'reason' in fault && fault.reason === 'no-component'),
    };
    if (markup === null) return { ...nothingRendered, ...told };
    const standIns = { level: 'warning', text: words.standIns } as const;
    const files = new LocalFiles(request);
    const page = await renderHtml({ ...request, text: await documentOf(markup, request, files) });
    // What was left out of a style sheet is an empty address by now.
    const leftOut = [...new Set([...files.leftOut, ...page.leftOut])].filter((address) => address !== 'data:,');
    const all = markup.standIns ? [standIns, ...messages] : messages;
    return { ...page, ...told, messages: all, leftOut, hasContent: page.hasContent || markup.liveScript !== null };
  };
}

function worded(fault: ComponentFault, { faults }: ComponentWords): PageFault {
  return 'reason' in fault ? { message: faults[fault.reason], line: null } : fault;
}

/** A page with the component in it; what belongs to every page is there, so that no component is blamed for it. */
async function documentOf(
  { html, head, styles, liveScript }: ComponentMarkup,
  { path, look }: RenderRequest,
  files: LocalFiles,
): Promise<string> {
  const sheets: string[] = [];
  // As they were written; the look is given to the whole page afterwards.
  const asWritten = { ...look, scheme: 'system', reducedMotion: false } as const;
  for (const sheet of styles) sheets.push(await selfContained(sheet.css, sheet.path, files, asWritten));
  const style = sheets.map((css) => `<style>${css.replace(/<\/style/gi, '<\\/style')}</style>`).join('');
  // The canvas, scroll bars and form controls are ours to make dark where the component makes itself so.
  const scheme = answersScheme([...sheets, ...writtenStyles(html + head)])
    ? '<meta name="color-scheme" content="light dark">'
    : '';
  const title = (path.split('/').at(-1) ?? '').replace(/[<&]/g, '');
  const script = liveScript === null ? '' : `<script>${withoutEnd(liveScript)}</script>`;
  return (
    '<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width,initial-scale=1">' +
    `${scheme}<title>${title}</title>${style}${head}</head><body><div id="root">${html}</div>${script}</body></html>`
  );
}

/** Nothing in a script may end its element, or be taken for a comment around it. */
function withoutEnd(script: string): string {
  return script.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '<\\!--');
}
