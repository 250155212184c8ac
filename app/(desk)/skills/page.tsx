import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { formatDatedOn } from '@/lib/calendar';
import { inLocale, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { listSkills, type Skill } from '@/lib/skill/data';
import { Desk } from '../_desk';
import { NameForm } from '../_name-form';
import { EffortTabs } from '../effort/_tabs';
import { addSkill } from './_actions';
import { LevelLine } from './_level';
import { minutesShown } from './_minutes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('skills.title') };
}

/** Every skill with its hours and its level, the one worked on last first. */
export default async function SkillsPage(props: PageProps<'/skills'>) {
  const viewer = await requireViewer();
  const { added, now } = await props.searchParams;
  const skills = await listSkills(viewer);
  const { locale } = viewer;
  const t = textsIn(locale);
  const addedOne = skills.find(({ id }) => id === added);
  return (
    <Desk viewer={viewer} here="effort">
      <PageHeader title={t('skills.title')} lead={t('skills.lead')} />
      <EffortTabs here="skills" t={t} />
      {addedOne ? (
        <Notice>{t('skills.added', { skill: inLocale(addedOne.name, locale) ?? '' })}</Notice>
      ) : null}
      {now === 'removed' ? <Notice>{t('skills.removed')}</Notice> : null}
      <div className="split">
        {skills.length === 0 ? (
          <EmptyState title={t('skills.emptyTitle')} text={t('skills.emptyText')} />
        ) : (
          <ol className="entries">
            {skills.map((skill) => (
              <SkillEntry key={skill.id} skill={skill} locale={locale} t={t} />
            ))}
          </ol>
        )}
        <section className="section">
          <SectionHead title={t('skills.add')} />
          <NameForm
            action={addSkill}
            texts={{
              name: t('skills.name'),
              hint: t('skills.nameHint'),
              add: t('skills.addButton'),
            }}
          />
        </section>
      </div>
    </Desk>
  );
}

function SkillEntry({ skill, locale, t }: { skill: Skill; locale: Locale; t: Texts }) {
  const { lastOn } = skill;
  return (
    <li className="entry">
      <div className="entry-head">
        <h2>
          <a href={paths.skill(skill.id)}>{inLocale(skill.name, locale)}</a>
        </h2>
        <p>
          <span className="figure">
            {skill.minutes === 0 ? t('skills.none') : minutesShown(skill.minutes, t)}
          </span>
          {lastOn ? (
            <small className="soft">
              {t('skills.lastOn', {
                date: formatDatedOn({ day: lastOn, precision: 'day' }, locale),
              })}
            </small>
          ) : null}
        </p>
      </div>
      <LevelLine skill={skill} t={t} />
    </li>
  );
}
