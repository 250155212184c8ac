/** How long a proof of who one is lets sensitive things be done, in seconds. */
export const freshness = 5 * 60;

/** Whether somebody proved who they are lately enough for a sensitive change. */
export function isFresh(confirmedAt: Date, now: Date): boolean {
  return now.getTime() - confirmedAt.getTime() < freshness * 1000;
}

/** How a session began. */
export type Way = 'password' | 'passkey' | 'provider';

/** A sign-in as its owner sees it in the list. */
export type SessionLine = {
  readonly id: string;
  readonly device: string;
  readonly place: string;
  readonly way: Way;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly isCurrent: boolean;
};

export function isWay(way: string): way is Way {
  return way === 'password' || way === 'passkey' || way === 'provider';
}
