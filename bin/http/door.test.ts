import { createServer, IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, connect, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ownAnswer, setHeadersLate } from './headers.mjs';
import { BODY_LIMIT, limitBody, limitTime, watchEnd } from './limits.mjs';

let close: (() => void) | undefined;
afterEach(() => close?.());

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What `default-src` does not stand for has to be said by itself. */
const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

test('headers come with every answer, over https one more, and the app may set its own', async () => {
  const url = await serve((request, response) => {
    setHeadersLate(response, request.url === '/secure', {});
    if (request.url === '/framed') response.setHeader('X-Frame-Options', 'SAMEORIGIN');
    response.setHeader('X-Powered-By', 'something');
    response.statusCode = 404;
    response.end();
  });
  const plain = (await fetch(url)).headers;
  expect(plain.get('x-content-type-options')).toBe('nosniff');
  expect(plain.get('x-frame-options')).toBe('DENY');
  expect(plain.get('content-security-policy')).toBe(nothing);
  expect(plain.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  expect(plain.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(plain.get('permissions-policy')).toContain('camera=()');
  expect(plain.get('strict-transport-security')).toBeNull();
  expect(plain.get('x-powered-by')).toBeNull();
  expect((await fetch(`${url}/secure`)).headers.get('strict-transport-security')).toContain(
    'max-age',
  );
  expect((await fetch(`${url}/framed`)).headers.get('x-frame-options')).toBe('SAMEORIGIN');
});

test('a page may wish for another status than 200, and an answer of another kind stays', async () => {
  const url = await serve((request, response) => {
    setHeadersLate(response, false, { status: 404 });
    response.statusCode = request.url === '/moved' ? 307 : 200;
    response.end();
  });
  expect((await fetch(url)).status).toBe(404);
  expect((await fetch(`${url}/moved`, { redirect: 'manual' })).status).toBe(307);
});

test('answers of our own allow nothing', () => {
  const { headers } = ownAnswer(413, true);
  expect(headers['Content-Security-Policy']).toBe(nothing);
  expect(headers['Strict-Transport-Security']).toBeDefined();
});

/** Sends a chunked body of that many bytes and returns the status line of the answer. */
function sendChunked(url: string, bytes: number): Promise<string> {
  return new Promise((settle, fail) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (answer.includes('\r\n\r\n')) settle(answer.split('\r\n', 1)[0] ?? '');
    });
    socket.on('error', fail);
    const head = `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n`;
    socket.write(head);
    socket.write(`${bytes.toString(16)}\r\n${'x'.repeat(bytes)}\r\n0\r\n\r\n`);
  });
}

test('a body beyond the limit is cut off, whatever was announced', async () => {
  let read = 0;
  const url = await serve((request, response) => {
    limitBody(
      request,
      () => BODY_LIMIT,
      () => response.writeHead(413).flushHeaders(),
      () => response.end(),
    );
    request.on('error', () => {});
    request.on('data', (chunk: Buffer) => {
      read += chunk.length;
    });
    request.on('end', () => response.end());
  });
  expect(await sendChunked(url, BODY_LIMIT)).toContain('200');
  expect(read).toBe(BODY_LIMIT);
  read = 0;
  expect(await sendChunked(url, BODY_LIMIT + 1)).toContain('413');
  expect(read).toBeLessThanOrEqual(BODY_LIMIT);
});

test('who was answered before their file came needs to send no more, and is cut off', async () => {
  let read = 0;
  const url = await serve((request, response) => {
    const allowed = () => (response.writableFinished ? BODY_LIMIT : 100 * BODY_LIMIT);
    limitBody(
      request,
      allowed,
      () => request.destroy(),
      () => {},
    );
    request.on('error', () => {});
    const push = request.push.bind(request);
    request.push = (chunk, encoding) => {
      read += chunk?.length ?? 0;
      return push(chunk, encoding);
    };
    response.writeHead(413).end();
  });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const closed = new Promise<void>((settle) => socket.on('close', () => settle()));
  socket.on('error', () => {});
  const sent = 90 * BODY_LIMIT;
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${sent}\r\n\r\n`);
  const piece = Buffer.alloc(BODY_LIMIT);
  const send = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', send);
  send();
  await closed;
  // One piece may be on its way when it is cut.
  expect(read).toBeLessThan(3 * BODY_LIMIT);
});

describe('a body that is long in coming', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** How often it is called late where `pieces` come, one every 20 seconds. */
  function latenessOf(mayGoOn: () => boolean, pieces: number, length = '100'): number {
    const request = new IncomingMessage(new Socket());
    request.headers['content-length'] = length;
    let late = 0;
    limitTime(request, mayGoOn, () => {
      late += 1;
    });
    for (let i = 0; i < pieces; i += 1) {
      vi.advanceTimersByTime(20_000);
      request.push('x');
    }
    vi.advanceTimersByTime(29_000);
    return late;
  }

  test('is late as a whole, however steadily it comes', () => {
    expect(latenessOf(() => false, 0)).toBe(0);
    expect(latenessOf(() => false, 10)).toBe(1);
  });

  test('is not late as a file while it goes on, and is once nothing comes', () => {
    expect(latenessOf(() => true, 10)).toBe(0);
    const request = new IncomingMessage(new Socket());
    request.headers['transfer-encoding'] = 'chunked';
    const late = vi.fn();
    limitTime(request, () => true, late);
    vi.advanceTimersByTime(30_000);
    expect(late).toHaveBeenCalledOnce();
  });

  test('is late as a file that nobody waits for any longer, however steadily it comes', () => {
    let asked = 0;
    const whileWanted = () => {
      asked += 1;
      return asked < 5;
    };
    expect(latenessOf(whileWanted, 10)).toBe(1);
  });

  test('is waited for only where there is one', () => {
    expect(latenessOf(() => false, 10, '0')).toBe(0);
  });
});

test.each([
  ['--x\r\n\r\nhello\r\n--x--\r\n', 200],
  ['--x\r\n\r\nhello', 400],
  ['', 400],
])('a form that breaks off is the sender’s fault: %j', async (body, status) => {
  const url = await serve((request, response) => {
    const wish = {};
    setHeadersLate(response, false, wish);
    watchEnd(request, wish);
    request.resume();
    request.on('end', () => response.end());
  });
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
  expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(status);
});
