import { expect, test } from 'vitest';
import { en } from './en';
import { ja } from './ja';

/** Every text of a language by the place it stands at, `recovery.forgot.title`. */
function textsOf(words: object, under = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const at = under + key;
    if (typeof value === 'string') texts.set(at, value);
    else for (const [below, text] of textsOf(value, `${at}.`)) texts.set(below, text);
  }
  return texts;
}

/** The names of a text's arguments, those of its plurals and selections among them. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  let at = 0;

  function readText(): void {
    while (at < text.length && text[at] !== '}') {
      if (text[at] === '{') readArgument();
      else at += 1;
    }
  }

  function readArgument(): void {
    const [, name = '', type] = /^\{(\w+)(?:, (\w+))?/.exec(text.slice(at)) ?? [];
    if (name === '') throw new Error(`No argument at ${at} of: ${text}`);
    names.add(name);
    at += 1;
    // Braces within an argument hold texts, one for each of its cases.
    const hasCases = type === 'plural' || type === 'select' || type === 'selectordinal';
    while (at < text.length && text[at] !== '}') {
      at += 1;
      if (hasCases && text[at - 1] === '{') {
        readText();
        at += 1;
      }
    }
    if (at === text.length) throw new Error(`No end of: ${text}`);
    at += 1;
  }

  readText();
  if (at < text.length) throw new Error(`An end too many at ${at} of: ${text}`);
  return [...names].sort();
}

const [english, japanese] = [textsOf(en), textsOf(ja)];

test('the arguments of a text are found wherever they stand', () => {
  const text = '{a} b {c, number}: {d, plural, =0 {none} one {# {e}} other {{f, number} of it}}';
  expect(argumentsOf(text)).toEqual(['a', 'c', 'd', 'e', 'f']);
  for (const broken of ['{a', 'a}', '{}', '{a, plural, other {b}']) {
    expect(() => argumentsOf(broken)).toThrow(broken);
  }
});

test('both languages say the same things', () => {
  expect(english.size).toBeGreaterThan(1_500);
  expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort());
});

test('a text has the same arguments in both, and leaves none out', () => {
  const others = [...english].flatMap(([at, text]) => {
    const [said, asked] = [argumentsOf(japanese.get(at) ?? ''), argumentsOf(text)];
    return said.join() === asked.join() ? [] : [`${at}: ${asked} and ${said}`];
  });
  expect(others).toEqual([]);
});

test('no text is empty', () => {
  for (const texts of [english, japanese]) {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  }
});
