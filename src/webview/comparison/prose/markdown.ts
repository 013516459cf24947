import DOMPurify from 'dompurify';
import createParser, { type MarkdownIt } from 'markdown-it';

const markdown = createMarkdown();

/**
 * Markdown as a DOM fragment that can do nothing: no HTML of the model's, no images, links to https only and inert
 * until clicked. It passes an allow-list in the real DOM after the renderer has already kept everything else out.
 */
export function renderMarkdown(text: string): DocumentFragment {
  return DOMPurify.sanitize(markdown.render(text), {
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
