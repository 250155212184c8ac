import { createServer, type Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A letter as the server took it. */
export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  readonly mail: ParsedMail;
  readonly raw: string;
};

/** What the server says instead of taking a letter. */
export type Refusal = { readonly code: number; readonly text: string };

export type TestSmtp = {
  /** `smtp://127.0.0.1:<port>`. */
  readonly url: string;
  readonly received: readonly Received[];
  /** How often a recipient was named. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
};

/**
 * A real SMTP server on a free port. `refuse` decides about each recipient by how often one was named
 * before; `refuseText` about each text.
 */
export async function startSmtp(
  options: {
    refuse?: (recipient: string, before: number) => Refusal | null;
    refuseText?: Refusal;
    /** Called before a letter is taken; the answer waits for it. */
    beforeTaken?: () => Promise<void>;
  } = {},
): Promise<TestSmtp> {
  const received: Received[] = [];
  let asked = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const refusal = options.refuse?.(address, asked) ?? null;
      asked += 1;
      callback(refusal && failure(refusal));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        if (options.refuseText) return callback(failure(options.refuseText));
        await options.beforeTaken?.();
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          mail: await simpleParser(raw),
          raw,
        });
        callback();
      });
    },
  });
  // A client that gives up in the middle is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    asked: () => asked,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

function failure({ code, text }: Refusal): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** A server that takes connections and says `greeting`, or nothing at all, and nothing more. */
export async function startSilentSmtp(greeting = ''): Promise<Pick<TestSmtp, 'url' | 'close'>> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    if (greeting) socket.write(`${greeting}\r\n`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}
