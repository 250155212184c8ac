import { z } from 'zod';
import { limits } from '../../limits';
import { displayName, handle } from '../../record/schema';
import { zone } from '../schema';
import { providers } from './rules';

const provider = z.enum(providers);

/** Which account elsewhere shall sign in no more. */
export const unlinkForm = z.strictObject({ provider });

/** Links what the step before brought: the press is all there is to it. */
export const linkForm = z.strictObject({});

/** What signing up by an account elsewhere asks for. */
export const providerSignUpForm = z.strictObject({ displayName, handle, zone });

export type ProviderSignUp = z.output<typeof providerSignUpForm>;

const secret = z.string().min(1).max(200);

/** What is kept of somebody who was sent to a provider. */
export const askedStep = z.strictObject({
  step: z.literal('asked'),
  provider,
  purpose: z.enum(['sign-in', 'link']),
  state: secret,
  nonce: secret,
  verifier: secret,
  next: z.string().max(500),
  invite: z.string().max(100),
});

export type AskedStep = z.output<typeof askedStep>;

/** What is kept of somebody who came back from one, and is to sign up or to link it. */
export const knownStep = z.strictObject({
  step: z.literal('known'),
  claims: z.strictObject({
    provider,
    subject: z.string().min(1).max(1_000),
    label: z.string().max(254),
    email: z.email().max(limits.email).nullable(),
    name: z.string().max(200),
  }),
  purpose: z.enum(['sign-in', 'link']),
  next: z.string().max(500),
  invite: z.string().max(100),
});

export type KnownStep = z.output<typeof knownStep>;
