import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { Shell } from '@/app/u/_document/shell';
import { formatDatedOn, today } from '@/lib/calendar';
import { locales } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import { answers, type Permission } from '@/lib/permission/rules';
import type { AskedMilestone as Shown } from '@/lib/record/public';
import { AskedMilestone, languageNames } from './asked-milestone';
import { toldIn } from './told';

/** What a client reads who is asked for permission, and their three answers. */
export function PermissionPage(props: {
  asked: Asked;
  code: string;
  permission: Permission & { readonly textVersion: number };
  shown: Shown;
}) {
  const { asked, code, permission, shown } = props;
  const { locale, chosen } = asked;
  const t = textsIn(locale);
  const { displayName } = shown.named;
  const told = toldIn(asked.query);
  const title = t('permission.title', { name: displayName });
  return (
    <Shell asked={asked} title={title}>
      <main className="record-head permission">
        <Languages asked={asked} code={code} />
        <h1>{title}</h1>
        {told && told !== 'thanks' ? (
          <p className="record-notice" role="alert">
            {t(`permission.told.${told}`)}
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
        <form method="post" action={withQuery(paths.permission(code), { lang: chosen })}>
          <input type="hidden" name="version" value={permission.textVersion} />
          {answers.map((answer) => (
            <section key={answer}>
              <h2>{t(`permission.${answer}.title`)}</h2>
              <p>{t(`permission.${answer}.lead`)}</p>
              {answer === 'refused' ? null : (
                <>
                  <AskedMilestone
                    milestone={(answer === 'granted' ? shown.named : shown.anonymous).milestone}
                    locale={locale}
                  />
                  {shown.isIndexToCome ? <p>{t('permission.index')}</p> : null}
                </>
              )}
              <button type="submit" name="answer" value={answer}>
                {t(`permission.${answer}.button`)}
              </button>
            </section>
          ))}
        </form>
      </main>
    </Shell>
  );
}

/** The page in each language; the question itself stays the same. */
function Languages({ asked: { locale }, code }: { asked: Asked; code: string }) {
  return (
    <nav className="record-languages" aria-label={textsIn(locale)('document.languages')}>
      {locales.map((lang) =>
        lang === locale ? (
          <span key={lang} lang={lang} aria-current="true">
            {languageNames[lang]}
          </span>
        ) : (
          <a
            key={lang}
            href={withQuery(paths.permission(code), { lang })}
            hrefLang={lang}
            lang={lang}
          >
            {languageNames[lang]}
          </a>
        ),
      )}
    </nav>
  );
}

function stateOf({ state }: Permission): (typeof answers)[number] {
  return answers.find((answer) => answer === state) ?? 'refused';
}
