import { uuidv7 } from 'uuidv7';
import { hasMailServer } from '@/app/_server/post';
import { type Texts, textsIn } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import { Pill } from '@/app/_ui/pill';
import type { Viewer } from '@/lib/auth/viewer';
import type { Reply } from '@/lib/inquiry/data';
import { mailtoOf } from '@/lib/inquiry/mailto.rules';
import type { Inquiry } from '@/lib/inquiry/state.rules';
import { ButtonForm } from '../../_button-form';
import { momentOf } from '../../_moments';
import { markOne, sendAnswer } from '../_actions';

import { ReplyForm } from './_reply-form';

type Props = { inquiry: Inquiry; replies: readonly Reply[]; viewer: Viewer; t: Texts };

/** What was answered, and the ways to answer: from here where mail goes out, and by one's own mail. */
export function AnswerSection(props: Props) {
  const { inquiry, replies, t } = props;
  const { id, email, arrival, answeredAt } = inquiry;
  return (
    <section className="section">
      <SectionHead title={t('inbox.answer.title')} />
      {replies.length > 0 ? <Replies {...props} /> : null}
      {email && arrival === 'form' && hasMailServer() ? (
        <ReplyForm
          // A reply that was sent leaves an empty form behind.
          key={replies.length}
          action={sendAnswer}
          id={id}
          replyId={uuidv7()}
          texts={{
            text: t('inbox.answer.text'),
            hint: t('inbox.answer.textHint', { email }),
            send: t('inbox.answer.send'),
            sending: t('inbox.answer.sending'),
          }}
        />
      ) : null}
      {email && arrival === 'form' && !hasMailServer() ? (
        <p className="soft">{t('inbox.answer.noServer')}</p>
      ) : null}
      {email ? <ByMail inquiry={inquiry} email={email} t={t} /> : null}
      {answeredAt ? null : (
        <div className="inbox-way">
          <ButtonForm
            action={markOne}
            label={t('inbox.answer.mark')}
            variant="quiet"
            small
            carried={{ id }}
          />
          <p className="soft">{t('inbox.answer.markHint')}</p>
        </div>
      )}
    </section>
  );
}

function ByMail({ inquiry, email, t }: { inquiry: Inquiry; email: string; t: Texts }) {
  // Begun in the language they wrote in.
  const theirs = textsIn(inquiry.language);
  const subject = theirs('inbox.answer.subject', {
    subject: theirs(`contact.subjects.${inquiry.subject}`),
  });
  return (
    <div className="inbox-way">
      <ButtonLink small variant="quiet" href={mailtoOf(email, subject, inquiry.message)}>
        {t('inbox.answer.byMail')}
      </ButtonLink>
      <p className="soft">{t('inbox.answer.byMailHint')}</p>
    </div>
  );
}

function Replies({ replies, viewer, t }: Props) {
  return (
    <ol className="inbox-replies" aria-label={t('inbox.answer.yours')}>
      {replies.map(({ id, text, writtenAt, mail }) => (
        <li key={id}>
          <p className="inbox-states">
            <time dateTime={writtenAt.toISOString()}>{momentOf(writtenAt, viewer)}</time>
            <Pill>{t(`inbox.mail.${mail}`)}</Pill>
          </p>
          <p className="inbox-message">{text}</p>
        </li>
      ))}
    </ol>
  );
}
