import { env } from '@/lib/env';
import { sweepClosed } from '@/lib/inquiry/arrival/retention/mutations';
import { type Carrier, carrierTo } from '@/lib/mail/carrier';
import { sendDue, type Way } from '@/lib/mail/delivery';
import { sweepMail } from '@/lib/mail/mutations';
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
  #isDown = false;

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
    });
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isWoken && !this.#isOver) {
      this.#isWoken = false;
      try {
        await this.#round();
        this.#isDown = false;
      } catch (error) {
        // Said once, not four times a minute for as long as the database is out.
        if (!this.#isDown) console.error('The post could not work; it goes on trying.', error);
        this.#isDown = true;
      }
    }
  }

  async #round(): Promise<void> {
    const isOver = () => this.#isOver;
    const now = new Date();
    const quarter = Math.floor(now.getTime() / lettersMs);
    if (quarter !== this.#quarter) {
      await queueLetters(now, jobOrigin(), isOver);
      await sweepClosed(now);
      await sweepMail(now);
      this.#quarter = quarter;
    }
    await sendDue(way(), () => new Date(), isOver);
  }
}

// Next bundles each entry apart: the post that a page wakes is the one that the start began.
const shared = globalThis as { jissekiPost?: Post };

/** Starts the post of this process, once. */
export function startPost(): void {
  if (process.env.NEXT_PHASE === 'phase-production-build' || shared.jissekiPost) return;
  shared.jissekiPost = new Post();
  process.once('SIGTERM', stopPost);
  process.once('SIGINT', stopPost);
  shared.jissekiPost.wake();
}

/** Begins no letter more; resolves when those under way have ended. */
export async function stopPost(): Promise<void> {
  process.off('SIGTERM', stopPost);
  process.off('SIGINT', stopPost);
  const post = shared.jissekiPost;
  shared.jissekiPost = undefined;
  await post?.stop();
}

/** A letter was queued: it goes now and not with the next look. Where no post runs, it waits. */
export function wakePost(): void {
  shared.jissekiPost?.wake();
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
