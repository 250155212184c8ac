// @ts-check
import { randomBytes, timingSafeEqual } from 'node:crypto';

/*
 * Where a scripted action leads to another page, Next asks this server for that page and sends it along,
 * with the headers of the request it is answering. It comes from this machine, under this machine's
 * address, and is somebody else's: what the door found out about them the first time holds for it too.
 */

const mark = Buffer.from(randomBytes(32).toString('base64url'));
const name = 'x-jisseki-own';

/** @param {string} said */
function isMark(said) {
  const bytes = Buffer.from(said);
  return bytes.length === mark.length && timingSafeEqual(bytes, mark);
}

/**
 * Marks a request that is let in, once its headers say what is so. Nobody is ever sent the mark.
 * @param {import('node:http').IncomingHttpHeaders} headers changed in place
 */
export function markOwn(headers) {
  headers[name] = `${mark} ${headers.host ?? ''}`;
}

/**
 * Whom Next asks for, where a request bears our mark; `undefined` where it comes from anybody else. The
 * mark goes, and the host is the one that was asked for.
 * @param {import('node:http').IncomingHttpHeaders} headers changed in place
 * @returns {import('./client-address.mjs').Client | undefined}
 */
export function ownClient(headers) {
  const [said = '', host = ''] = String(headers[name] ?? '').split(' ');
  delete headers[name];
  if (!isMark(said)) return undefined;
  if (host) headers.host = host;
  return {
    address: String(headers['x-jisseki-address']),
    https: headers['x-forwarded-proto'] === 'https',
    host: [headers['x-forwarded-host']].flat()[0],
    isVouchedFor: true,
  };
}
