import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultHeaders, ownAnswer, setHeadersLate } from './headers.mjs';

/*
 * The headers that never differ, on every status that an answer may have: on those Next gives and on those
 * the door gives before it.
 */

const server = createServer((request, response) => {
  setHeadersLate(response, true, {});
  response.statusCode = Number(request.url?.slice(1));
  response.end();
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const always = Object.entries(defaultHeaders(true));

test.each([200, 204, 301, 302, 303, 304, 307, 308, 400, 403, 404, 405, 413, 422, 429, 500, 503])(
  'on %i',
  async (status) => {
    const answer = await fetch(`${url}/${status}`, { redirect: 'manual' });
    expect(answer.status).toBe(status);
    for (const [name, value] of always) expect(answer.headers.get(name), name).toBe(value);
  },
);

test.each([400, 405, 408, 413, 414, 431, 500, 503])('on %i by the door itself', (status) => {
  const { headers, body } = ownAnswer(status, true);
  expect(headers).toMatchObject(Object.fromEntries(always));
  expect(headers['Cache-Control']).toBe('no-store');
  expect(headers['Content-Type']).toBe('text/plain; charset=utf-8');
  // Said plainly: nothing of what went wrong.
  expect(body).toMatch(/^[A-Z][A-Za-z ]+\.\n$/);
});

const chunked = 'Transfer-Encoding: chunked';
test.each([
  ['by a length and in pieces', `Content-Length: 6\r\n${chunked}`],
  ['by two lengths', 'Content-Length: 6\r\nContent-Length: 5'],
  ['in pieces, twice', `${chunked}\r\nTransfer-Encoding: identity`],
  ['by no number', 'Content-Length: 6x'],
  ['by less than nothing', 'Content-Length: -1'],
  ['behind a line that another reader would skip', 'Content-Length : 6'],
])('a request whose end is told %s is malformed', async (_, lines) => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(`POST /200 HTTP/1.1\r\nHost: a\r\n${lines}\r\n\r\n0\r\n\r\nX`);
  let said = '';
  for await (const piece of socket) said += piece;
  expect(said).toMatch(/^HTTP\/1\.1 400 /);
  // And nothing behind it is taken for another.
  expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
});
