import { fork } from 'node:child_process';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import { type APIRequestContext, request } from '@playwright/test';
import { readSecrets } from '../prisma/embedded/secrets';
import { cookieOf, expect, freshAddress, newRequest, type Person } from './people';

/** Another server on the tests' database, behind a connection that can be cut. */
export type SecondServer = {
  readonly address: string;
  /** The database is gone: what is open breaks, what is tried is refused. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** The lines on its standard error. */
  readonly complaints: () => string[];
  readonly stop: () => Promise<void>;
};

/** Starts the server of the present build with settings of its own. */
export async function startSecondServer(settings: Record<string, string>): Promise<SecondServer> {
  const database = new URL(process.env.DATABASE_URL ?? '');
  const line = await openLine(database.hostname, Number(database.port));
  database.hostname = '127.0.0.1';
  database.port = String(line.port);
  const child = fork(path.resolve('bin/server.mjs'), {
    silent: true,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: database.href,
      APP_SECRET: 'a secret of the second server, longer than 32',
      HOST: '127.0.0.1',
      PORT: '0',
      ...settings,
    },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (more: string) => {
    said += more;
  });
  const port = await new Promise<number>((settle, fail) => {
    child.on('message', (message: { type?: string; port?: number }) => {
      if (message.type === 'ready') settle(message.port ?? 0);
    });
    child.once('exit', (code) => fail(new Error(`The second server ended (${code}).`)));
  });
  const address = `http://127.0.0.1:${port}`;
  // It has just been started: its first connection may take longer than its patience.
  await expect(async () => expect((await fetch(`${address}/signin`)).status).toBe(200)).toPass();
  return {
    address,
    cut: line.cut,
    mend: line.mend,
    complaints: () => said.split('\n').filter(Boolean),
    stop: async () => {
      const ended = new Promise((settle) => child.once('exit', settle));
      child.kill('SIGTERM');
      await ended;
      line.close();
    },
  };
}

/** A port that nobody has just now, for a server whose address must be known before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as AddressInfo;
  await new Promise((settle) => server.close(settle));
  return port;
}

/** Whoever asks that server; by its proxy it goes by the name of the first, whose forms say where they are from. */
export async function requestTo(
  { address: baseURL }: SecondServer,
  from = freshAddress(),
  headers: Record<string, string> = {},
): Promise<APIRequestContext> {
  return newRequest({ request }, 'en', from, {
    baseURL,
    headers: { 'X-Forwarded-Host': new URL(process.env.BASE_URL ?? '').host, ...headers },
  });
}

/** Somebody who is signed in to the first server, at a second one that has its secret. */
export async function personAt(server: SecondServer, person: Person): Promise<APIRequestContext> {
  return requestTo(server, person.address, { Cookie: cookieOf(person) });
}

/** APP_SECRET of the first server. */
export function firstSecret(): string {
  return readSecrets(process.env.JISSEKI_DATA ?? '').appSecret;
}

async function openLine(host: string, port: number) {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(port, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      isCut = true;
      breakAll();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      breakAll();
      server.close();
    },
  };
}
