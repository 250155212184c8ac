import { type Texts, textsIn } from '@/app/_text/texts';
import { formatDatedOn, formatMonth, monthOf } from '@/lib/calendar';
import { isFirstEarned } from '@/lib/ladder/rules';
import type { Due, Earned, Facts } from '@/lib/letter/rules';
import { inLocale, type Locale } from '@/lib/locale';
import type { MailDraft } from '@/lib/mail/rules';
import { hoursShown } from '@/lib/milestone/rules';
import { formatAmount, formatAmountBrief } from '@/lib/money';
import { paths } from '@/lib/paths';
import { renderMail } from './render';
import type { Block, Figure } from './shape';

/** To whom a letter goes, and where its links start and end. */
export type Addressed = {
  readonly recipient: string;
  /** `https://example.org`. */
  readonly origin: string;
  /** The code that ends letters. */
  readonly code: string;
};

/** To oneself: what changed, the next rung, who came. */
export function letterMail(locale: Locale, to: Addressed, due: Due, facts: Facts): MailDraft {
  const t = textsIn(locale);
  const isWeek = due.kind === 'weekly';
  const span = {
    from: formatDatedOn({ day: due.span.from, precision: 'day' }, locale),
    to: formatDatedOn({ day: due.span.to, precision: 'day' }, locale),
  };
  const month = formatMonth(monthOf(due.span.from), locale);
  const came: Figure[] = [
    { label: t('letters.letter.visits'), value: facts.visits.toLocaleString(locale) },
    { label: t('letters.letter.inquiries'), value: facts.inquiries.toLocaleString(locale) },
  ];
  return {
    occasion: due.occasion,
    recipient: to.recipient,
    replyTo: null,
    subject: isWeek
      ? t('letters.letter.weeklySubject', span)
      : t('letters.letter.monthlySubject', { month }),
    unsubscribe: to.origin + paths.unsubscribe(to.code),
    ...renderMail(locale, {
      title: t(isWeek ? 'letters.letter.weeklyTitle' : 'letters.letter.monthlyTitle'),
      preheader: t('letters.letter.milestones', { count: facts.logged }),
      blocks: [
        { paragraph: isWeek ? t('letters.letter.span', span) : month, isSoft: true },
        ...loggedBlocks(facts, locale, t),
        { heading: t('letters.letter.figures') },
        { figures: workFigures(facts, isWeek, locale, t) },
        { heading: t('letters.letter.people') },
        { figures: came },
        ...rungBlocks(facts, locale, t),
        { button: t('letters.letter.open'), href: to.origin + paths.dashboard },
      ],
      footer: endOf(t('letters.letter.why'), to, t),
    }),
  };
}

/** To oneself on the first of the month: log what the last one brought. */
export function reminderMail(locale: Locale, to: Addressed, due: Due, facts: Facts): MailDraft {
  const t = textsIn(locale);
  const month = formatMonth(monthOf(due.span.from), locale);
  const earned = facts.income.filter(({ total }) => total > 0n);
  const soFar: Block[] =
    earned.length === 0
      ? [{ paragraph: t('letters.reminder.none', { month }) }]
      : [
          { paragraph: t('letters.reminder.soFar', { month }) },
          { figures: earned.map((one) => incomeFigure(one, false, locale, t)) },
        ];
  return {
    occasion: due.occasion,
    recipient: to.recipient,
    replyTo: null,
    subject: t('letters.reminder.subject', { month }),
    unsubscribe: to.origin + paths.unsubscribe(to.code),
    ...renderMail(locale, {
      title: t('letters.reminder.title', { month }),
      preheader: t('letters.reminder.lead'),
      blocks: [
        { paragraph: t('letters.reminder.lead') },
        ...soFar,
        { button: t('letters.reminder.log'), href: to.origin + paths.capture },
      ],
      footer: endOf(t('letters.reminder.why'), to, t),
    }),
  };
}

function endOf(why: string, { origin, code }: Addressed, t: Texts) {
  return [{ text: why }, { text: t('letters.letter.end'), href: origin + paths.unsubscribe(code) }];
}

function loggedBlocks({ logged, titles }: Facts, locale: Locale, t: Texts): Block[] {
  const named = titles.flatMap((title) => inLocale(title, locale) ?? []);
  const more = logged - named.length;
  const list =
    named.length > 0 && more > 0 ? [...named, t('letters.letter.more', { count: more })] : named;
  return [
    { paragraph: t('letters.letter.milestones', { count: logged }) },
    ...(list.length > 0 ? [{ list }] : []),
  ];
}

function workFigures(facts: Facts, isWeek: boolean, locale: Locale, t: Texts): Figure[] {
  const hours = (minutes: number) => t('desk.hours', { hours: hoursShown(minutes) });
  return [
    ...facts.income.map((one) => incomeFigure(one, isWeek, locale, t)),
    { label: t('letters.letter.building'), value: hours(facts.building) },
    { label: t('letters.letter.networking'), value: hours(facts.networking) },
  ];
}

function incomeFigure(earned: Earned, isLogged: boolean, locale: Locale, t: Texts): Figure {
  const { currency, total, before } = earned;
  return {
    label: t(isLogged ? 'letters.letter.incomeLogged' : 'letters.letter.income', { currency }),
    value: formatAmount({ minor: total, currency }, locale),
    note: t(isLogged ? 'letters.letter.weekBefore' : 'letters.letter.monthBefore', {
      amount: formatAmount({ minor: before, currency }, locale),
    }),
  };
}

function rungBlocks({ climb }: Facts, locale: Locale, t: Texts): Block[] {
  if (!climb) return [];
  const { currency, reached, next } = climb;
  const amount = (minor: bigint) => formatAmountBrief({ minor, currency }, locale);
  const said = [
    // The first unit earned is a beginning, not a level to speak of.
    reached !== null && !isFirstEarned(reached, currency)
      ? t('letters.letter.rungReached', { rung: amount(reached) })
      : '',
    next
      ? t('letters.letter.rungMissing', {
          rung: amount(next.rung),
          missing: formatAmount({ minor: next.missing, currency }, locale),
        })
      : '',
  ].filter(Boolean);
  if (said.length === 0) return [];
  return [{ heading: t('letters.letter.rung') }, { paragraph: said.join('\n') }];
}
