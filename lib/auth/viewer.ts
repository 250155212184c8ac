import type { Locale } from '../locale';

declare const proven: unique symbol;

/**
 * The signed-in person, proven. Only the session (and tests) may mint one: a floor test holds who
 * imports {@link mintViewer}, so that having a Viewer means having shown a valid cookie.
 */
export type Viewer = {
  readonly userId: string;
  readonly sessionId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly locale: Locale;
  /** IANA zone in which this person's days and months are reckoned. */
  readonly zone: string;
  /** When they last proved who they are: sensitive changes ask for a fresh proof. */
  readonly confirmedAt: Date;
  /** When the account goes, as they asked; null: it stays. */
  readonly deleteAt: Date | null;
  readonly [proven]: true;
};

export function mintViewer(facts: Omit<Viewer, typeof proven>): Viewer {
  return facts as Viewer;
}
