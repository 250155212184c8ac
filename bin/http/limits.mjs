// @ts-check
import { isHost } from './client-address.mjs';

/** Most bytes a request body may have; forms are far smaller. */
export const BODY_LIMIT = 1024 * 1024;
/** Where files come in, and nothing else. */
export const UPLOAD_PATH = '/settings/data/upload';
/** Most bytes of a request that brings one: the largest file, and the form around it. */
export const UPLOAD_LIMIT = 501 * 1024 * 1024;
/** Longest request target, in characters. */
export const URL_LIMIT = 8192;
/** Bytes that are read on past an answer, so that who still sends finds it. */
export const DRAIN_LIMIT = 16 * 1024 * 1024;
const DRAIN_MS = 5_000;

/** @param {string} [url] */
export function isUpload(url = '') {
  return url.split('?', 1)[0] === UPLOAD_PATH;
}

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
  // Who sends too large a file is told so by a page, which is the app's to draw.
  if (length !== undefined && !(Number(length) <= BODY_LIMIT) && !isUpload(url)) return 413;
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
 * @param {() => number} most bytes that are allowed as it stands
 * @param {() => void} refuse
 * @param {() => void} over
 */
export function limitBody(request, most, refuse, over) {
  let seen = 0;
  let refused = false;
  const push = request.push.bind(request);
  // A listener for 'data' would set the body flowing before the app is there to read it.
  request.push = (chunk, encoding) => {
    seen += chunk === null ? 0 : chunk.length;
    if (!refused && seen <= most()) return push(chunk, encoding);
    if (!refused) {
      refused = true;
      refuse();
    }
    if (chunk === null || seen - most() > DRAIN_LIMIT) over();
    return true;
  };
}

/** How long a form may take to arrive, and how long a file may stand still on its way. */
export const ARRIVAL_MS = 30_000;
/** How long a file may take in all. */
export const UPLOAD_MS = 30 * 60_000;

/**
 * Calls `late` where a body has not arrived within `ms`, counted afresh with every piece of it while it
 * `mayGoOn`: a file that is wanted takes its time, and only who stops sending is late.
 * @param {import('node:http').IncomingMessage} request
 * @param {() => boolean} mayGoOn
 * @param {() => void} late
 * @param {number} [ms]
 */
export function limitTime(request, mayGoOn, late, ms = ARRIVAL_MS) {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  if (coding === undefined && !Number(length)) return;
  const timer = setTimeout(() => {
    if (!request.complete) late();
  }, ms).unref();
  request.on('close', () => clearTimeout(timer));
  const push = request.push.bind(request);
  request.push = (chunk, encoding) => {
    if (mayGoOn()) timer.refresh();
    return push(chunk, encoding);
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
