import { randomUUID } from 'node:crypto';
import type { Reading } from './rules';

type Batch = { readonly id: string; readonly readings: readonly Reading[] };

export type BufferOptions = {
  /** Writes a batch; the same id again must count nothing again. */
  readonly write: (id: string, readings: readonly Reading[]) => Promise<unknown>;
  /** Hears what the operator has to know. */
  readonly say?: (what: string, error?: unknown) => void;
  readonly now?: () => Date;
  /** Milliseconds that readings gather before they are written. */
  readonly every?: number;
  /** How many may wait. */
  readonly most?: number;
  /** How many are written at once. */
  readonly batch?: number;
};

const day = 24 * 3_600_000;

/**
 * Where readings wait to be counted, so that no document waits for it. Written together every two
 * seconds, in batches: one that fails is kept as it is and written again under the same id, however it
 * ended before. What no longer fits, and what could not be written for a day, is not counted, and said.
 */
export class VisitBuffer {
  readonly #options: Required<BufferOptions>;
  #waiting: Reading[] = [];
  #batch: Batch | null = null;
  #writing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #failures = 0;
  #lost = 0;

  // A writing costs the same for one as for thousands: one does for what a busy process answers meanwhile.
  constructor({ every = 2_000, most = 20_000, batch = 5_000, ...options }: BufferOptions) {
    const said = { say: console.error, now: () => new Date() };
    this.#options = { ...said, every, most, batch, ...options };
  }

  /** Takes a reading in. Neither waits nor throws. */
  add(reading: Reading): void {
    if (this.#waiting.length >= this.#options.most) this.#lost += 1;
    else this.#waiting.push(reading);
    this.#plan();
  }

  /** Writes what waits now. Settles, whether it could be written or not. */
  flush(): Promise<void> {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
      this.#plan();
    });
    return this.#writing;
  }

  /** Writes what is left, with one try more for what fails: the process ends. */
  async end(): Promise<void> {
    await this.#writing;
    await this.flush();
    if (this.#batch) await this.flush();
  }

  #plan(): void {
    if (this.#timer || this.#writing || !(this.#batch || this.#waiting.length > 0)) return;
    // A store that is out is not asked every two seconds for ever.
    const wait = Math.min(this.#options.every * 2 ** this.#failures, 60_000);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.flush();
    }, wait).unref();
  }

  async #write(): Promise<void> {
    // What comes meanwhile waits for the next time: it would be written by the handful.
    let left = this.#waiting.length;
    while (this.#batch || left > 0) {
      if (!this.#batch) {
        const readings = this.#waiting.splice(0, Math.min(left, this.#options.batch));
        this.#batch = { id: randomUUID(), readings };
        left -= readings.length;
      }
      if (!this.#isTooOld(this.#batch)) {
        try {
          await this.#options.write(this.#batch.id, this.#batch.readings);
        } catch (error) {
          if (this.#failures === 0) this.#options.say('Visits could not be written yet.', error);
          this.#failures += 1;
          break;
        }
      }
      this.#batch = null;
      this.#failures = 0;
    }
    if (this.#lost > 0) this.#options.say(`${this.#lost} visits were not counted.`);
    this.#lost = 0;
  }

  /** Addresses are kept no longer than a day, in memory either. */
  #isTooOld({ readings }: Batch): boolean {
    const [first] = readings;
    if (!first || this.#options.now().getTime() - first.at.getTime() < day) return false;
    this.#lost += readings.length;
    return true;
  }
}
