import { expect, test } from 'vitest';
import { limits } from '../limits';
import { contactForm, inquirySettingsForm } from './schema';

const sent = {
  form: 'note',
  name: 'Mio',
  email: 'mio@example.com',
  subject: 'job',
  message: 'Hello',
};
const reasonsOf = (change: Record<string, unknown>) => {
  const parsed = contactForm.safeParse({ ...sent, ...change });
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path}: ${message}`);
};

test('what a person writes is read as they meant it', () => {
  expect(
    contactForm.parse({
      ...sent,
      name: '  美容室　ミオ ',
      email: ' Ｍｉｏ@Example.COM ',
      message: 'One.\r\n\r\n\r\n\r\nTwo. \u202e\u0000',
    }),
  ).toEqual({ ...sent, name: '美容室 ミオ', message: 'One.\n\nTwo.' });
});

test('no header can be begun', () => {
  const { name } = contactForm.parse({ ...sent, name: 'Mio\r\nBcc: all@example.com' });
  expect(name).toBe('Mio Bcc: all@example.com');
  for (const email of [
    'mio@example.com\r\nBcc: all@example.com',
    'mio@example.com, all@example.com',
    'Mio <mio@example.com>',
    'mio@example.com\u2028x',
  ]) {
    expect(reasonsOf({ email })).toEqual(['email: email-unclear']);
  }
  expect(reasonsOf({ subject: 'job\r\nBcc: all@example.com' })).toHaveLength(1);
});

test('each field says what is wrong with it', () => {
  expect(reasonsOf({ name: ' ', email: '', message: '\u200b\n' })).toEqual([
    'name: required',
    'email: required',
    'message: required',
  ]);
  expect(reasonsOf({ name: 'あ'.repeat(limits.inquiryName + 1) })).toEqual(['name: too-long']);
  expect(reasonsOf({ name: 'あ'.repeat(limits.inquiryName) })).toEqual([]);
  expect(reasonsOf({ email: `${'a'.repeat(64)}@${'b'.repeat(190)}.example` })).toEqual([
    'email: too-long',
  ]);
  expect(reasonsOf({ message: 'あ'.repeat(limits.inquiryMessage + 1) })).toEqual([
    'message: too-long',
  ]);
  expect(reasonsOf({ message: '👨‍👩‍👧'.repeat(limits.inquiryMessage) })).toEqual([]);
  expect(reasonsOf({ message: 'x'.repeat(1_000_000) })).toEqual(['message: too-long']);
});

test('what no form of ours sends is refused', () => {
  expect(reasonsOf({ subject: 'money' })).toHaveLength(1);
  expect(reasonsOf({ admin: 'yes' })).toHaveLength(1);
  expect(reasonsOf({ name: undefined })).toHaveLength(1);
});

test('days to keep: none, or a number within reason', () => {
  const daysOf = (inquiryDays: string) => {
    const parsed = inquirySettingsForm.safeParse({ inquiryDays, version: '1' });
    return parsed.success ? parsed.data.inquiryDays : parsed.error.issues[0]?.message;
  };
  expect(daysOf('')).toBeNull();
  expect(daysOf(' ９０ ')).toBe(90);
  expect(daysOf('3650')).toBe(3_650);
  for (const odd of ['0', '3651', '-1', '1.5', 'ten', '99999']) {
    expect(daysOf(odd)).toBe('inquiry-days-unclear');
  }
});
