import DOMPurify from 'dompurify';
import createParser, { type MarkdownIt } from 'markdown-it';
import { nameOfCharacter, showHiddenInLines } from '../code/visibleText.ts';

const markdown = createMarkdown();

/**
 * Markdown as a DOM fragment that can do nothing: no HTML of the model's, no images, links to https only and inert
 * until clicked. It passes an allow-list in the real DOM after the renderer has already kept everything else out.
 */
export function renderMarkdown(text: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(markdown.render(text), {
    ALLOWED_TAGS: [
      ...['p', 'br', 'strong', 'em', 's', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'hr', 'a'],
      ...['h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    ALLOWED_ATTR: ['href', 'title', 'class', 'start'],
    FORBID_TAGS: ['style', 'form', 'input', 'iframe', 'link', 'meta', 'base', 'img', 'svg', 'math'],
    FORBID_ATTR: ['style', 'srcset', 'ping'],
    ALLOWED_URI_REGEXP: /^https:\/\//i,
    SANITIZE_NAMED_PROPS: true,
    RETURN_DOM_FRAGMENT: true,
  });
  showHidden(fragment);
  return fragment;
}

/** Embeddings, overrides and isolates: they show words in another order than a compiler reads them in. */
const reorderingCharacters = /[\u202A-\u202E\u2066-\u2069]/g;

/** Writes out what would hide in code, and in other words what would reorder them; joiners belong there, e.g. in emoji. */
function showHidden(fragment: DocumentFragment): void {
  const nodes = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode() !== null) {
    const { currentNode } = nodes;
    const text = currentNode.nodeValue ?? '';
    const isCode = (currentNode.parentElement?.closest('code') ?? null) !== null;
    currentNode.nodeValue = isCode ? showHiddenInLines(text) : text.replace(reorderingCharacters, nameOfCharacter);
  }
}

/** Line endings as markdown wants them: a bare carriage return must not end a code fence for some readers only. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function createMarkdown(): MarkdownIt {
  const parser = createParser({ html: false, linkify: false, typographer: false, highlight: null });
  parser.disable('image');
  parser.validateLink = (address) => /^https:\/\//i.test(address.trim());
  const { rules } = parser.renderer;
  // The side's name is the panel's h2, so an answer's own headings begin below it.
  for (const rule of ['heading_open', 'heading_close'] as const) {
    rules[rule] = (tokens, index, options, _environment, self) => {
      const token = tokens[index];
      if (token !== undefined) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
      return self.renderToken(tokens, index, options);
    };
  }
  rules.link_open = (tokens, index, options, _environment, self) => {
    const token = tokens[index];
    // Whoever hovers sees where it leads, whatever the link's text says.
    token?.attrSet('title', token.attrGet('href') ?? '');
    return self.renderToken(tokens, index, options);
  };
  return parser;
}
