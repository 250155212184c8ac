import { sweepEvents } from '@/lib/account/event/mutations';
import { sweepTokens } from '@/lib/account/token/mutations';
import { env } from '@/lib/env';
import { sweepClosed } from '@/lib/inquiry/arrival/retention/mutations';
import { type Carrier, carrierTo } from '@/lib/mail/carrier';
import { sendDue, type Way } from '@/lib/mail/delivery';
import { sweepMail } from '@/lib/mail/mutations';
import { sweepOutbox } from '@/lib/mail/outbox';
import { sweepUploads } from '@/lib/upload/mutations';
import { purgeDue } from './closing';
import { queueLetters } from './letters';

/** How often the post looks whether a letter is due. */
const everyMs = 15_000;
/** Letters to oneself are due at full hours of zones, of which some are a quarter apart. */
const lettersMs = 15 * 60_000;

/** The post of this process. */
class Post {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isWoken = false;
  #isOver = false;
  /** The quarter of an hour whose letters were queued last. */
  #quarter = 0;
  /** What went wrong the last time it was done. */
  readonly #down = new Set<string>();

  constructor() {
    this.#timer = setInterval(() => this.wake(), everyMs);
    // It keeps no process alive that has nothing else to do.
    this.#timer.unref();
  }

  /** Looks at once; while it is at it already, once more after that. */
  wake(): void {
    if (this.#isOver) return;
    this.#isWoken = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      // Woken since it last asked itself.
      if (this.#isWoken) this.wake();
    });
  }

  /** Begins no letter more; resolves when those under way have ended. */
  async stop(): Promise<void> {
    this.#isOver = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isWoken && !this.#isOver) {
      this.#isWoken = false;
      await this.#round();
    }
  }

  /** Letters that wait come first, and no other work that fails keeps them. */
  async #round(): Promise<void> {
    const isOver = () => this.#isOver;
    await this.#do('send letters', () => sendDue(way(), () => new Date(), isOver));
    const now = new Date();
    const quarter = Math.floor(now.getTime() / lettersMs);
    if (quarter === this.#quarter || this.#isOver) return;
    this.#quarter = quarter;
    await this.#do('queue letters to oneself', async () => {
      const queued = await queueLetters(now, jobOrigin(), isOver);
      if (queued > 0) this.#isWoken = true;
    });
    await this.#do('delete accounts that are due', () => purgeDue(now, isOver));
    await this.#do('sweep inquiries', () => sweepClosed(now));
    await this.#do('sweep letters', () => sweepMail(now));
    await this.#do('sweep links', () => sweepTokens(now));
    await this.#do('sweep what happened to accounts', () => sweepEvents(now));
    const { outbox } = way();
    if (outbox) await this.#do('sweep the outbox', () => sweepOutbox(outbox));
    await this.#do('sweep uploads', () => sweepUploads(now));
  }

  async #do(what: string, work: () => Promise<unknown>): Promise<void> {
    if (this.#isOver) return;
    try {
      await work();
      this.#down.delete(what);
    } catch (error) {
      // Said once, not four times a minute for as long as the database is out.
      if (!this.#down.has(what)) {
        console.error(`The post could not ${what}; it goes on trying.`, error);
      }
      this.#down.add(what);
    }
  }
}

// Next bundles each entry apart: the post that a page wakes is the one that the start began.
const shared = globalThis as { jissekiPost?: Post };

/** Starts the post of this process, once. */
export function startPost(): void {
  if (process.env.NEXT_PHASE === 'phase-production-build' || shared.jissekiPost) return;
  shared.jissekiPost = new Post();
  shared.jissekiPost.wake();
}

/** Ends it for whoever may start another; a server's end is bin/server.mjs's, which finds it there. */
export async function stopPost(): Promise<void> {
  const post = shared.jissekiPost;
  shared.jissekiPost = undefined;
  await post?.stop();
}

/** Whether letters leave this machine. */
export function hasMailServer(): boolean {
  return env().SMTP_URL !== undefined;
}

let carrier: Carrier | undefined;

function way(): Way {
  const { SMTP_URL, MAIL_FROM, OUTBOX } = env();
  if (SMTP_URL) carrier ??= carrierTo(SMTP_URL, MAIL_FROM);
  return { carrier: carrier ?? null, outbox: OUTBOX ?? null, from: MAIL_FROM };
}

/** Where the links of letters start that no request asked for: APP_URL, else this very machine. */
export function jobOrigin(): string {
  return env().APP_URL ?? `http://localhost:${process.env.PORT || 3000}`;
}
