import { expect, test } from 'vitest';
import { nameFinder } from './rules';
import { yesTo } from './yes.rules';

const find = nameFinder(['ミオ', 'ACME']);
const found = (place: string, text: string) => ({ place, text, hits: find(text) });
const yes = yesTo([found('title', 'ミオの予約'), found('story', 'with ACME')]);

test('a yes is to the same names in the same places, in whatever order and words', () => {
  expect(yes).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(yesTo([found('story', 'ACME, again'), found('title', 'ミオと予約')])).toBe(yes);
});

test.each([
  ['one more name', [found('title', 'ミオの予約'), found('story', 'ミオ with ACME')]],
  ['one more time', [found('title', 'ミオの予約、ミオ'), found('story', 'with ACME')]],
  [
    'one more place',
    [found('title', 'ミオの予約'), found('story', 'with ACME'), found('tags', 'ミオ')],
  ],
  ['other places', [found('title', 'with ACME'), found('story', 'ミオの予約')]],
  ['another form of a name', [found('title', 'みおの予約'), found('story', 'with ACME')]],
  ['one less', [found('title', 'ミオの予約')]],
  ['none', []],
])('%s wants another', (_, other) => expect(yesTo(other)).not.toBe(yes));
