import { type Texts, textsIn } from '@/app/_text/texts';
import { CopyField } from '@/app/_ui/copy-field';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { formatDatedOn, today } from '@/lib/calendar';
import type { Milestone } from '@/lib/milestone/rules';
import { paths } from '@/lib/paths';
import type { GivenAnswer, Permission } from '@/lib/permission/rules';
import { ButtonForm } from '../../_button-form';
import { askClient, needPermission } from '../_showing-actions';
import { PermissionForm } from './_permission-form';

/** Whether a client has to agree, what they said, and the link that asks them. */
export function PermissionSection(props: {
  viewer: Viewer;
  milestone: Milestone;
  permission: Permission | null;
  /** All that the client ever answered, newest first. */
  answers: readonly GivenAnswer[];
  /** Where the app is reached, for the link to send. */
  origin: string;
}) {
  const { viewer, milestone, permission, answers, origin } = props;
  const t = textsIn(viewer.locale);
  const isNeeded = milestone.needsPermission;
  // Beside its state the last answer would stand twice.
  const isLastSaid = isNeeded && permission?.answeredAt && permission.isCurrent;
  const suffixes = viewer.locale === 'ja' ? (['Ja', 'En'] as const) : (['En', 'Ja'] as const);
  return (
    <section className="section" id="permission">
      <SectionHead title={t('permission.desk.title')} />
      <p>{t('permission.desk.lead')}</p>
      <p className="permission-state">{stateShown(isNeeded, permission, viewer, t)}</p>
      <Answers answers={isLastSaid ? answers.slice(1) : answers} viewer={viewer} />
      {isNeeded && permission?.code ? (
        <CopyField
          label={t('permission.desk.link')}
          hint={t('permission.desk.linkHint')}
          value={origin + paths.permission(permission.code)}
          texts={{ copy: t('showing.badges.copy'), copied: t('showing.badges.copied') }}
        />
      ) : null}
      <details open={isNeeded && !permission?.code}>
        <summary>{t('permission.desk.form')}</summary>
        <PermissionForm
          action={askClient}
          id={milestone.id}
          order={suffixes.flatMap((suffix) => [
            `anonymousTitle${suffix}` as const,
            `anonymousStory${suffix}` as const,
          ])}
          stored={{
            anonymousTitleJa: permission?.title.ja ?? '',
            anonymousTitleEn: permission?.title.en ?? '',
            anonymousStoryJa: permission?.story.ja ?? '',
            anonymousStoryEn: permission?.story.en ?? '',
          }}
          texts={{
            labels: {
              anonymousTitleJa: t('permission.desk.anonymousTitle.ja'),
              anonymousTitleEn: t('permission.desk.anonymousTitle.en'),
              anonymousStoryJa: t('permission.desk.anonymousStory.ja'),
              anonymousStoryEn: t('permission.desk.anonymousStory.en'),
            },
            lead: t('permission.desk.formHint'),
            ask: t(permission?.code ? 'permission.desk.askAgain' : 'permission.desk.ask'),
            saving: t('desk.saving'),
          }}
        />
      </details>
      <ButtonForm
        action={needPermission}
        carried={{ id: milestone.id, needed: isNeeded ? 'no' : 'yes' }}
        label={t(isNeeded ? 'permission.desk.needNot' : 'permission.desk.need')}
        variant="quiet"
        small
        asks={
          isNeeded && (permission?.askedAt || permission?.answeredAt)
            ? { first: t('permission.desk.needNotAsk'), lead: t('permission.desk.needNotLead') }
            : undefined
        }
      />
    </section>
  );
}

/** What the client said before, and whether it was about what would be shown now. */
function Answers(props: { answers: readonly GivenAnswer[]; viewer: Viewer }) {
  const { answers, viewer } = props;
  const { zone, locale } = viewer;
  const t = textsIn(locale);
  if (answers.length === 0) return null;
  return (
    <details>
      <summary>{t('permission.desk.answers')}</summary>
      <ul>
        {answers.map(({ state, answeredAt, isCurrent }) => {
          const day = formatDatedOn({ day: today(zone, answeredAt), precision: 'day' }, locale);
          return (
            <li key={answeredAt.getTime()}>
              {t(`permission.desk.answer.${state}`, { day })}
              {' · '}
              {t(isCurrent ? 'permission.desk.toPresent' : 'permission.desk.toEarlier')}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function stateShown(
  isNeeded: boolean,
  permission: Permission | null,
  { zone, locale }: Viewer,
  t: Texts,
): string {
  if (!isNeeded) return t('permission.desk.state.not_needed');
  const at = permission?.answeredAt ?? permission?.askedAt;
  if (!permission || !at) return t('permission.desk.state.not_asked');
  // The link of a question that is still open asks about what stands there now.
  if (permission.answeredAt && !permission.isCurrent) return t('permission.desk.state.reworded');
  const day = formatDatedOn({ day: today(zone, at), precision: 'day' }, locale);
  return t(`permission.desk.state.${permission.state}`, { day });
}
