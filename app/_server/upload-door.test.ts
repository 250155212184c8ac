import { mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { limitBody, UPLOAD_LIMIT } from '@/bin/http/limits.mjs';
import { makePerson } from '@/lib/testing/people';
import { receiveUpload } from './upload';

const folder = mkdtempSync(path.join(tmpdir(), 'uploads-'));
// The settings are read once a process: one folder for all of these.
vi.stubEnv('UPLOADS', folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

let close: (() => void) | undefined;
afterEach(() => close?.());

/** The door and what takes files in, with as little of Next between them as there is. */
async function serve(): Promise<{ port: number; ended: Promise<void> }> {
  const viewer = await makePerson();
  let end = () => {};
  const ended = new Promise<void>((settle) => {
    end = settle;
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    limitBody(
      request,
      () => UPLOAD_LIMIT,
      () => response.writeHead(413).write('too large'),
      () => response.end(() => request.destroy()),
    );
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const init = { method: 'POST', headers, body: request as unknown as BodyInit, duplex: 'half' };
    const received = await receiveUpload(
      viewer,
      new Request('http://localhost/', init),
      new Date(),
    );
    end();
    if (response.headersSent) return;
    response.writeHead(303, { Location: received.ok ? '/kept' : `/${received.reason}` }).end();
  };
  const server = createServer(answer);
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return { port: (server.address() as AddressInfo).port, ended };
}

/** Sends a form with a file of so many megabytes, and tells what was answered, and how much went out by then. */
async function send(kind: string, megabytes: number): Promise<{ answer: string; sent: number }> {
  const { port, ended } = await serve();
  const piece = Buffer.alloc(1024 * 1024, 'a');
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
  const sending = ask({ host: '127.0.0.1', port, method: 'POST', headers });
  let sent = 0;
  const answered = new Promise<string>((settle, fail) => {
    sending.on('response', (response) => {
      response.resume();
      settle(`${response.statusCode} ${response.headers.location ?? ''}`.trim());
    });
    sending.on('error', fail);
  });
  const field = 'Content-Disposition: form-data; name=';
  sending.write(`--x\r\n${field}"kind"\r\n\r\n${kind}\r\n`);
  sending.write(`--x\r\n${field}"file"; filename="a"\r\n\r\n`);
  const pump = () => {
    while (sent < megabytes && !sending.destroyed) {
      sent += 1;
      if (!sending.write(piece)) return void sending.once('drain', pump);
    }
    sending.end('\r\n--x--\r\n');
  };
  pump();
  const answer = await answered;
  const sentByThen = sent;
  await ended;
  return { answer, sent: sentByThen };
}

test('a gigabyte that nobody announced is cut off at the limit, and leaves nothing', async () => {
  const before = process.memoryUsage().rss;
  const { answer, sent } = await send('export', 1_024);
  expect(answer).toBe('413');
  expect(sent).toBeLessThan(600);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  expect(await readdir(folder)).toEqual([]);
});

test('a table that is too large is heard out, and refused', async () => {
  expect(await send('csv', 60)).toEqual({ answer: '303 /too-large', sent: 60 });
  expect(await readdir(folder)).toEqual([]);
});
