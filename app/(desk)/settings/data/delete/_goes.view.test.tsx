import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import { belongings, type Counts } from '@/lib/account/closing/rules';
import { locales } from '@/lib/locale';
import { Addresses, Belonging, Staying } from './_goes';

const counts = (count: number): Counts =>
  Object.fromEntries(belongings.map((kind) => [kind, count])) as Counts;
const email = 'hana@example.org';

test.each(locales)('every kind of thing that goes is named with its count, in %s', (locale) => {
  const t = textsIn(locale);
  for (const count of [1, 20_000]) {
    const html = renderToStaticMarkup(<Belonging email={email} counts={counts(count)} t={t} />);
    const lines = [...html.matchAll(/<li>([^<]*)<\/li>/g)].map(([, line = '']) => line);
    expect(new Set(lines).size).toBe(belongings.length);
    for (const line of lines) expect(line).toContain(count === 1 ? '1' : '20,000');
    expect(html).toContain(email);
  }
});

test('what there is none of is left out', () => {
  const html = renderToStaticMarkup(
    <Belonging email={email} counts={{ ...counts(0), goals: 2 }} t={textsIn('en')} />,
  );
  expect(html.match(/<li>/g)).toHaveLength(1);
  expect(html).toContain('2 goals');
});

test.each(locales)('the addresses that die are listed, in %s', (locale) => {
  const t = textsIn(locale);
  const html = renderToStaticMarkup(<Addresses handles={['hana', 'hana-old']} shares={0} t={t} />);
  expect(html).toContain('/u/hana-old');
  expect(html.match(/<li>/g)).toHaveLength(2);
  const shared = renderToStaticMarkup(<Addresses handles={['hana']} shares={3} t={t} />);
  expect(shared).toMatch(/<li>[^<]*3[^<]*<\/li>/);
  expect(renderToStaticMarkup(<Staying handle="hana" t={t} />)).toContain('hana');
});
