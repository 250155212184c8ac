/*
 * Addresses to be led to, as somebody would write them who wants a person led elsewhere: each is, to one
 * reader or another of addresses, something else than it looks.
 */

const host = 'evil.example';

/** Another site, said outright or by what browsers make of it. */
const elsewhere = [
  `https://${host}`,
  `http:${host}`,
  `https:/${host}`,
  `HTTPS://${host}`,
  `//${host}`,
  `///${host}`,
  `////${host}//`,
  `/\\${host}`,
  `\\/${host}`,
  `\\\\${host}`,
  `/\\/${host}`,
  `//${host}%2f..`,
  `//user@${host}`,
  `//localhost@${host}`,
  `//localhost:80@${host}/dashboard`,
  `//[::ffff:1.2.3.4]/`,
  `//3232235777/`,
  `//0x7f.1/`,
  `//${host}.`,
  `//ｅｖｉｌ.example`,
  `//evil。example`,
  `//e\u00advil.example`,
  `/\u3000/${host}`,
  `／／${host}`,
  `/／${host}`,
  `⁄⁄${host}`,
  `@${host}`,
  `.${host}`,
  `dashboard@${host}`,
  `${host}/dashboard`,
];

/** The same behind signs that browsers drop. */
const dropped = [
  `/\t/${host}`,
  `/\n/${host}`,
  `/\r/${host}`,
  `\t//${host}`,
  `\u0000//${host}`,
  `\u0001//${host}`,
  ` //${host}`,
  `/ /${host}`,
  `h\nttps://${host}`,
  `java\tscript:alert(1)`,
  `/dash\u202eboard`,
  `\ufeff//${host}`,
];

/** The same once something is decoded, once or twice, or folders are resolved. */
const decoded = [
  `/%2f${host}`,
  `/%2F%2F${host}`,
  `%2f%2f${host}`,
  `/%5c${host}`,
  `/%5C%5C${host}`,
  `/%09/${host}`,
  `/%0a/${host}`,
  `/%0d%0aLocation:%20https://${host}`,
  `/dashboard\r\nLocation: https://${host}`,
  `/%00`,
  `/.//${host}`,
  `/..//${host}`,
  `/../..//${host}`,
  `/a/..//${host}`,
  `/%2e%2e//${host}`,
  `/;//${host}`,
  `/.;//${host}`,
  `/dashboard/%2f..%2f${host}`,
  `/%c0%af/${host}`,
  `/%`,
];

/** No place at all, and places of ours that nobody should be led to. */
const wrong = [
  'javascript:alert(1)',
  'JavaScript:alert(1)//',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://x',
  'about:blank',
  'mailto:a@b.example',
  'dashboard',
  './dashboard',
  '?next=/dashboard',
  '#/dashboard',
  '/dashboard#//evil.example',
  '/signin?next=/signin',
  '/signin/with/github',
  '/signup',
  '/api/auth/signout',
  '/_next/image?url=x',
  '/api',
  '/<script>',
  `/'"><svg onload=alert(1)>`,
  '/実績',
  `/${'a'.repeat(600)}`,
];

/** What no one may be led to, whatever leads them. */
export const hostileCallbacks: readonly string[] = [...elsewhere, ...dropped, ...decoded, ...wrong];
