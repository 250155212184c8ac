/** More work than can be done is under way; whoever asks may come again later. */
export class Busy extends Error {}

/**
 * Lets few do heavy work at a time and a bounded number wait: pictures that nobody asked for before
 * cost a quarter of a second each, and there are many of them.
 */
export class Turns {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Runs `work` when its turn comes. Throws {@link Busy} where too many wait already. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.atOnce) {
      if (this.#waiting.length >= this.mostWaiting) throw new Busy('Too many wait for their turn.');
      await new Promise<void>((turn) => this.#waiting.push(turn));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // The turn is handed on, so that nobody who comes meanwhile takes it.
      if (next) next();
      else this.#running -= 1;
    }
  }
}
