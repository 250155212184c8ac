import { expect, test } from 'vitest';
import { type Form, idOfSent, leastSeconds, mostHours, openForm, sealForm } from './form.rules';

const drawnAt = new Date('2026-12-01T00:00:00Z');
const form: Form = { id: '019ad5e0-0000-7000-8000-000000000001', drawnAt, source: 'news.example' };
const place = { purpose: 'inquiry', handle: 'hana' } as const;
const secret = 's'.repeat(32);
const note = sealForm(form, place, secret);
const after = (seconds: number) => new Date(drawnAt.getTime() + seconds * 1000);

test('what was sealed is read again', () => {
  expect(openForm(note, place, secret, after(60))).toEqual({ state: 'ready', form });
  const bare = { ...form, source: '' };
  expect(openForm(sealForm(bare, place, secret), place, secret, after(60))).toEqual({
    state: 'ready',
    form: bare,
  });
});

test('its age decides, and a clock that went backwards makes none', () => {
  const stateAt = (seconds: number) => openForm(note, place, secret, after(seconds)).state;
  expect(stateAt(0)).toBe('young');
  expect(stateAt(leastSeconds - 0.001)).toBe('young');
  expect(stateAt(leastSeconds)).toBe('ready');
  expect(stateAt(mostHours * 3_600)).toBe('ready');
  expect(stateAt(mostHours * 3_600 + 1)).toBe('stale');
  expect(stateAt(-0.001)).toBe('stale');
});

test('good for one purpose, one record and one installation', () => {
  const now = after(60);
  expect(openForm(note, { ...place, purpose: 'report' }, secret, now).state).toBe('stale');
  expect(openForm(note, { ...place, handle: 'hana2' }, secret, now).state).toBe('stale');
  expect(openForm(note, place, 'x'.repeat(32), now).state).toBe('stale');
});

test('no part of it can be changed', () => {
  for (let at = 0; at < note.length; at += 1) {
    const other = note.charAt(at) === '1' ? '2' : '1';
    const forged = note.slice(0, at) + other + note.slice(at + 1);
    const opened = openForm(forged, place, secret, after(60));
    expect([at, opened.state]).toEqual([at, 'stale']);
  }
  for (const odd of [
    '',
    '.',
    note.slice(0, -1),
    `${note}.`,
    ` ${note}`,
    `${note}\n`,
    'a'.repeat(99),
  ]) {
    expect(openForm(odd, place, secret, after(60)).state).toBe('stale');
  }
});

test('the same words have the same id, others another, each a UUIDv7 of the form', () => {
  const id = idOfSent(form.id, ['Mio', 'mio@example.com', 'job', 'Hello']);
  expect(id).toBe(idOfSent(form.id, ['Mio', 'mio@example.com', 'job', 'Hello']));
  expect(id).toMatch(/^019ad5e0-0000-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const others = [
    idOfSent(form.id, ['Mio', 'mio@example.com', 'job', 'Hello!']),
    idOfSent(form.id, ['Mi', 'omio@example.com', 'job', 'Hello']),
    idOfSent('019ad5e0-0000-7000-8000-000000000002', ['Mio', 'mio@example.com', 'job', 'Hello']),
  ];
  expect(new Set([id, ...others]).size).toBe(4);
});
