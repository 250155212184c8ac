import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { Shell } from '@/app/u/_document/shell';
import { type EndingOf, isEnded, type MailChoice } from '@/lib/mail/choice/rules';
import { paths, withQuery } from '@/lib/paths';

/**
 * What whoever follows the end of a letter reads: what will end, and one button; or that it has. Looking
 * changes nothing, because mail programs look at links by themselves.
 */
export function EndingPage(props: {
  asked: Asked;
  code: string;
  what: EndingOf;
  choice: MailChoice;
  /** Too many came from this connection. */
  isLater: boolean;
}) {
  const { asked, code, what, choice, isLater } = props;
  const t = textsIn(asked.locale);
  const title = t('letters.ending.title');
  const isOfInquiries = what === 'inquiries';
  const query = { what: isOfInquiries ? what : undefined, lang: asked.chosen };
  return (
    <Shell asked={asked} title={title}>
      <main className="record-head">
        <h1>{title}</h1>
        {isLater ? (
          <p className="record-notice" role="alert">
            {t('letters.ending.later')}
          </p>
        ) : null}
        {isEnded(choice, what) ? (
          <>
            <p className="record-notice" role="status">
              {t(isOfInquiries ? 'letters.ending.doneInquiries' : 'letters.ending.done')}
            </p>
            <p>
              <a href={`${paths.settings}#letters`}>{t('letters.ending.again')}</a>
            </p>
          </>
        ) : (
          <>
            <p>{t(isOfInquiries ? 'letters.ending.leadInquiries' : 'letters.ending.lead')}</p>
            <form method="post" action={withQuery(paths.unsubscribe(code), query)}>
              <button type="submit" name="end" value="yes">
                {t('letters.ending.button')}
              </button>
            </form>
          </>
        )}
      </main>
    </Shell>
  );
}
