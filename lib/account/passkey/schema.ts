import { z } from 'zod';
import { limits } from '../../limits';
import { cleanLine } from '../../text';
import { typedText } from '../../text.schema';

/** What a browser's JSON is at most; a real answer has a few thousand signs. */
const mostJson = 30_000;

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);

/** Of any kind of answer. Extensions were not asked for, so what one says is left out. */
const answer = {
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.unknown().transform(() => ({})),
};

const assertion = z.strictObject({
  ...answer,
  response: z.strictObject({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(2_000),
    signature: base64url(2_000),
    userHandle: base64url(200).optional(),
  }),
});

const attestation = z.strictObject({
  ...answer,
  response: z.strictObject({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(16_000),
    authenticatorData: base64url(8_000).optional(),
    transports: z.array(z.string().max(40)).max(20).optional(),
    publicKey: base64url(4_000).optional(),
    publicKeyAlgorithm: z.number().int().optional(),
  }),
});

/** A browser's proof that a passkey is there (WebAuthn, AuthenticationResponseJSON). */
export type Assertion = z.output<typeof assertion>;

/** A browser's answer to making one (WebAuthn, RegistrationResponseJSON). */
export type Attestation = z.output<typeof attestation>;

/** JSON in a field of a form. */
function json<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .max(mostJson)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'form-malformed' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const name = typedText(limits.passkeyName, cleanLine).refine((typed) => typed !== '', 'required');

/** Signs in, or confirms who is signed in, by a passkey. */
export const assertionForm = z.strictObject({
  response: json(assertion),
  next: z.string().max(1_000, 'too-long').default(''),
});

/** Adds a passkey. */
export const attestationForm = z.strictObject({ name, response: json(attestation) });

/** Renames one. */
export const renameForm = z.strictObject({ id: z.uuid(), name });

/** Removes one. */
export const removeForm = z.strictObject({ id: z.uuid() });
