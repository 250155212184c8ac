import type { ReactElement } from 'react';
import type { Fallback } from '@/app/_server/document';
import { FallbackPage } from './fallback-page';

/** `element`, a whole `<html>`, as a document. React's server is imported late: Next refuses it otherwise. */
export async function renderHtml(element: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return `<!doctype html>${renderToStaticMarkup(element)}`;
}

export const fallback: Fallback = (kind, asked) =>
  renderHtml(<FallbackPage kind={kind} asked={asked} />);
