import { uuidv7 } from 'uuidv7';
import type { Texts } from '@/app/_text/texts';
import type { Day } from '@/lib/calendar';
import { type Effort, purposes, type Subject, writeSubject } from '@/lib/effort/rules';
import { type Bilingual, inLocale, type Locale } from '@/lib/locale';
import { writeHours } from '@/lib/milestone/rules';
import type { Stream } from '@/lib/stream/rules';
import type { EffortFormTexts, EffortValues } from './_form';
import type { SubjectGroups } from './_tap';

type Named = { readonly id: string; readonly name: Bilingual };

export function purposeOptions(t: Texts) {
  return purposes.map((value) => ({ value, label: t(`effort.purposes.${value}`) }));
}

/**
 * Nothing, open streams and skills, in the viewer's language. `current` stands among them even if
 * its stream is closed.
 */
export function subjectGroups(
  streams: readonly Stream[],
  skills: readonly Named[],
  current: Subject | null,
  locale: Locale,
  t: Texts,
): SubjectGroups {
  const option = (kind: Subject['kind']) => (one: Named) => ({
    value: writeSubject({ kind, id: one.id }),
    label: inLocale(one.name, locale) ?? '',
  });
  const open = streams.filter(({ id, closedAt }) => closedAt === null || id === current?.id);
  return [
    { label: '', options: [{ value: '', label: t('effort.nothing') }] },
    { label: t('effort.streams'), options: open.map(option('stream')) },
    { label: t('effort.skills'), options: skills.map(option('skill')) },
  ].filter(({ options }) => options.length > 0);
}

/** A form that nothing has been typed into. */
export function valuesOfNew(start: { purpose: string; subject: string; today: Day }): EffortValues {
  const { purpose, subject, today: date } = start;
  return { id: uuidv7(), version: '', purpose, subject, newSkill: '', hours: '', date, note: '' };
}

/** A stored effort as the form shows it. */
export function valuesOf(effort: Effort): EffortValues {
  return {
    id: effort.id,
    version: String(effort.version),
    purpose: effort.purpose,
    subject: writeSubject(effort.subject),
    newSkill: '',
    hours: writeHours(effort.minutes),
    date: effort.spentOn,
    note: effort.note ?? '',
  };
}

/** The form's words, picked out here so that the browser gets no others. */
export function effortFormTexts(t: Texts): EffortFormTexts {
  return {
    labels: {
      purpose: t('effort.purpose'),
      subject: t('effort.subject'),
      newSkill: t('effort.newSkill'),
      hours: t('effort.hours'),
      date: t('effort.date'),
      note: t('effort.note'),
    },
    hints: {
      newSkill: t('effort.newSkillHint'),
      hours: t('effort.hoursHint'),
      note: t('effort.noteHint'),
    },
    save: t('desk.save'),
    saving: t('desk.saving'),
    cancel: t('desk.cancel'),
    theirs: t('effort.theirs'),
    theirsHint: t('effort.theirsHint'),
    useTheirs: t('effort.useTheirs'),
  };
}
