import { hash, verify } from '@node-rs/argon2';

/**
 * argon2id, twice the work that OWASP asks for (46 MiB, one pass): measured at 22 ms on one core
 * of the machine this was written on, where their 19 MiB with two passes took 6.5 ms.
 */
export const argon2 = { memoryCost: 47_104, timeCost: 2, parallelism: 1 } as const;

/** More would not be quicker on few cores; each takes 46 MiB and a thread that files need too. */
const atOnce = 2;
/** Beyond this the wait is longer than a person waits: better to refuse than to queue. */
const waitingAtMost = 64;

/** Too many people sign in at this very moment. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) running += 1;
  else if (waiting.length >= waitingAtMost) throw new Overloaded('too many passwords to hash');
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    // The place is handed on, never freed and raced for.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The same password typed on another machine is the same bytes. */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'), 'utf8');
}

/** An argon2id PHC string. Throws {@link Overloaded}. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(bytesOf(password), argon2));
}

/**
 * Whether `password` is the one behind `stored`. Without an account (`null`) the same work is done
 * on a hash of nothing known, so that the answer takes as long. Throws {@link Overloaded}.
 */
export function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  return inTurn(async () => {
    const right = await verify(stored ?? nobodys, bytesOf(password));
    return right && stored !== null;
  });
}

/** Made once of 32 random bytes that nobody kept; a test holds its cost equal to {@link argon2}. */
export const nobodys =
  '$argon2id$v=19$m=47104,t=2,p=1$6hxhIOqFKOBHCEwIez6nuA$3Pzu79ffH0kRW7PPMB8R8BnWimOXIqr9sbC87e0dFPQ';
