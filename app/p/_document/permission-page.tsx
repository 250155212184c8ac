import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { MilestoneEntry } from '@/app/u/_document/milestone-entry';
import { Shell } from '@/app/u/_document/shell';
import { formatDatedOn, today } from '@/lib/calendar';
import { paths } from '@/lib/paths';
import { answers, type Permission } from '@/lib/permission/rules';
import type { AskedMilestone } from '@/lib/record/public';

const told = ['thanks', 'later', 'unclear', 'reworded'] as const;

/** What a client reads who is asked for permission, and their three answers. */
export function PermissionPage(props: {
  asked: Asked;
  code: string;
  permission: Permission & { readonly textVersion: number };
  shown: AskedMilestone;
}) {
  const { asked, code, permission, shown } = props;
  const { locale } = asked;
  const t = textsIn(locale);
  const { displayName, handle } = shown.named;
  const news = told.find((one) => one === asked.query.get('told'));
  const title = t('permission.title', { name: displayName });
  return (
    <Shell asked={asked} title={title}>
      <main className="record-head permission">
        <h1>{title}</h1>
        {news && news !== 'thanks' ? (
          <p className="record-notice" role="alert">
            {t(`permission.told.${news}`)}
          </p>
        ) : null}
        {permission.answeredAt && permission.isCurrent && permission.state !== 'asked' ? (
          <p className="record-notice" role="status">
            {t(`permission.answered.${stateOf(permission)}`, {
              day: formatDatedOn(
                { day: today('Asia/Tokyo', permission.answeredAt), precision: 'day' },
                locale,
              ),
            })}{' '}
            {t('permission.change')}
          </p>
        ) : null}
        <p className="record-about">{t('permission.lead', { name: displayName })}</p>
        <form method="post" action={paths.permission(code)}>
          <input type="hidden" name="version" value={permission.textVersion} />
          {answers.map((answer) => (
            <section key={answer} className="permission-answer">
              <h2>{t(`permission.${answer}.title`)}</h2>
              <p>{t(`permission.${answer}.lead`)}</p>
              {answer === 'refused' ? null : (
                <ol className="ledger-lines" inert>
                  <MilestoneEntry
                    milestone={(answer === 'granted' ? shown.named : shown.anonymous).milestone}
                    handle={handle}
                    asked={asked}
                    isMarked
                    isBrief={false}
                  />
                </ol>
              )}
              <button className="permission-button" type="submit" name="answer" value={answer}>
                {t(`permission.${answer}.button`)}
              </button>
            </section>
          ))}
        </form>
      </main>
    </Shell>
  );
}

function stateOf({ state }: Permission): (typeof answers)[number] {
  return answers.find((answer) => answer === state) ?? 'refused';
}
