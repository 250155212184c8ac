import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import { isLocale, type Locale, negotiateLocale } from '@/lib/locale';
import { DocumentMemory } from './document-memory';
import { documentStyle } from './document-style';

/** What a request asks of any document. */
export type Asked = {
  readonly locale: Locale;
  /** The same where the address itself names it (`?lang=`), to be kept in links to follow. */
  readonly chosen?: Locale;
  /** `https://example.org`: where the document's absolute addresses start. */
  readonly origin: string;
  readonly query: URLSearchParams;
};

/** A body with the revision it shows, both read by one statement. */
export type Rendered = { readonly revision: string; readonly body: string | Uint8Array };

export type Representation = {
  /** Changes with anything the body shows, apart from language, origin, address and the code. */
  readonly revision: string;
  /** Called when this revision was not rendered lately; null when it is gone meanwhile. */
  readonly render: () => Promise<Rendered | null>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Media types the documents come in. */
export type DocumentType = 'text/html' | 'application/json' | 'image/png';

/** The HTML documents that say there is no other. */
export type Fallback = (kind: 'missing' | 'down', asked: Asked) => Promise<string>;

const memory = new DocumentMemory(64 * 1024 * 1024);

/**
 * Answers every public document: asks `find` what there is now, and sends it from memory when this
 * very content was rendered before. Always true, because the question goes to the store each time;
 * cheap, because the answer is a revision. A reader's own copy is good while its ETag is (304).
 * Nothing found is the same 404 for everyone, whatever the reason; a store that fails is a 503.
 */
export async function respond(
  request: Request,
  type: DocumentType,
  find: (asked: Asked) => Promise<Representation | null>,
  fallback: Fallback,
): Promise<Response> {
  const asked = readAsked(request);
  try {
    const found = await find(asked);
    const answer = found && (await answerWith(request, type, asked, found));
    return answer ?? (await fallbackResponse('missing', asked, fallback));
  } catch (error) {
    console.error('A public document could not be read.', error);
    return fallbackResponse('down', asked, fallback);
  }
}

async function answerWith(
  request: Request,
  type: DocumentType,
  asked: Asked,
  found: Representation,
): Promise<Response | null> {
  const key = keyOf(type, asked, new URL(request.url).pathname, found.revision);
  const headers = new Headers({
    ...sharedHeaders(type, asked.locale),
    'Cache-Control': 'no-cache',
    ETag: `"${key}"`,
    ...found.headers,
  });
  if (isMatch(request.headers.get('if-none-match'), key)) {
    return new Response(null, { status: 304, headers });
  }
  const rendering = await memory.getOrRender(key, found.revision, async () => {
    const made = await found.render();
    if (!made) return null;
    return { revision: made.revision, body: bytesOf(made.body) };
  });
  if (!rendering) return null;
  // Rendered from a newer revision than was asked for: true, but not to be kept under this tag.
  if (rendering.revision !== found.revision) headers.delete('ETag');
  return new Response(rendering.body, { headers });
}

/**
 * What a body depends on and nothing else: a parameter nobody reads, another spelling of the path or,
 * for a picture, another host would have the same thing rendered anew for whoever makes one up.
 */
function keyOf(type: DocumentType, asked: Asked, pathname: string, revision: string): string {
  const { locale, chosen = '', origin, query } = asked;
  const address =
    type === 'image/png' ? [] : [origin, chosen, ...shaping.map((name) => query.get(name) ?? '')];
  return digest(type, locale, ...address, decodeURIComponent(pathname), build(), revision);
}

/** The parameters of an address, apart from its language, that a document is made after. */
const shaping = ['year', 'page'] as const;

async function fallbackResponse(
  kind: 'missing' | 'down',
  asked: Asked,
  fallback: Fallback,
): Promise<Response> {
  return new Response(await fallback(kind, asked), {
    status: kind === 'missing' ? 404 : 503,
    headers: {
      ...sharedHeaders('text/html', asked.locale),
      'Cache-Control': kind === 'missing' ? 'no-cache' : 'no-store',
      'X-Robots-Tag': 'noindex',
      ...(kind === 'down' && { 'Retry-After': '30' }),
    },
  });
}

function sharedHeaders(type: DocumentType, locale: Locale): Record<string, string> {
  return {
    'Content-Type': type === 'image/png' ? type : `${type}; charset=utf-8`,
    'Content-Language': locale,
    Vary: 'Accept-Language',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    // The desk shows the very document as its preview.
    'X-Frame-Options': 'SAMEORIGIN',
    'Content-Security-Policy': contentSecurityPolicy(
      type === 'text/html' ? documentStyle().hash : undefined,
    ),
  };
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

function readAsked(request: Request): Asked {
  const query = new URL(request.url).searchParams;
  const wanted = query.get('lang');
  const locale = isLocale(wanted)
    ? wanted
    : negotiateLocale(request.headers.get('accept-language'));
  const chosen = isLocale(wanted) ? wanted : undefined;
  return { locale, chosen, origin: originOf(request), query };
}

/** APP_URL, else the host that was asked; bin/server.mjs vouches for the forwarded protocol. */
function originOf(request: Request): string {
  const host = request.headers.get('host') ?? '';
  const protocol = request.headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const named = /^[a-z0-9.-]{1,253}(:\d{1,5})?$|^\[[0-9a-f:]{2,45}\](:\d{1,5})?$/i.test(host);
  return configuredOrigin() ?? `${protocol}://${named ? host.toLowerCase() : 'localhost'}`;
}

/** Absent too where the settings are unusable: that is for the store to say, as a 503. */
function configuredOrigin(): string | undefined {
  try {
    return env().APP_URL;
  } catch {
    return undefined;
  }
}

function isMatch(header: string | null, key: string): boolean {
  if (!header) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${key}"`);
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27);
}

function bytesOf(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
}

let buildId: string | undefined;

/** Which code rendered: another build looks different. Without a build, this process. */
function build(): string {
  if (process.env.NODE_ENV === 'production') {
    try {
      buildId ??= readFileSync(path.join(process.cwd(), '.next', 'BUILD_ID'), 'utf8');
    } catch {
      // Built elsewhere: a new process is then as good as a new build.
    }
  }
  buildId ??= randomUUID();
  // In development the code changes under a running process.
  return process.env.NODE_ENV === 'development' ? randomUUID() : buildId;
}
