import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import { profileForm, showingForm } from './schema';
import { sections } from './sections.rules';

type Fields = Record<string, unknown>;

function reasons(form: { safeParse: typeof profileForm.safeParse }, sent: Fields) {
  const parsed = form.safeParse(sent);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map((issue) => [String(issue.path[0] ?? 'form'), issue.message]),
  );
}

describe('how the record is shown', () => {
  const sent = {
    disclosure: 'range',
    defaultVisibility: 'unlisted',
    delayDays: '14',
    penName: '',
    pinned: '1',
    climb: '2',
    income: '3',
    milestones: '4',
    contact: '5',
    version: '3',
  };
  const read = (more: Fields = {}) => showingForm.parse({ ...sent, ...more });
  const refused = (more: Fields) => {
    const parsed = showingForm.safeParse({ ...sent, ...more });
    return parsed.success
      ? null
      : parsed.error.issues.map(({ path, message }) => [path[0], message]);
  };

  test('a box that is not ticked sends nothing, and is off', () => {
    expect(read()).toEqual({
      version: 3,
      leakAccepted: '',
      lookedAt: [],
      askedAgain: '',
      showing: {
        disclosure: 'range',
        defaultVisibility: 'unlisted',
        monthsOnly: false,
        delayDays: 14,
        isIndexed: false,
        hasFeeds: false,
        showsHours: false,
        checksLinks: false,
        isEmployerSafe: false,
        penName: null,
        sections,
      },
    });
    const boxes = ['monthsOnly', 'isIndexed', 'hasFeeds', 'showsHours', 'checksLinks'] as const;
    for (const box of [...boxes, 'isEmployerSafe'] as const) {
      expect(read({ [box]: 'yes' }).showing[box]).toBe(true);
      for (const other of ['', 'no', 'on', 'true'])
        expect(refused({ [box]: other })).not.toBeNull();
    }
  });

  test('sections stand at their places, hidden ones nowhere, two at one in the usual order', () => {
    const order = (places: Fields) => read(places).showing.sections;
    const turned = { pinned: '5', climb: '4', income: '3', milestones: '2', contact: '1' };
    expect(order(turned)).toEqual([...sections].reverse());
    expect(order({ ...turned, income: 'hidden' })).toEqual([
      'contact',
      'milestones',
      'climb',
      'pinned',
    ]);
    const all = (place: string) => Object.fromEntries(sections.map((one) => [one, place]));
    expect(order(all('2'))).toEqual(sections);
    expect(order(all('hidden'))).toEqual([]);
    expect(order({ ...all('3'), contact: '1' })[0]).toBe('contact');
    for (const place of ['0', '6', '', 'first', undefined]) {
      expect(refused({ pinned: place })).not.toBeNull();
    }
  });

  test.each([
    ['', 0],
    ['0', 0],
    [' 7 ', 7],
    ['１４', 14],
    ['365', 365],
    ['007', 7],
  ])('a delay of "%s" is %s days', (delayDays, days) => {
    expect(read({ delayDays }).showing.delayDays).toBe(days);
  });

  test.each(['366', '-1', '1.5', '1e2', '0x1', 'soon', '14日', '1000', '9'.repeat(200), '三'])(
    'a delay of "%s" is refused',
    (delayDays) => expect(refused({ delayDays })?.[0]?.[0]).toBe('delayDays'),
  );

  test('the pen name is a line, cleaned and bounded', () => {
    expect(read({ penName: ' 山の\u200b人\n ' }).showing.penName).toBe('山の人');
    expect(read({ penName: ' \u200b ' }).showing.penName).toBeNull();
    const most = limits.displayName;
    expect(read({ penName: '長'.repeat(most) }).showing.penName).toHaveLength(most);
    for (const penName of [
      '長'.repeat(most + 1),
      `Z${'\u0301'.repeat(5_000)}`,
      'x'.repeat(200_000),
    ]) {
      expect(refused({ penName })?.[0]).toEqual(['penName', 'too-long']);
    }
  });

  test('what is not a choice of the form is refused', () => {
    for (const other of [
      { disclosure: 'rounded' },
      { disclosure: '' },
      { defaultVisibility: 'secret' },
      { version: '0' },
      { version: 'x' },
      { version: '2147483648' },
      { employerSafeAt: '2026-01-01' },
      { publishedAt: 'yes' },
    ]) {
      expect(refused(other)).not.toBeNull();
    }
  });
});

describe('where the person can be reached', () => {
  const sent = {
    displayName: '花',
    handle: 'hana',
    headlineJa: '',
    headlineEn: '',
    aboutJa: '',
    aboutEn: '',
    language: 'ja',
    contactLinks: '',
    version: '1',
  };
  const links = (contactLinks: string) => profileForm.parse({ ...sent, contactLinks }).contactLinks;
  const refused = (contactLinks: string) => reasons(profileForm, { ...sent, contactLinks });

  test('one or more a line, each once, as a browser understands them', () => {
    expect(links('')).toEqual([]);
    expect(links(' \n \u3000')).toEqual([]);
    expect(links('https://a.example\r\n\r\nHTTP://B.example/x  https://例え.jp')).toEqual([
      'https://a.example/',
      'http://b.example/x',
      'https://xn--r8jz45g.jp/',
    ]);
    expect(links('https://a.example https://a.example/ https://A.example')).toEqual([
      'https://a.example/',
    ]);
  });

  test.each([
    'javascript:alert(1)',
    'mailto:hana@example.com',
    'hana@example.com',
    'example.com',
    'https://user:secret@a.example/',
    'https://a.example https://',
    `https://a.example/${'x'.repeat(2_000)}`,
    'https://a\u202e.example/',
  ])('%s is refused', (typed) => expect(refused(typed)).toEqual({ contactLinks: 'not-a-link' }));

  test('five, and no more', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => `https://${i}.example/`).join('\n');
    expect(links(many(limits.contactLinks))).toHaveLength(limits.contactLinks);
    expect(refused(many(limits.contactLinks + 1)).contactLinks).toBe('too-many-links');
    expect(refused('x'.repeat(200_000)).contactLinks).toBe('too-long');
    expect(refused(' '.repeat(200_000)).contactLinks).toBe('too-long');
  });

  test('a yes to leaks is what was sent, one to links names each of them', () => {
    expect(profileForm.parse(sent)).toMatchObject({ leakAccepted: '', linksChecked: [] });
    const linksChecked = 'https://a.example/ https://b.example/';
    expect(profileForm.parse({ ...sent, leakAccepted: 'x', linksChecked })).toMatchObject({
      leakAccepted: 'x',
      linksChecked: ['https://a.example/', 'https://b.example/'],
    });
    const long = 'x'.repeat(101);
    expect(reasons(profileForm, { ...sent, leakAccepted: long })).toHaveProperty('leakAccepted');
  });
});
