import type { Locale } from '../locale';

/** What a sentence of the draft is made from; every part but the title may be missing. */
export type Parts = {
  readonly title: string;
  readonly figure?: string | undefined;
  readonly issuer?: string | undefined;
  readonly since?: string | undefined;
};

/** The sentences of a draft in one language. */
type DraftWords = {
  readonly income: (parts: Parts) => string;
  /** The title is a sentence of its own already: whoever wrote it said what they did. */
  readonly milestone: (parts: Parts) => string;
  readonly rung: (parts: Parts) => string;
  readonly goal: (parts: Parts) => string;
  readonly record: (parts: Parts) => string;
  readonly hours: (hours: string) => string;
  readonly since: (since: string) => string;
};

const ja: DraftWords = {
  income: ({ title, figure }) =>
    figure ? `「${title}」で${figure}の収入がありました。` : `「${title}」で収入がありました。`,
  milestone: ({ title, figure, issuer }) => `${title}${inWide(issuer, figure)}。`,
  rung: ({ title, figure }) =>
    figure
      ? `月の収入が${figure}に到達しました（${title}）。`
      : `収入が「${title}」に到達しました。`,
  goal: ({ title, figure }) => `目標「${title}」を達成しました${inWide(figure)}。`,
  record: ({ title, figure, since }) =>
    `${since ? `${since}からの` : ''}実績を公開しています：${title}${inWide(figure)}。`,
  hours: (hours) => `かけた時間は${hours}です。`,
  since: (since) => `${since}から続けてきました。`,
};

const en: DraftWords = {
  income: ({ title, figure }) =>
    figure ? `Earned ${figure} on my own: ${title}.` : `Earned on my own: ${title}.`,
  milestone: ({ title, figure, issuer }) => `${title}${inNarrow(issuer, figure)}.`,
  rung: ({ title, figure }) =>
    figure
      ? `My monthly income reached ${figure}: ${title}.`
      : `My monthly income reached a new rung: ${title}.`,
  goal: ({ title, figure }) => `Reached a goal I had set: ${title}${inNarrow(figure)}.`,
  record: ({ title, figure, since }) =>
    `My record${since ? ` since ${since}` : ''} is public: ${title}${inNarrow(figure)}.`,
  hours: (hours) => `It took ${hours}.`,
  since: (since) => `I have been at it since ${since}.`,
};

function inWide(...facts: (string | undefined)[]): string {
  const told = facts.filter(Boolean).join('、');
  return told ? `（${told}）` : '';
}

function inNarrow(...facts: (string | undefined)[]): string {
  const told = facts.filter(Boolean).join(', ');
  return told ? ` (${told})` : '';
}

/** By language: lib cannot see the interface's words, and these are the person's rather than ours. */
export const draftWords: Readonly<Record<Locale, DraftWords>> = { ja, en };
