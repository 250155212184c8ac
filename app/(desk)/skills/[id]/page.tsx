import type { Metadata } from 'next';
import { cache } from 'react';
import { missingPage } from '@/app/_server/missing';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { Figures } from '@/app/_ui/figures';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { monthOf, today } from '@/lib/calendar';
import { inLocale, type Locale } from '@/lib/locale';
import { getSums } from '@/lib/progress/data';
import { listSkills, type Skill } from '@/lib/skill/data';
import { writeLevels } from '@/lib/skill/rules';
import { ButtonForm } from '../../_button-form';
import { Desk } from '../../_desk';
import { EffortTabs } from '../../effort/_tabs';
import { dropSkill, mergeSkill, saveSkill } from '../_actions';
import { LevelLine } from '../_level';
import { minutesShown } from '../_minutes';
import { SkillHours } from './_chart';
import { SkillForm, type SkillTexts } from './_form';
import { MergeForm } from './_merge';

type Props = PageProps<'/skills/[id]'>;

/** The viewer's skills; one of another person is as missing as none. */
const list = cache(async () => listSkills(await requireViewer()));

async function find(props: Props): Promise<Skill | undefined> {
  const { id } = await props.params;
  return (await list()).find((skill) => skill.id === id);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await requireViewer();
  const skill = await find(props);
  const t = await readerTexts();
  return { title: skill ? inLocale(skill.name, locale) : t('problems.notFoundTitle') };
}

/** One skill: how far it has come, its names and levels, and the way out of a mistyped one. */
export default async function SkillPage(props: Props) {
  const viewer = await requireViewer();
  const skill = await find(props);
  if (!skill) return missingPage();
  const { now } = await props.searchParams;
  const { locale } = viewer;
  const t = textsIn(locale);
  const name = inLocale(skill.name, locale) ?? '';
  const { efforts } = await getSums(viewer);
  const others = (await list()).filter(({ id }) => id !== skill.id);
  return (
    <Desk viewer={viewer} here="effort">
      <PageHeader title={name} />
      <EffortTabs here="skills" t={t} />
      {now === 'saved' || now === 'merged' ? <Notice>{t(`skills.${now}`)}</Notice> : null}
      <div className="split">
        <div className="column">
          <section className="section">
            <Figures
              items={[{ label: t('skills.total'), value: minutesShown(skill.minutes, t) }]}
            />
            <LevelLine skill={skill} t={t} />
          </section>
          <SkillHours
            skillId={skill.id}
            name={name}
            efforts={efforts}
            thisMonth={monthOf(today(viewer.zone, new Date()))}
            locale={locale}
            t={t}
          />
        </div>
        <div className="column">
          <section className="section">
            <SectionHead title={t('skills.edit')} />
            <SkillForm
              action={saveSkill}
              first={locale}
              stored={{
                id: skill.id,
                version: String(skill.version),
                nameJa: skill.name.ja ?? '',
                nameEn: skill.name.en ?? '',
                levels: writeLevels(skill.levels, locale),
              }}
              texts={formTexts(t, locale)}
            />
          </section>
          {others.length > 0 ? (
            <section className="section section-later">
              <SectionHead title={t('skills.merge')} />
              <p className="soft">{t('skills.mergeLead')}</p>
              <MergeForm
                action={mergeSkill}
                from={skill.id}
                skills={others.map(({ id, name }) => ({
                  value: id,
                  label: inLocale(name, locale) ?? '',
                }))}
                texts={{
                  into: t('skills.mergeInto'),
                  choose: t('skills.choose'),
                  merge: t('skills.mergeButton'),
                }}
              />
            </section>
          ) : null}
          <section className="section section-later">
            <SectionHead title={t('skills.remove')} />
            <p className="soft">{t('skills.removeLead')}</p>
            <ButtonForm
              action={dropSkill}
              carried={{ id: skill.id }}
              label={t('skills.removeButton')}
              variant="danger"
            />
          </section>
        </div>
      </div>
    </Desk>
  );
}

function formTexts(t: Texts, locale: Locale): SkillTexts {
  return {
    labels: {
      nameJa: t(locale === 'ja' ? 'skills.name' : 'skills.nameJa'),
      nameEn: t(locale === 'en' ? 'skills.name' : 'skills.nameEn'),
      levels: t('skills.levels'),
    },
    levelsHint: t('skills.levelsHint'),
    save: t('desk.save'),
    saving: t('desk.saving'),
    theirs: t('milestones.theirs'),
    theirsHint: t('milestones.theirsHint'),
  };
}
