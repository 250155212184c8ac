import { isIP } from 'node:net';

/** How many tries one subject has in one window. */
export type Limit = { readonly scope: string; readonly most: number; readonly seconds: number };

const minute = 60;

/** Every limit of the app, named once. */
export const throttles = {
  /** Wrong passwords for one e-mail, whether or not it has an account. */
  signInAccount: { scope: 'sign-in account', most: 10, seconds: 15 * minute },
  /** Wrong passwords from one address. */
  signInAddress: { scope: 'sign-in address', most: 100, seconds: 15 * minute },
  /** Passwords tried from one address, the right ones too: each is hashed, and few are at a time. */
  hashAddress: { scope: 'hash address', most: 300, seconds: 15 * minute },
  /** Ways to accounts elsewhere from one address. */
  providerAddress: { scope: 'provider address', most: 60, seconds: 15 * minute },
  /**
   * Wrong codes of an authenticator app for one account. Five of a million are right at any moment, so
   * by the limit of a day a year of trying finds one in 27 accounts, whose password is known already.
   */
  codeAccount: { scope: 'code account', most: 5, seconds: 15 * minute },
  codeAccountDay: { scope: 'code account day', most: 20, seconds: 24 * 60 * minute },
  /** Passkeys asked for from one address, signed in or not: every look at the sign-in form is one. */
  passkeyAddress: { scope: 'passkey address', most: 1_000, seconds: 15 * minute },
  /** Wrong proofs of who is signed in already. */
  confirmAccount: { scope: 'confirm account', most: 10, seconds: 15 * minute },
  /** Answers of clients from one address. */
  answerAddress: { scope: 'answer address', most: 60, seconds: 60 * minute },
  /** Messages through contact forms from one address. */
  inquiryAddress: { scope: 'inquiry address', most: 10, seconds: 60 * minute },
  /** Messages that one record keeps, from wherever; counted in its inbox, so no refused one adds to them. */
  inquiryRecord: { scope: 'inquiry record', most: 600, seconds: 60 * minute },
  /** Of these so many bring a notice and a copy; the others arrive without. */
  inquiryLetters: { scope: 'inquiry letters', most: 60, seconds: 60 * minute },
  /** Copies of messages to one mailbox: whoever typed it may not be whose it is. */
  inquiryCopy: { scope: 'inquiry copy', most: 3, seconds: 24 * 60 * minute },
  /** Copies of messages that came from one address, to whichever mailboxes. */
  copyAddress: { scope: 'copy address', most: 5, seconds: 24 * 60 * minute },
  /** Notices to one mailbox, whichever records it has: beyond, the desk alone tells. */
  notice: { scope: 'notice', most: 6, seconds: 60 * minute },
  /** Answers of one person to who wrote to them. */
  replies: { scope: 'replies', most: 60, seconds: 60 * minute },
  /** Answers to one mailbox, whoever writes them: nobody has proved that it is theirs. */
  mailTo: { scope: 'mail-to', most: 20, seconds: 24 * 60 * minute },
  /** Reports of abuse from one address. */
  reportAddress: { scope: 'report address', most: 10, seconds: 60 * minute },
  /** Reports of one record, from wherever. */
  reportRecord: { scope: 'report record', most: 60, seconds: 60 * minute },
  /** Letters ended from one address, which may be that of a mail service for many people. */
  endingAddress: { scope: 'ending address', most: 300, seconds: 60 * minute },
  /** Files that one person brings in. */
  uploads: { scope: 'uploads', most: 20, seconds: 60 * minute },
  /** Looks at a table that waits, and imports of one: each reads all of it. */
  tables: { scope: 'tables', most: 120, seconds: 60 * minute },
  /** Exports of one account: each reads all of it. */
  exports: { scope: 'exports', most: 30, seconds: 60 * minute },
  /** Looks at what restoring would do, and restores: each does all of it. */
  restores: { scope: 'restores', most: 60, seconds: 60 * minute },
  /** Letters to set another password, asked for from one address. */
  resetAddress: { scope: 'reset address', most: 20, seconds: 60 * minute },
  /** Such letters to one mailbox, whether or not it has an account. */
  resetMailbox: { scope: 'reset mailbox', most: 3, seconds: 60 * minute },
  /** Letters that ask a mailbox whether somebody is who they say: nobody has proved that it is theirs. */
  verifyMailbox: { scope: 'verify mailbox', most: 3, seconds: 60 * minute },
  /** Letters about accounts to one mailbox that nobody has proved to be theirs. */
  unprovedMailbox: { scope: 'unproved mailbox', most: 20, seconds: 24 * 60 * minute },
  /** Links of letters followed from one address. */
  linkAddress: { scope: 'link address', most: 60, seconds: 60 * minute },
  /** Other e-mails that one account asks for. */
  emailChange: { scope: 'email change', most: 10, seconds: 24 * 60 * minute },
  /** Passwords that one account tries as the one it has, to change it. */
  passwordAccount: { scope: 'password account', most: 10, seconds: 15 * minute },
  /** Complete sign-ups from one address. */
  signUpAddress: { scope: 'sign-up address', most: 30, seconds: 60 * minute },
} as const satisfies Record<string, Limit>;

/** The mailbox that an e-mail address counts for: what stands behind a `+` only sorts the mail in it. */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const name = at < 0 ? email : email.slice(0, at);
  const host = at < 0 ? '' : email.slice(at);
  return (name.replace(/(?<=.)\+.*$/u, '') + host).toLowerCase();
}

/**
 * The bucket an address counts in: an IPv4 address alone, an IPv6 address with its /64, which is
 * what one household gets. Anything else shares one bucket, so that hiding one's address gains
 * nothing.
 */
export function addressBucket(address: string | null | undefined): string {
  const bare = (address ?? '').trim().replace(/%.*$/, '');
  if (isIP(bare) === 4) return bare;
  if (isIP(bare) !== 6) return 'unknown';
  const groups = ipv6Groups(bare);
  const [, , , , , marker, high = 0, low = 0] = groups;
  if (marker === 0xffff && groups.slice(0, 5).every((group) => group === 0)) {
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  const prefix = groups.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(':')}::/64`;
}

/** The eight groups of a valid IPv6 address; the URL parser writes all of its many forms alike. */
function ipv6Groups(address: string): number[] {
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((g) => parseInt(g, 16)));
  const [before, after] = [read(head), read(tail ?? '')];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}
