/** What a step between two requests is for. */
export type ChallengePurpose =
  | 'second_factor'
  | 'passkey_sign_in'
  | 'passkey_add'
  | 'passkey_confirm'
  | 'provider';

const minute = 60;

/** How long a step waits to be answered, in seconds. */
export const challengeLife = {
  second_factor: 10 * minute,
  passkey_sign_in: 10 * minute,
  passkey_add: 10 * minute,
  passkey_confirm: 10 * minute,
  provider: 15 * minute,
} as const satisfies Record<ChallengePurpose, number>;
