import type { Bilingual } from '../locale';

/** What a client may have said of a milestone that names them or their work. */
export const permissionStates = ['not_asked', 'asked', 'granted', 'anonymous', 'refused'] as const;
export type PermissionState = (typeof permissionStates)[number];

/** What a client can answer. */
export const answers = ['granted', 'anonymous', 'refused'] as const;
export type Answer = (typeof answers)[number];

/** A client's say about one milestone, as its owner reads it. */
export type Permission = {
  readonly state: PermissionState;
  /** What stands in the place of the named texts where the client wants no name. */
  readonly title: Bilingual;
  readonly story: Bilingual;
  /** Of the link to send; null before one was made. */
  readonly code: string | null;
  readonly askedAt: Date | null;
  readonly answeredAt: Date | null;
  /** False: strangers would read something else by now than what the link showed. */
  readonly isCurrent: boolean;
};

/** One of the answers a client gave. */
export type GivenAnswer = {
  readonly state: Answer;
  readonly answeredAt: Date;
  /** False: it was about something else than what strangers would read now. */
  readonly isCurrent: boolean;
};

/** Whether strangers may see the milestone: a client agreed, and to the text that stands now. */
export function isPermitted({ state, isCurrent }: Permission): boolean {
  return isCurrent && (state === 'granted' || state === 'anonymous');
}
