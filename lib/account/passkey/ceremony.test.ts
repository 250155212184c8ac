import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Authenticator, cbor } from '../../testing/authenticator';
import { readAssertion, readAttestation } from './ceremony';
import { partyAt } from './rules';
import { assertionForm, attestationForm } from './schema';

const party = partyAt('https://jisseki.example');
const challenge = Buffer.alloc(32, 7).toString('base64url');
const asked = { challenge, user: { id: Buffer.alloc(16, 1).toString('base64url') } };

/** What was sent, as the forms let it through. */
function created(key: Authenticator) {
  const response = JSON.stringify(key.create(asked));
  return attestationForm.parse({ name: 'x', response }).response;
}

function used(key: Authenticator) {
  return assertionForm.parse({ response: JSON.stringify(key.get(asked)) }).response;
}

test('a passkey that was made is read, and signs what is verified by its key', async () => {
  const key = new Authenticator(party.origin);
  const made = await readAttestation(created(key), challenge, party);
  if (!made) throw new Error('not read');
  expect(made).toMatchObject({ credentialId: key.id, counter: 0n, transports: ['internal'] });
  const { publicKey } = made;
  expect(await readAssertion(used(key), challenge, party, publicKey)).toEqual({
    counter: 1n,
    isBackedUp: false,
  });
  const other = new Authenticator(party.origin);
  expect(await readAssertion(used(other), challenge, party, publicKey)).toBeNull();
});

test('every byte that was signed counts', async () => {
  const key = new Authenticator(party.origin);
  const made = await readAttestation(created(key), challenge, party);
  const answer = used(key);
  for (const part of ['clientDataJSON', 'authenticatorData', 'signature'] as const) {
    const bytes = Buffer.from(answer.response[part], 'base64url');
    for (let at = 0; at < bytes.length; at += 3) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const response = { ...answer.response, [part]: changed.toString('base64url') };
      const read = await readAssertion(
        { ...answer, response },
        challenge,
        party,
        made?.publicKey ?? new Uint8Array(),
      );
      expect(read, `${part}, byte ${at}`).toBeNull();
    }
  }
});

test('an answer under another id than it was made with is none', async () => {
  const answer = created(new Authenticator(party.origin));
  const id = Buffer.alloc(32, 9).toString('base64url');
  expect(await readAttestation({ ...answer, id, rawId: id }, challenge, party)).toBeNull();
});

test('what is no CBOR, has no end or vouches for its maker is refused and breaks nothing', async () => {
  const answer = created(new Authenticator(party.origin));
  const read = (object: Uint8Array) => {
    const attestationObject = Buffer.from(object).toString('base64url');
    const response = { ...answer.response, attestationObject };
    return readAttestation({ ...answer, response }, challenge, party);
  };
  const hostile = [
    Buffer.alloc(11_000, 0x81),
    Buffer.alloc(11_000, 0xa1),
    Buffer.from('5bffffffffffffffff', 'hex'),
    Buffer.from('9bffffffffffffffff', 'hex'),
    Buffer.from('bb0000000100000000', 'hex'),
    cbor(
      new Map<string, string | Uint8Array | Map<string, never>>([
        ['fmt', 'tpm'],
        ['attStmt', new Map<string, never>()],
        ['authData', Buffer.alloc(37)],
      ]),
    ),
  ];
  for (const object of hostile) expect(await read(object)).toBeNull();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (object) => {
      expect(await read(object)).toBeNull();
    }),
  );
});
