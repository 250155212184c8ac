// @ts-check
import { BlockList, isIP } from 'node:net';

/**
 * What a request says about its sender once only trusted proxies are believed.
 * @typedef {object} Client
 * @property {string} address IPv4 or IPv6 text, without port or zone
 * @property {boolean} https whether the client spoke https, to us or to a trusted proxy
 * @property {string | undefined} host the host the client asked a trusted proxy for, if it told us
 * @property {boolean} isVouchedFor whether a trusted proxy sent it on, or we ourselves did
 */

/**
 * Reads TRUSTED_PROXIES: addresses and CIDR ranges with commas between, e.g. `127.0.0.1, 10.0.0.0/8`.
 * @param {string | undefined} text
 * @returns {BlockList} empty when nothing is trusted
 * @throws {Error} naming the first entry that is neither
 */
export function parseTrustedProxies(text) {
  const list = new BlockList();
  for (const entry of (text ?? '').split(',').map((one) => one.trim())) {
    if (!entry) continue;
    const [address = '', prefix, ...rest] = entry.split('/');
    const version = isIP(address);
    const bits = prefix === undefined ? undefined : Number(prefix);
    const most = version === 4 ? 32 : 128;
    const whole = bits === undefined || (/^\d{1,3}$/.test(prefix ?? '') && bits <= most);
    if (version === 0 || rest.length > 0 || !whole) {
      throw new Error(
        `TRUSTED_PROXIES has "${entry}", which is neither an IP address nor a range such as 10.0.0.0/8.`,
      );
    }
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, bits, family);
  }
  return list;
}

/**
 * An address as proxies write it, made plain: no port, brackets or zone, IPv4 out of its IPv6 form.
 * @param {string | undefined} text
 * @returns {string | undefined} undefined when it is no address
 */
export function plainAddress(text) {
  let address = (text ?? '').trim();
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(address);
  if (bracketed) address = bracketed[1] ?? '';
  else if (/^[\d.]+:\d+$/.test(address)) address = address.slice(0, address.indexOf(':'));
  address = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (mapped) address = mapped[1] ?? '';
  return isIP(address) ? address : undefined;
}

/**
 * @param {BlockList} trusted
 * @param {string} address
 */
function isTrusted(trusted, address) {
  return trusted.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/**
 * The last of the values that proxies append to a header: the one the nearest of them vouches for.
 * @param {string | string[] | undefined} value
 */
function lastOf(value) {
  return [value ?? []].flat().join(',').split(',').at(-1)?.trim() || undefined;
}

/** A host name or address with an optional port, and nothing that could be mistaken for more. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252}[a-z0-9.])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Whether a Host header may be believed to be one.
 * @param {string | undefined} host
 */
export function isHost(host) {
  return host !== undefined && HOST.test(host);
}

/**
 * Who sent a request. The socket's other end is believed, and what it forwards only if it is a
 * trusted proxy; X-Forwarded-For is then walked from the right, past trusted proxies only, so that
 * whatever a client wrote there itself is never reached.
 * @param {{ remoteAddress: string | undefined, encrypted: boolean }} socket
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @param {BlockList} trusted
 * @returns {Client}
 */
export function clientOf(socket, headers, trusted) {
  const peer = plainAddress(socket.remoteAddress);
  // A socket that is gone already has no address; it gets one that no one shares.
  if (peer === undefined || !isTrusted(trusted, peer)) {
    // A socket that is gone already has no address; it gets one that no one shares.
    const address = peer ?? '0.0.0.0';
    return { address, https: socket.encrypted, host: undefined, isVouchedFor: false };
  }
  let address = peer;
  const hops = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  for (const hop of hops.reverse()) {
    const next = plainAddress(hop);
    if (next === undefined) break;
    address = next;
    if (!isTrusted(trusted, next)) break;
  }
  const proto = lastOf(headers['x-forwarded-proto'])?.toLowerCase();
  const host = lastOf(headers['x-forwarded-host']);
  return {
    address,
    https: proto === undefined ? socket.encrypted : proto === 'https',
    host: isHost(host) ? host : undefined,
    isVouchedFor: true,
  };
}

/** Headers by which a sender could speak of itself; each is rewritten or removed. */
const SELF_DESCRIBING = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-jisseki-address',
  'x-real-ip',
];

/**
 * Rewrites a request's headers so that the app finds the truth and nothing else in them:
 * `x-jisseki-address` and `x-forwarded-for` are the client's address, `x-forwarded-proto` its protocol.
 * @param {import('node:http').IncomingHttpHeaders} headers changed in place
 * @param {Client} client
 * @param {(string | undefined)[]} proxyHeaders in which proxies of the operator say more of a client
 */
export function rewriteHeaders(headers, client, proxyHeaders = []) {
  for (const name of SELF_DESCRIBING) delete headers[name];
  for (const name of client.isVouchedFor ? [] : proxyHeaders)
    delete headers[name?.toLowerCase() ?? ''];
  headers['x-jisseki-address'] = client.address;
  headers['x-forwarded-for'] = client.address;
  headers['x-forwarded-proto'] = client.https ? 'https' : 'http';
  const host = client.host ?? headers.host;
  if (host !== undefined) headers['x-forwarded-host'] = host;
}
