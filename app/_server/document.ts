import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isLocale, type Locale, negotiateLocale } from '@/lib/locale';
import { type DocumentType, hasLanguage, sharedHeaders } from './document-headers';
import { DocumentMemory } from './document-memory';
import { movedFrom } from './moved';
import { originOf } from './origin';
import type { Place } from './place';

/** What a request asks of any document. */
export type Asked = {
  readonly locale: Locale;
  /** The same where the address itself names it (`?lang=`), to be kept in links to follow. */
  readonly chosen?: Locale;
  /** `https://example.org`: where the document's absolute addresses start. */
  readonly origin: string;
  readonly query: URLSearchParams;
  /** The code of the share that led here, to be kept in links to follow; see app/_server/visits.ts. */
  readonly share?: string;
  /** Where the document will stand if not at its host: in a copy of the record. */
  readonly place?: Place;
};

/** A body with the revision it shows, both read by one statement. */
export type Rendered = {
  readonly revision: string;
  readonly body: string | Uint8Array;
  /** What only the rendering knows, such as that it must not be indexed. */
  readonly headers?: Readonly<Record<string, string>>;
};

export type Representation = {
  /** Changes with anything the body shows, apart from language, origin, address and the code. */
  readonly revision: string;
  /** Called when this revision was not rendered lately; null when it is gone meanwhile. */
  readonly render: () => Promise<Rendered | null>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The code of a share of the record, where the body has it. */
  readonly share?: string;
  /**
   * What the body is made after apart from path, language and revision, as the document read it:
   * `[origin]`, `['income']`. Left out, {@link usualAfter}.
   */
  readonly after?: readonly string[];
};

/** The HTML documents that say there is no other. */
export type Fallback = (kind: 'missing' | 'down', asked: Asked) => Promise<string>;

const memory = new DocumentMemory(64 * 1024 * 1024);

/**
 * Answers every public document: asks `find` what there is now, and sends it from memory when this
 * very content was rendered before. Always true, because the question goes to the store each time;
 * cheap, because the answer is a revision. A reader's own copy is good while its ETag is (304).
 * Nothing found is the same 404 for everyone, whatever the reason, but for a handle that was changed
 * lately (301); a store that fails is a 503.
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
    return (
      answer ?? (await movedFrom(request)) ?? (await fallbackResponse('missing', asked, fallback))
    );
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
  const after = found.after ?? usualAfter(type, { ...asked, share: found.share });
  const key = keyOf(type, asked, new URL(request.url).pathname, after, found.revision);
  const headers = new Headers({
    ...sharedHeaders(type, asked.locale),
    'Cache-Control': 'no-cache',
    ETag: `"${key}"`,
    ...found.headers,
  });
  // A document that may be framed anywhere takes the header back: its policy says so instead.
  if (headers.get('X-Frame-Options') === '') headers.delete('X-Frame-Options');
  const match = matchOf(request.headers.get('if-none-match'), key);
  // A copy that names this very content is good unrendered; "whatever there is" asks that it be there.
  const rendering =
    match === 'this'
      ? memory.get(key)
      : await memory.getOrRender(key, found.revision, async () => {
          const made = await found.render();
          return made && { ...made, body: bytesOf(made.body) };
        });
  if (!rendering && match !== 'this') return null;
  // Where the rendering is not kept, the reader's copy has them: a 304 takes nothing away.
  for (const [name, value] of Object.entries(rendering?.headers ?? {})) headers.set(name, value);
  // Rendered from a newer revision than was asked for: true, but not to be kept under this tag.
  if (rendering && rendering.revision !== found.revision) headers.delete('ETag');
  return match
    ? new Response(null, { status: 304, headers })
    : new Response(rendering?.body, { headers });
}

/**
 * What a body depends on and nothing else: a parameter nobody reads, another spelling of the path or,
 * for a picture, another host would have the same thing rendered anew for whoever makes one up.
 */
function keyOf(
  type: DocumentType,
  { locale }: Asked,
  pathname: string,
  after: readonly string[],
  revision: string,
): string {
  const language = hasLanguage(type) ? locale : '';
  const address = [JSON.stringify(after), decodeURIComponent(pathname)];
  return digest(type, language, ...address, build(), revision);
}

/** A page or data has absolute addresses and its parameters; a picture has neither. */
function usualAfter(type: DocumentType, { origin, chosen, query, share }: Asked): string[] {
  if (type === 'image/png' || type === 'image/svg+xml') return [];
  return [origin, chosen ?? '', ...shaping.map((name) => query.get(name) ?? ''), share ?? ''];
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

function readAsked(request: Request): Asked {
  const query = new URL(request.url).searchParams;
  const wanted = query.get('lang');
  const locale = isLocale(wanted)
    ? wanted
    : negotiateLocale(request.headers.get('accept-language'));
  const chosen = isLocale(wanted) ? wanted : undefined;
  return { locale, chosen, origin: originOf(request.headers), query };
}

/** What a reader's If-None-Match says of this content: it has it, it takes anything, or neither. */
function matchOf(header: string | null, key: string): 'this' | 'any' | undefined {
  if (!header) return undefined;
  if (header.trim() === '*') return 'any';
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(`"${key}"`) ? 'this' : undefined;
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
