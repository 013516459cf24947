import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { usePanel } from '../panelContext.ts';
import { CodeFence } from './codeFence.tsx';
import { renderMarkdown, withLineFeeds } from './markdown.ts';
import { growBlocks, type MarkdownBlocks, noBlocks } from './markdownBlocks.ts';

interface ProseProps {
  readonly text: string;
  readonly growing: boolean;
}

/** Markdown that grows: finished blocks are rendered once, only the last one again. */
export function Prose({ text, growing }: ProseProps): JSX.Element {
  const { finished, tail, openFence } = useBlocks(text);
  return (
    <div class={growing ? 'prose-text growing' : 'prose-text'}>
      {finished.map((block, index) => (
        <MarkdownBlock key={index} text={block} />
      ))}
      {openFence === null
        ? tail.trim() !== '' && <MarkdownBlock text={tail} />
        : tail !== '' && <CodeFence language={openFence.language} code={openFence.code} coloured={!growing} />}
    </div>
  );
}

interface Progress {
  readonly text: string;
  readonly blocks: MarkdownBlocks;
  /** A carriage return at the very end waits: a line feed may follow. */
  readonly read: number;
}

function useBlocks(text: string): MarkdownBlocks {
  const progress = useRef<Progress>({ text: '', blocks: noBlocks, read: 0 });
  return useMemo(() => {
    const before = text.startsWith(progress.current.text) ? progress.current : { text: '', blocks: noBlocks, read: 0 };
    const read = text.endsWith('\r') ? text.length - 1 : text.length;
    const blocks = growBlocks(before.blocks, withLineFeeds(text.slice(before.read, read)));
    progress.current = { text, blocks, read };
    return blocks;
  }, [text]);
}

/** A finished block whose fences are coloured, or the growing one. */
function MarkdownBlock({ text }: { readonly text: string }): JSX.Element {
  const { send } = usePanel();
  const element = useRef<HTMLDivElement>(null);
  const fence = useMemo(() => growBlocks(noBlocks, `${text.replace(/\n[`~]{3,}[ \t]*\n*$/, '')}\n`).openFence, [text]);
  useLayoutEffect(() => {
    if (fence === null) element.current?.replaceChildren(renderMarkdown(text));
  }, [text, fence]);
  const open = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    event.preventDefault();
    send('link-opened', { address: link.getAttribute('href') ?? '' });
  };
  if (fence !== null) return <CodeFence language={fence.language} code={fence.code} coloured />;
  // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for the links within, which are interactive.
  // biome-ignore lint/a11y/useKeyWithClickEvents: pressing Enter on a link clicks it.
  return <div ref={element} class="markdown" onClick={open} onAuxClick={open} />;
}
