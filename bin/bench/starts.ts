import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@/prisma/embedded/postmaster';
import { type Finding, median, readable } from './report';

const ROUNDS = 5;
const PATIENCE_MS = 60_000;

/** `next start` waits seconds for idle connections when asked to stop, so it is not asked. */
type Command = { args: string[]; env: NodeJS.ProcessEnv; end: NodeJS.Signals };

/** Milliseconds from starting a program until it answers /livez; stops it afterwards. */
async function untilAnswer({ args, env, end }: Command, port: number): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/livez`).catch(() => undefined);
      if (answer?.ok) return performance.now() - began;
      if (child.exitCode !== null || performance.now() - began > PATIENCE_MS) {
        throw new Error(`${args.join(' ')} did not answer`);
      }
      await delay(5);
    }
  } finally {
    child.kill(end);
    await ended;
  }
}

/** `npm start` with nothing to do, on a data folder that exists, against bare `next start`. */
export async function measureStarts(root: string, dataDir: string): Promise<Finding> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), JISSEKI_DATA: dataDir };
  const given = { ...env, DATABASE_URL: undefined, APP_SECRET: undefined };
  const start: Command = {
    args: [path.join(root, 'bin', 'start.mjs')],
    env: given,
    end: 'SIGTERM',
  };
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const bare: Command = {
    args: [next, 'start', root],
    env: { ...env, NODE_ENV: 'production' },
    end: 'SIGKILL',
  };
  const times = { start: [] as number[], bare: [] as number[] };
  await untilAnswer(start, port);
  for (let round = 0; round < ROUNDS; round++) {
    times.start.push(await untilAnswer(start, port));
    times.bare.push(await untilAnswer(bare, port));
  }
  const [ours, theirs] = [median(times.start), median(times.bare)];
  return {
    name: 'second npm start against bare next start',
    ratio: ours / theirs,
    aim: 'within 3 s of it',
    met: ours - theirs <= 3000,
    figures: `${readable(ours)} against ${readable(theirs)} ms`,
  };
}
