import { describe, expect, test } from 'vitest';
import { limits } from '@/lib/limits';
import { paths } from '@/lib/paths';
import {
  BODY_LIMIT,
  isUpload,
  refusalOf,
  UPLOAD_LIMIT,
  UPLOAD_PATH,
  URL_LIMIT,
} from './limits.mjs';

const host = 'localhost:3000';

describe('a request', () => {
  test.each([
    '/',
    '/u/hana?page=2',
    '/u/%E5%AE%9F',
    '/a..b',
    '/search?q=%00&r=..%2f',
    `/${'a'.repeat(URL_LIMIT - 1)}`,
  ])('for %.40s passes', (url) => {
    expect(refusalOf({ method: 'GET', url, headers: { host } })).toBeUndefined();
  });

  test.each([
    '/%E0%A4%A',
    '/%',
    '/a%00b',
    '/a%0d%0ab',
    '//evil.example',
    '/\\evil.example',
    '/%5Cevil.example',
    '/../etc/passwd',
    '/..%2fetc',
    'http://evil.example/',
    '*',
    '',
  ])('for %s is malformed', (url) => {
    expect(refusalOf({ method: 'GET', url, headers: { host } })).toBe(400);
  });

  test('whose address is too long is refused', () => {
    const url = `/${'a'.repeat(URL_LIMIT)}`;
    expect(refusalOf({ method: 'GET', url, headers: { host } })).toBe(414);
  });

  test('without a host, or with a forged one, is malformed', () => {
    expect(refusalOf({ method: 'GET', url: '/', headers: {} })).toBe(400);
    expect(refusalOf({ method: 'GET', url: '/', headers: { host: 'a@b' } })).toBe(400);
  });

  test('announcing more than the limit is refused before it is read', () => {
    const of = (length: string) => ({
      method: 'POST',
      url: '/',
      headers: { host, 'content-length': length },
    });
    expect(refusalOf(of(String(BODY_LIMIT)))).toBeUndefined();
    expect(refusalOf(of(String(BODY_LIMIT + 1)))).toBe(413);
    expect(refusalOf(of('1e999'))).toBe(413);
  });

  test('that brings a file passes, for the page that says whether it is too large', () => {
    const headers = { host, 'content-length': String(UPLOAD_LIMIT + 1) };
    expect(refusalOf({ method: 'POST', url: UPLOAD_PATH, headers })).toBeUndefined();
    expect(isUpload(`${UPLOAD_PATH}?a=b`)).toBe(true);
    for (const url of [undefined, '/', `${UPLOAD_PATH}/`, `${UPLOAD_PATH}x`, `/x?${UPLOAD_PATH}`]) {
      expect(isUpload(url)).toBe(false);
      if (url) expect(refusalOf({ method: 'POST', url, headers })).toBe(413);
    }
    expect(UPLOAD_PATH).toBe(paths.upload);
    expect(UPLOAD_LIMIT).toBeGreaterThan(Math.max(...Object.values(limits.uploadBytes)));
  });

  test('that Next makes to itself for another page is refused', () => {
    const headers = { host, 'x-action-forwarded': '1' };
    expect(refusalOf({ method: 'POST', url: '/signin', headers })).toBe(400);
  });

  test('to trace is refused', () => {
    expect(refusalOf({ method: 'TRACE', url: '/', headers: { host } })).toBe(405);
  });
});
