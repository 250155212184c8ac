import { expect, test } from 'vitest';
import { tables } from '../export/tables.rules';
import { layoutReader } from './layout.rules';

const names = tables.map(({ name }) => name);

/** An export whose tables are empty but for `rows`. */
function linesWith(rows: Readonly<Record<string, readonly string[]>>): string[] {
  const body = names.flatMap((name, i) => [
    `"${name}":[`,
    ...(rows[name] ?? []),
    i === names.length - 1 ? ']' : '],',
  ]);
  return ['{"format":"jisseki-export","version":1,"tables":{', ...body, '}}'];
}

function read(lines: readonly string[]) {
  const reader = layoutReader();
  const answers = lines.map((line) => reader.take(line)).filter((answer) => answer !== null);
  return { answers, isWhole: reader.end() };
}

test('rows are told by their tables', () => {
  const lines = linesWith({ stream: ['{"a":1},', '{"b":2}'], mail_choice: ['{}'] });
  expect(JSON.parse(lines.join('\n')).tables.stream).toEqual([{ a: 1 }, { b: 2 }]);
  expect(read(lines)).toEqual({
    answers: [
      { table: 'stream', text: '{"a":1}' },
      { table: 'stream', text: '{"b":2}' },
      { table: 'mail_choice', text: '{}' },
    ],
    isWhole: true,
  });
});

test('it is whole with its last line, and nothing comes after that', () => {
  const lines = linesWith({});
  for (let i = 0; i < lines.length; i += 1) {
    expect(read(lines.slice(0, i))).toEqual({ answers: [], isWhole: false });
  }
  expect(read(lines).isWhole).toBe(true);
  expect(read([...lines, '']).answers).toEqual(['layout']);
});

test('no line can be left out, and none can come twice', () => {
  const lines = linesWith({ stream: ['{"a":1},', '{"b":2}'] });
  for (let i = 1; i < lines.length; i += 1) {
    const [line = ''] = lines.slice(i, i + 1);
    if (line.startsWith('{')) continue;
    const refused = (some: string[]) => {
      const { answers, isWhole } = read(some);
      return !isWhole || answers.includes('layout');
    };
    expect([line, refused(lines.toSpliced(i, 1))]).toEqual([line, true]);
    expect([line, refused(lines.toSpliced(i, 0, line))]).toEqual([line, true]);
  }
});

test('a row says whether another follows', () => {
  expect(read(linesWith({ stream: ['{"a":1}', '{"b":2}'] })).answers).toContain('layout');
  expect(read(linesWith({ stream: ['{"a":1},'] })).answers).toContain('layout');
});
