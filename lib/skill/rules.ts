import { codePointBound, limits } from '../limits';
import type { Locale } from '../locale';
import { parseHours, writeHours } from '../milestone/rules';
import { ok, type Result, refuse } from '../result';
import { boundMarks, cleanLine, graphemeCount } from '../text';

/** A step that the person named, and the minutes of work it begins at. */
export type Level = { readonly name: string; readonly minutes: number };

/** Where `minutes` stand among `levels` (ascending), and the minutes missing to the next; 0 at the top. */
export function levelOf(
  levels: readonly Level[],
  minutes: number,
): { current: Level | null; next: Level | null; missing: number } {
  const current = levels.findLast((level) => level.minutes <= minutes) ?? null;
  const next = levels.find((level) => level.minutes > minutes) ?? null;
  return { current, next, missing: next ? next.minutes - minutes : 0 };
}

export type LevelsReason =
  | 'levels-unclear'
  | 'too-many-levels'
  | 'level-name-long'
  | 'level-too-high'
  | 'levels-alike';

// Hours, perhaps their unit, and the name; a full-width name stays as it was typed.
const levelLine = /^([\d０-９.．,，:：]+)(?:\s*(時間)\s*|\s*(h|ｈ|hrs?|hours?)\s+|\s+)(\S.*)$/iu;

/**
 * Reads levels as a person lists them, one a line, hours first: `10 はじめの一歩`, `100h Ship it`,
 * `１００時間 一人前`. In any order; two cannot begin at the same hour. None typed: no levels.
 */
export function parseLevels(typed: string): Result<Level[], LevelsReason> {
  const lines = boundMarks(typed)
    .split(/[\n\r]+/)
    .map(cleanLine)
    .filter((line) => line !== '');
  if (lines.length > limits.skillLevels) return refuse('too-many-levels');
  const levels: Level[] = [];
  for (const line of lines) {
    const level = parseLevel(line);
    if (!level.ok) return level;
    levels.push(level.value);
  }
  levels.sort((a, b) => a.minutes - b.minutes);
  if (new Set(levels.map(({ minutes }) => minutes)).size < levels.length) {
    return refuse('levels-alike');
  }
  return ok(levels);
}

function parseLevel(line: string): Result<Level, LevelsReason> {
  const [, hours = '', kanji, latin, name = ''] = levelLine.exec(line) ?? [];
  const minutes = parseHours(hours.replace(/[,，]/g, ''));
  // `100 hours` has a unit and no name.
  const isNameless = !kanji && !latin && /^(h|ｈ|hrs?|hours?)$/i.test(name);
  if (!minutes || isNameless) return refuse('levels-unclear');
  if (minutes > limits.levelMinutes) return refuse('level-too-high');
  const isLong =
    graphemeCount(name, limits.levelName) > limits.levelName ||
    [...name].length > codePointBound(limits.levelName);
  return isLong ? refuse('level-name-long') : ok({ name, minutes });
}

/** Levels as {@link parseLevels} reads them back. */
export function writeLevels(levels: readonly Level[], locale: Locale): string {
  const unit = locale === 'ja' ? '時間' : 'h';
  return levels.map(({ name, minutes }) => `${writeHours(minutes)}${unit} ${name}`).join('\n');
}
