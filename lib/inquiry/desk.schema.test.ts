import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { limits } from '../limits';
import { followUpForm, handForm, outcomeForm, readInboxQuery, replyForm } from './desk.schema';

const id = uuidv7();
const reasons = (schema: z.ZodType, form: unknown) =>
  schema.safeParse(form).error?.issues.map(({ path, message }) => `${path}: ${message}`) ?? [];

test('an address that makes no sense narrows nothing', () => {
  expect(readInboxQuery({ state: 'due', q: ' ｱ  b ', page: '3' })).toEqual({
    state: 'due',
    q: 'ｱ b',
    page: 3,
  });
  expect(readInboxQuery({ state: ['new', 'open'], q: ['a'], page: '-1' })).toEqual({});
  expect(readInboxQuery({ state: 'gone', page: 'x' })).toEqual({});
  expect(readInboxQuery({ q: 'x'.repeat(9_999) }).q).toHaveLength(limits.searchQuery);
});

const hand = {
  id,
  name: ' 田中　健 ',
  email: '',
  subject: 'job',
  note: '',
  day: '2026-11-20',
  origin: 'networking',
  outcome: '',
};

test('who came in another way: cleaned, and not from the future', () => {
  const form = handForm('2026-11-25');
  expect(form.parse(hand)).toEqual({ ...hand, name: '田中 健', email: null, outcome: null });
  expect(form.parse({ ...hand, email: 'Ken@Example.com', outcome: 'work_agreed' })).toMatchObject({
    email: 'ken@example.com',
    outcome: 'work_agreed',
  });
  expect(reasons(form, { ...hand, day: '2026-11-26' })).toEqual(['day: date-in-future']);
  expect(reasons(form, { ...hand, day: '2026-11' })).toEqual(['day: not-a-day']);
  expect(reasons(form, { ...hand, day: '' })).toEqual(['day: required']);
  expect(reasons(form, { ...hand, name: ' ' })).toEqual(['name: required']);
  expect(reasons(form, { ...hand, email: 'ken' })).toEqual(['email: email-unclear']);
  expect(form.safeParse({ ...hand, origin: 'luck' }).success).toBe(false);
  expect(form.safeParse({ ...hand, arrival: 'form' }).success).toBe(false);
});

test('a next step may have a day; a day without a step says nothing', () => {
  const form = { id, version: '1', note: 'x', nextStep: '', nextStepOn: '', origin: 'record' };
  expect(followUpForm.parse(form)).toMatchObject({ version: 1, nextStep: null, nextStepOn: null });
  expect(followUpForm.parse({ ...form, nextStep: '電話', nextStepOn: '2026-12-01' })).toMatchObject(
    { nextStep: '電話', nextStepOn: '2026-12-01' },
  );
  expect(reasons(followUpForm, { ...form, nextStepOn: '2026-12-01' })).toEqual([
    'nextStep: required',
  ]);
  expect(reasons(followUpForm, { ...form, nextStep: 'a', nextStepOn: '2026-02-30' })).toEqual([
    'nextStepOn: not-a-day',
  ]);
  expect(reasons(followUpForm, { ...form, note: 'x'.repeat(limits.inquiryNote + 1) })).toEqual([
    'note: too-long',
  ]);
});

const agreed = {
  id,
  version: '2',
  outcome: 'work_agreed',
  amount: '30万',
  currency: 'JPY',
  stream: 'コンサル',
};

test('work agreed has an amount in minor units and the stream it belongs to', () => {
  expect(outcomeForm.parse(agreed)).toEqual({
    id,
    version: 2,
    outcome: 'work_agreed',
    amount: { minor: 300_000n, currency: 'JPY' },
    streamName: 'コンサル',
  });
  expect(outcomeForm.parse({ ...agreed, amount: '', stream: '' })).toMatchObject({
    amount: null,
    streamName: null,
  });
  expect(reasons(outcomeForm, { ...agreed, stream: '' })).toEqual(['stream: required']);
  expect(reasons(outcomeForm, { ...agreed, amount: '0' })).toEqual(['amount: amount-zero']);
  expect(reasons(outcomeForm, { ...agreed, amount: '-5' })).toEqual(['amount: amount-negative']);
  expect(reasons(outcomeForm, { ...agreed, currency: 'XXX' })).toEqual([
    'currency: currency-unknown',
  ]);
});

test('any other outcome has neither, whatever its hidden fields hold', () => {
  for (const outcome of ['', 'nothing', 'conversation', 'collaboration']) {
    expect(outcomeForm.parse({ ...agreed, outcome, amount: 'nonsense' })).toMatchObject({
      outcome: outcome || null,
      amount: null,
      streamName: null,
    });
  }
});

test('an answer says something', () => {
  expect(reasons(replyForm, { id, replyId: uuidv7(), text: ' \n ' })).toEqual(['text: required']);
});
