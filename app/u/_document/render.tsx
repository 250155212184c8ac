import type { ReactElement } from 'react';
import type { Fallback } from '@/app/_server/document';
import { FallbackPage } from './fallback-page';

/** `element`, a whole `<html>`, as a document. React's server is imported late: Next refuses it otherwise. */
export async function renderHtml(element: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return `<!doctype html>${lean(renderToStaticMarkup(element))}`;
}

/**
 * Without the end tags and quotation marks that HTML lets go: a tenth of a long record. What people
 * typed has neither by now. The head stays as it is, for its style is named by its hash.
 */
function lean(html: string): string {
  const at = html.indexOf('<body');
  const body = html
    .slice(at)
    .replace(/<\/(?:li|t[dhr]|d[dt])>/g, '')
    .replace(/><\/(?:line|path|rect|use)>/g, '/>')
    // Before `/>` they stay: the solidus would be read as part of the value.
    .replace(/="([\w#%.:/-]*[\w#%.:-])"(?=[ >])/g, '=$1');
  return html.slice(0, at) + body;
}

export const fallback: Fallback = (kind, asked) =>
  renderHtml(<FallbackPage kind={kind} asked={asked} />);
