import type { Locale } from '@/lib/locale';
import { documentStyle } from './document-style';

/** Media types the documents come in. */
export type DocumentType =
  | 'text/html'
  | 'text/plain'
  | 'application/json'
  | 'application/feed+json'
  | 'application/atom+xml'
  | 'application/xml'
  | 'image/svg+xml'
  | 'image/png';

/** Whether documents of the type are in the reader's language; lists of addresses are in none. */
export function hasLanguage(type: DocumentType): boolean {
  return type !== 'text/plain' && type !== 'application/xml';
}

/** What every document says of itself, whatever it shows. */
export function sharedHeaders(type: DocumentType, locale: Locale): Record<string, string> {
  return {
    'Content-Type': type === 'image/png' ? type : `${type}; charset=utf-8`,
    ...(hasLanguage(type) && { 'Content-Language': locale, Vary: 'Accept-Language' }),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    // The desk shows the very document as its preview.
    'X-Frame-Options': 'SAMEORIGIN',
    'Content-Security-Policy': contentSecurityPolicy(
      type === 'text/html' ? documentStyle().hash : undefined,
    ),
  };
}

/** For a document that search engines shall not list; others say nothing. */
export function indexing(shown: {
  readonly isIndexed: boolean;
  readonly listed?: boolean;
}): Record<string, string> {
  return shown.isIndexed && shown.listed !== false ? {} : { 'X-Robots-Tag': 'noindex' };
}

/**
 * Nothing at all, but for a document's own style (named by its hash), its own images and the frame
 * around the desk's preview.
 * @param styleHash `sha256-…`
 */
function contentSecurityPolicy(styleHash?: string): string {
  return [
    "default-src 'none'",
    styleHash && `style-src '${styleHash}'`,
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ]
    .filter(Boolean)
    .join('; ');
}

/** The same for a page that says it itself: it has no forms, and cannot say who frames it. */
export function copyPolicy(): string {
  const style = `style-src '${documentStyle().hash}'`;
  return `default-src 'none'; ${style}; img-src 'self'; form-action 'none'; base-uri 'none'`;
}
