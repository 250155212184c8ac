import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { Pill } from '@/app/_ui/pill';
import type { Viewer } from '@/lib/auth/viewer';
import type { Mail } from '@/lib/mail/data';
import { type MailState, mailState } from '@/lib/mail/rules';
import { sendAgain } from './_actions';

/** One letter: to whom, what became of it, its text, and a button where it can be sent anew. */
export function MailLine(props: { mail: Mail; hasServer: boolean; viewer: Viewer; t: Texts }) {
  const { mail, hasServer, viewer, t } = props;
  const state = mailState(mail);
  const at = momentOf(mail, state);
  const when = new Intl.DateTimeFormat(viewer.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: viewer.zone,
  }).format(at);
  const isKept = state === 'kept';
  const canSend = !mail.hasSecret && (state === 'failed' || (isKept && hasServer));
  return (
    <li className="mail-line">
      <h2>{mail.subject}</h2>
      <p className="soft">{t('letters.outbox.to', { recipient: mail.recipient })}</p>
      <p className="mail-state">
        <Pill>{t(`letters.outbox.state.${state}`)}</Pill>{' '}
        <time className="soft" dateTime={at.toISOString()}>
          {t(`letters.outbox.at.${state}`, { when })}
        </time>
        {mail.tries > 1 ? (
          <span className="soft"> · {t('letters.outbox.tries', { count: mail.tries })}</span>
        ) : null}
      </p>
      {mail.error ? <p>{t('letters.outbox.said', { error: mail.error })}</p> : null}
      {mail.hasSecret ? (
        <p className="soft">{t('letters.outbox.secret')}</p>
      ) : (
        <details>
          <summary>{t('letters.outbox.read')}</summary>
          <p className="mail-text">{mail.text}</p>
        </details>
      )}
      {canSend ? (
        <form action={sendAgain}>
          <input type="hidden" name="id" value={mail.id} />
          <Button
            small
            variant="quiet"
            aria-label={t(isKept ? 'letters.outbox.sendOne' : 'letters.outbox.retryOne', {
              subject: mail.subject,
            })}
          >
            {t(isKept ? 'letters.outbox.sendNow' : 'letters.outbox.retry')}
          </Button>
        </form>
      ) : null}
    </li>
  );
}

function momentOf(mail: Mail, state: MailState): Date {
  if (state === 'retrying') return mail.nextTryAt;
  return mail.sentAt ?? mail.keptAt ?? mail.failedAt ?? mail.createdAt;
}
