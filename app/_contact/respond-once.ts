import { randomUUID } from 'node:crypto';
import type { ReactElement } from 'react';
import { type Asked, respond } from '@/app/_server/document';
import { fallback, renderHtml } from '@/app/u/_document/render';
import { throttles } from '@/lib/throttle/rules';

/** For one reader alone: nobody keeps it or lists it. */
export const privately = {
  'Cache-Control': 'private, no-store',
  // None at all would take the Origin from what is sent, and with it the proof of where it comes from.
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
};

/**
 * Answers with a page that is drawn for this one request, as {@link respond} answers with any; null: there
 * is none. Our own memory does not keep it either: it would push out what others ask for.
 */
export async function respondOnce(
  request: Request,
  draw: (asked: Asked) => Promise<ReactElement | null>,
  status: 200 | 413 | 422 | 429 = 200,
): Promise<Response> {
  const response = await respond(
    request,
    'text/html',
    async (asked) => {
      const page = await draw(asked);
      const render = async () => page && { revision: 'none', body: await renderHtml(page) };
      return page && { revision: randomUUID(), render, headers: privately };
    },
    fallback,
  );
  if (response.status !== 200) return response;
  if (status === 429) response.headers.set('Retry-After', String(throttles.inquiryAddress.seconds));
  return new Response(response.body, { status, headers: response.headers });
}

/** There is no such page. */
export function respondMissing(request: Request): Promise<Response> {
  return respondOnce(request, async () => null);
}

/** The store does not answer just now. */
export function respondDown(request: Request, error: unknown): Promise<Response> {
  return respondOnce(request, () => Promise.reject(error));
}

/** Leads on to what there is to see once a form was taken in. */
export function leadTo(address: string): Response {
  return new Response(null, { status: 303, headers: { ...privately, Location: address } });
}
