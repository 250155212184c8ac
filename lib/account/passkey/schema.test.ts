import { describe, expect, test } from 'vitest';
import { Authenticator } from '../../testing/authenticator';
import { assertionForm, attestationForm, renameForm } from './schema';

const key = new Authenticator('http://localhost:3000');
const created = key.create({ challenge: 'x', user: { id: 'AAAA' } });
const used = key.get({ challenge: 'x' });
const form = (response: unknown) => ({ response: JSON.stringify(response) });

describe('what a browser says of a passkey', () => {
  test('is taken as browsers say it', () => {
    const more = { authenticatorAttachment: 'platform', clientExtensionResults: { credProps: {} } };
    expect(assertionForm.parse(form({ ...used, ...more }))).toMatchObject({
      response: { id: key.id, clientExtensionResults: {}, response: used.response },
      next: '',
    });
    const { name, response } = attestationForm.parse({ name: ' 電話 ', ...form(created) });
    expect([name, response.response.transports]).toEqual(['電話', ['internal', 'by-pigeon']]);
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no object', '"x"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a field more', JSON.stringify({ ...used, admin: true })],
    ['a field more within', JSON.stringify({ ...used, response: { ...used.response, x: 1 } })],
    ['a prototype', JSON.stringify(used).replace('{', '{"__proto__":{"id":"x"},')],
    ['a signature too few', JSON.stringify({ ...used, response: { clientDataJSON: 'x' } })],
    ['another kind', JSON.stringify({ ...used, type: 'password' })],
    ['a number for an id', JSON.stringify({ ...used, id: 1 })],
    ['an id of no base64url', JSON.stringify({ ...used, id: 'a+b/c=' })],
    ['an id without end', JSON.stringify({ ...used, id: 'a'.repeat(1_401) })],
    ['far too much', `"${'a'.repeat(40_000)}"`],
    ['depth without end', '['.repeat(29_000)],
  ])('is refused with %s', (_, response) => {
    expect(assertionForm.safeParse({ response }).success).toBe(false);
  });
});

describe('a passkey’s name', () => {
  const id = '018f0000-0000-7000-8000-000000000000';
  const nameOf = (name: string) => renameForm.safeParse({ id, name });

  test('is one clean line of at most sixty signs', () => {
    expect(nameOf('  my\n phone\u202e ').data?.name).toBe('my phone');
    expect(nameOf('鍵'.repeat(60)).success).toBe(true);
    expect(nameOf('鍵'.repeat(61)).error?.issues[0]?.message).toBe('too-long');
    expect(nameOf(' \u200b ').error?.issues[0]?.message).toBe('required');
  });
});
