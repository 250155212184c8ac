/** One rendering of a document: what it is of, its bytes, and the headers that belong to them. */
export type Rendering = {
  readonly revision: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * Renderings by what they are of, least recently used dropped first, and one rendering at a time
 * for the same key however many ask. Nothing is ever invalidated: a key names a content.
 */
export class DocumentMemory {
  readonly #kept = new Map<string, Rendering>();
  readonly #underWay = new Map<string, Promise<Rendering | null>>();
  #bytes = 0;

  /** @param limit bytes of bodies kept */
  constructor(private readonly limit: number) {}

  get(key: string): Rendering | undefined {
    const found = this.#kept.get(key);
    if (found) {
      this.#kept.delete(key);
      this.#kept.set(key, found);
    }
    return found;
  }

  /** As {@link get}, else what `render` makes; kept when it is of the revision that was asked for. */
  async getOrRender(
    key: string,
    revision: string,
    render: () => Promise<Rendering | null>,
  ): Promise<Rendering | null> {
    const kept = this.get(key);
    if (kept) return kept;
    let underWay = this.#underWay.get(key);
    if (!underWay) {
      underWay = render().finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, underWay);
      const made = await underWay;
      // Written to in between: true now, but not under this key.
      if (made?.revision === revision) this.#keep(key, made);
      return made;
    }
    return underWay;
  }

  #keep(key: string, rendering: Rendering): void {
    if (this.#kept.has(key) || rendering.body.byteLength > this.limit) return;
    this.#kept.set(key, rendering);
    this.#bytes += rendering.body.byteLength;
    for (const [oldest, { body }] of this.#kept) {
      if (this.#bytes <= this.limit) break;
      this.#kept.delete(oldest);
      this.#bytes -= body.byteLength;
    }
  }
}
