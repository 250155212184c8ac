import type { Purpose } from '../effort/rules';
import type { Kind } from '../milestone/rules';

/** What one line can be: a milestone of a kind, or minutes spent. */
export type What = Kind | Purpose;

const words = new Map<string, What>([
  ...all('income', 'income', '収入', '売上'),
  ...all('skill', 'skill', 'スキル'),
  ...all('work', 'work', '制作', '作品', '公開', '制作・公開'),
  ...all('audience', 'audience', '発信'),
  ...all('credential', 'credential', '資格'),
  ...all('recognition', 'recognition', '評価', '受賞'),
  ...all('building', 'building', '実績づくり', '実績作り'),
  ...all('networking', 'networking', '人付き合い', '人づきあい'),
]);

/** Words that names are full of: they say the kind only where the line begins with them. */
const everyday = new Set(['work', 'building', '制作', '作品', '公開', '評価']);

function all(what: What, ...names: string[]): [string, What][] {
  return names.map((name) => [name, what]);
}

/** The kind that a word says; null where it says none. `isFirst`: the line begins with it. */
export function kindOf(word: string, isFirst: boolean): What | null {
  return (isFirst || !everyday.has(word) ? words.get(word) : null) ?? null;
}

/**
 * The Japanese kind word that `raw` begins with and goes on behind: 収入 of 収入３万円. Japanese puts
 * no space there, so whoever types fast leaves it out.
 */
export function kindBefore(raw: string, isFirst: boolean): string | null {
  for (const word of words.keys()) {
    const isPart = raw.length > word.length && raw.startsWith(word) && /^[^a-z]/.test(word);
    if (isPart && kindOf(word, isFirst)) return word;
  }
  return null;
}
