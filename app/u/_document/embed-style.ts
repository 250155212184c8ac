import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

let css: string | undefined;

/** The style sheet of the card for other sites: its own, a twentieth of the page's. */
export function embedCss(): string {
  if (css !== undefined && process.env.NODE_ENV === 'production') return css;
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'app/u/_document/embed.css');
  css = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return css;
}

/** Anyone may frame it; it may do nothing but be looked at and lead to the record. */
export function embedHeaders(): Record<string, string> {
  const hash = createHash('sha256').update(embedCss()).digest('base64');
  return {
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
    // Nothing rather than the responder's own: framing is governed above.
    'X-Frame-Options': '',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
}
