// @ts-check
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer, STATUS_CODES } from 'node:http';
import next from 'next';
import { clientOf, parseTrustedProxies, rewriteHeaders } from './http/client-address.mjs';
import { ownAnswer, setHeadersLate } from './http/headers.mjs';
import { lastWork, stopPost } from './http/last-work.mjs';
import {
  BODY_LIMIT,
  DRAIN_LIMIT,
  drain,
  isUpload,
  limitBody,
  limitTime,
  refusalOf,
  UPLOAD_LIMIT,
  UPLOAD_MS,
  watchEnd,
} from './http/limits.mjs';
import { logAsJson } from './http/log.mjs';
import { markOwn, ownClient } from './http/own-requests.mjs';
import { root } from './root.mjs';

/*
 * The HTTP server: Next behind a thin door. Started by `npm start` and `npm run dev`, which give it
 * DATABASE_URL and APP_SECRET; can be started by itself by whoever sets those.
 *
 * HOST             address to listen on; default 127.0.0.1, this machine only. 0.0.0.0 for all.
 * PORT             default 3000; 0 for any free one.
 * TRUSTED_PROXIES  addresses or CIDR ranges whose X-Forwarded-* are believed; default none.
 * COUNTRY_HEADER   in which they name the reader's country, CF-IPCountry; default: it is not counted.
 * PLACE_HEADER     in which they say in words where a request comes from; default: no list shows it.
 * LOG_FORMAT       of what is said on standard error: text by default, or json.
 */

const dev = process.argv.includes('--dev');
const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3000);
const proxyHeaders = [process.env.COUNTRY_HEADER, process.env.PLACE_HEADER];
/** How long an ordinary request may still run once we are asked to stop. */
const GRACE_MS = dev ? 300 : 5_000;

if (process.env.LOG_FORMAT === 'json') logAsJson();

/** @param {{ code: string, message: string }} problem */
function fail(problem) {
  if (process.send) process.send({ type: 'failed', ...problem }, () => process.exit(1));
  else {
    console.error(problem.message);
    process.exit(1);
  }
}

/** @type {ReturnType<typeof parseTrustedProxies>} */
let trusted;
try {
  trusted = parseTrustedProxies(process.env.TRUSTED_PROXIES);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const server = createServer({
  // Against clients that send a little at a time for ever.
  headersTimeout: 10_000,
  // What is no file has far less: see limitTime.
  requestTimeout: UPLOAD_MS,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  // A request without one is refused by us, with the headers that Node's own refusal lacks.
  requireHostHeader: false,
});

const app = next({ dev, dir: root, hostname: host, port, httpServer: server });
const handle = app.getRequestHandler();
const ready = app.prepare();
ready.catch((error) => fail({ code: 'NEXT', message: String(error?.stack ?? error) }));

/**
 * Says it all at once and leaves the end open: to a client that wants the connection closed, Node
 * would close it with the answer, and reset whoever is still sending.
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {boolean} https
 */
function answer(response, status, https) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const { headers, body } = ownAnswer(status, https);
  response.writeHead(status, headers).write(body);
}

// Pages are bundled apart; this is where app/_server/missing.tsx finds the answer under way.
/** @type {AsyncLocalStorage<{ status?: number }>} */
const wishes = new AsyncLocalStorage();
Object.assign(globalThis, { jissekiWishes: wishes });

/** @type {import('node:http').RequestListener} */
async function serve(request, response) {
  const encrypted = 'encrypted' in request.socket && request.socket.encrypted === true;
  const socket = { remoteAddress: request.socket.remoteAddress, encrypted };
  const client = ownClient(request.headers) ?? clientOf(socket, request.headers, trusted);
  const refusal = refusalOf(request);
  if (refusal) {
    answer(response, refusal, client.https);
    await drain(request);
    response.end(() => request.complete || request.destroy());
    return;
  }
  /** @type {{ status?: number }} */
  const wish = {};
  setHeadersLate(response, client.https, wish);
  rewriteHeaders(request.headers, client, proxyHeaders);
  markOwn(request.headers);
  watchEnd(request, wish);
  let cut = false;
  /** @param {413 | 408} status */
  const refuse = (status) => {
    cut = true;
    // Who has an answer already gets no other.
    if (response.writableFinished) request.destroy();
    else answer(response, status, client.https);
  };
  const end = () => response.end(() => request.destroy());
  const most = isUpload(request.url) ? UPLOAD_LIMIT : BODY_LIMIT;
  const allowed = () => (response.writableFinished ? Math.min(most, DRAIN_LIMIT) : most);
  limitBody(request, allowed, () => refuse(413), end);
  // Nobody waits for a file that was answered already, such as a stranger's.
  const mayGoOn = () => isUpload(request.url) && !response.writableFinished;
  limitTime(request, mayGoOn, () => {
    refuse(408);
    end();
  });
  try {
    await ready;
    await wishes.run(wish, () => handle(request, response));
  } catch (error) {
    if (cut) return;
    console.error(error);
    answer(response, 500, client.https);
    response.end();
  }
}

server.on('request', serve);
server.on('checkContinue', (request, response) => {
  if (!refusalOf(request)) response.writeContinue();
  serve(request, response);
});
// What else a client may expect is nothing to us; Node's own refusal would lack our headers.
server.on('checkExpectation', serve);
// In development Next listens for its own web socket; in production there is none.
if (!dev) server.on('upgrade', (_request, socket) => socket.destroy());

server.on('clientError', (error, socket) => {
  if (!socket.writable) return socket.destroy();
  const code = 'code' in error ? error.code : '';
  const late = code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const status = late ? 408 : code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const { headers, body } = ownAnswer(status, false);
  const lines = Object.entries({ ...headers, Connection: 'close' }).map((pair) => pair.join(': '));
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
});

server.on('error', (error) => {
  const code = 'code' in error ? String(error.code) : '';
  const taken = `Port ${port} on ${host} is taken by another program. Stop it, or choose another: PORT=3001 npm start`;
  const message =
    code === 'EADDRINUSE' ? taken : `Cannot listen on ${host}:${port}: ${error.message}`;
  fail({ code, message });
});

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  const message = `PORT is "${process.env.PORT}", but must be a number from 0 to 65535.`;
  fail({ code: 'ERR_SOCKET_BAD_PORT', message });
} else {
  server.listen(port, host, greet);
}

async function greet() {
  // When it fails, that was said already where it is made.
  if (
    !(await ready.then(
      () => true,
      () => false,
    ))
  )
    return;
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  // Where Next finds itself when an action leads to another page; it would guess port 3000.
  const own =
    host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${own}:${bound}`;
  if (process.send) process.send({ type: 'ready', host, port: bound });
  else console.log(`http://${host}:${bound}`);
}

/** How long what was read may take to be written down, and a letter to be sent, before we end. */
const LAST_MS = dev ? 500 : 3_000;

async function end() {
  await lastWork(LAST_MS);
  process.exit(0);
}

let stopping = false;
function stop() {
  // Asked twice, it does not wait for requests under way.
  if (stopping) return server.closeAllConnections();
  stopping = true;
  stopPost();
  server.close(async () => {
    await app.close().catch(() => {});
    await end();
  });
  server.closeIdleConnections();
  const grace = setTimeout(() => {
    server.closeAllConnections();
    // Next's web socket in development is no longer the server's to close.
    setTimeout(end, 500);
  }, GRACE_MS);
  grace.unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// The parent is gone, killed perhaps: nobody is left to stop us later.
process.on('disconnect', stop);
