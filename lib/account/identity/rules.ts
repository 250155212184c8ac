import { cleanLine } from '../../text';

/** Where else somebody can have an account that signs in here. */
export const providers = ['github', 'google', 'oidc'] as const;

export type Provider = (typeof providers)[number];

export function isProvider(text: unknown): text is Provider {
  return (providers as readonly unknown[]).includes(text);
}

/** An account elsewhere. It is the provider's subject and nothing else that says whose it is. */
export type Subject = {
  readonly provider: Provider;
  /** Its issuer and what that calls the person, with a space between. */
  readonly subject: string;
};

/** What the provider says of whoever came from it. */
export type Claims = Subject & {
  /** A user name or an e-mail, for its owner to know it by. */
  readonly label: string;
  /** Only one that the provider has verified; null: none. */
  readonly email: string | null;
  /** What they are called there; empty: not said. */
  readonly name: string;
};

/** An account elsewhere that signs in here, as its owner sees it. */
export type Identity = {
  readonly provider: Provider;
  readonly label: string;
  readonly linkedAt: Date;
  readonly lastUsedAt: Date | null;
};

/** A provider's word as it is kept: one clean line of at most `most` code points. */
export function saidBy(text: unknown, most: number): string {
  return typeof text === 'string'
    ? [...cleanLine(text.slice(0, 2_000))].slice(0, most).join('')
    : '';
}
