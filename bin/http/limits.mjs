// @ts-check
import { isHost } from './client-address.mjs';

/** Most bytes a request body may have; forms are far smaller. */
export const BODY_LIMIT = 1024 * 1024;
/** Longest request target, in characters. */
export const URL_LIMIT = 8192;
const DRAIN_LIMIT = 16 * 1024 * 1024;
const DRAIN_MS = 5_000;

/**
 * Why a request is refused before the app sees it, as an HTTP status, or undefined when it may pass.
 * @param {{ method?: string | undefined, url?: string | undefined, headers: import('node:http').IncomingHttpHeaders }} request
 * @returns {400 | 405 | 413 | 414 | undefined}
 */
export function refusalOf({ method, url = '', headers }) {
  if (method === 'TRACE' || method === 'CONNECT') return 405;
  if (url.length > URL_LIMIT) return 414;
  if (!isPath(url) || !isHost(headers.host)) return 400;
  // Next asks itself when an action is called at another page than its own. That would come from
  // our address, and be counted for it; our pages never do it.
  if (headers['x-action-forwarded'] !== undefined) return 400;
  if (isMultipart(headers) && !boundaryOf(headers)) return 400;
  const length = headers['content-length'];
  if (length !== undefined && !(Number(length) <= BODY_LIMIT)) return 413;
  return undefined;
}

/**
 * A path of this site: it decodes, and holds nothing that a later reader could take for a host, a
 * folder above, or the end of a string.
 * @param {string} url
 */
function isPath(url) {
  if (!url.startsWith('/') || url.startsWith('//') || url.startsWith('/\\')) return false;
  const path = url.split('?', 1)[0] ?? '';
  try {
    const decoded = decodeURIComponent(path);
    for (const character of decoded) {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x20 || code === 0x7f) return false;
    }
    return !decoded.includes('\\') && !decoded.split('/').includes('..');
  } catch {
    return false;
  }
}

/**
 * Watches the bytes of a body as they come, whatever length was announced, and calls `refuse` once
 * when there are more than allowed. The reader of the body never sees the excess, nor an end; `over`
 * is called when the client has finished, or has sent far too much.
 * @param {import('node:http').IncomingMessage} request
 * @param {() => void} refuse
 * @param {() => void} over
 */
export function limitBody(request, refuse, over) {
  let seen = 0;
  let refused = false;
  const push = request.push.bind(request);
  // A listener for 'data' would set the body flowing before the app is there to read it.
  request.push = (chunk, encoding) => {
    seen += chunk === null ? 0 : chunk.length;
    if (seen <= BODY_LIMIT) return push(chunk, encoding);
    if (!refused) refuse();
    refused = true;
    if (chunk === null || seen > DRAIN_LIMIT) over();
    return true;
  };
}

/** @param {import('node:http').IncomingHttpHeaders} headers */
function isMultipart(headers) {
  return /^\s*multipart\//i.test(headers['content-type'] ?? '');
}

/**
 * What stands between the fields of a form.
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
function boundaryOf(headers) {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    headers['content-type'] ?? '',
  );
  return found?.[1] ?? found?.[2];
}

/**
 * Wishes for 400 where a form breaks off before its end: Next would answer 500, as if it were to
 * blame.
 * @param {import('node:http').IncomingMessage} request
 * @param {{ status?: number }} wish
 */
export function watchEnd(request, wish) {
  const boundary = isMultipart(request.headers) && boundaryOf(request.headers);
  if (!boundary) return;
  const end = Buffer.from(`--${boundary}--`);
  let last = Buffer.alloc(0);
  const push = request.push.bind(request);
  request.push = (chunk, encoding) => {
    if (chunk !== null) last = Buffer.concat([last, chunk]).subarray(-end.length - 4);
    else if (!last.includes(end)) wish.status = 400;
    return push(chunk, encoding);
  };
}

/**
 * Reads on past a refusal, so that the client finds the answer instead of a reset connection; not
 * for ever, and not whatever the amount. Settles when there is no more to read.
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<void>}
 */
export function drain(request) {
  let left = DRAIN_LIMIT;
  return new Promise((settle) => {
    const timer = setTimeout(settle, DRAIN_MS).unref();
    request.on('data', (chunk) => {
      left -= chunk.length;
      if (left < 0) settle();
    });
    for (const event of ['end', 'close', 'error']) request.on(event, () => settle());
    request.on('close', () => clearTimeout(timer));
  });
}
