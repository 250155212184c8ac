import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { isVerificationDue } from '@/app/_server/two-factor';
import { type Texts, textsIn } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { providerRefusal } from '@/app/(auth)/_provider-links';
import { hasPassword } from '@/lib/account/data';
import { getEmailState } from '@/lib/account/email/data';
import { listEvents } from '@/lib/account/event/data';
import { getTwoFactor } from '@/lib/account/factor/data';
import { listIdentities } from '@/lib/account/identity/data';
import { listPasskeys } from '@/lib/account/passkey/data';
import { listSessions } from '@/lib/account/session/data';
import { Desk } from '../../_desk';
import { dayOf, momentOf } from '../../_moments';
import { SettingsTabs } from '../_tabs';
import { EmailSection, emailNotice } from './_email';
import { EventsSection } from './_events';
import { PasskeysSection } from './_passkeys';
import { PasswordSection, passwordNotice } from './_password';
import { ProvidersSection } from './_providers';
import { SessionsSection } from './_sessions';
import { TwoFactorSection } from './_two-factor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('sessions.security.title') };
}

const eventsShown = 50;

/** How one signs in, who is signed in, and what happened. */
export default async function SecurityPage(props: PageProps<'/settings/security'>) {
  const viewer = await requireViewer();
  const said = await props.searchParams;
  const [email, password, twoFactor, passkeys, identities, sessions, events] = await Promise.all([
    getEmailState(viewer, new Date()),
    hasPassword(viewer),
    getTwoFactor(viewer),
    listPasskeys(viewer),
    listIdentities(viewer),
    listSessions(viewer, new Date()),
    listEvents(viewer, eventsShown),
  ]);
  const t = textsIn(viewer.locale);
  const moment = (at: Date) => momentOf(at, viewer);
  const notices = [
    emailNotice(said.email, email, t),
    passwordNotice(said.password, t),
    providerNotice(said.provider, t),
    sessionNotice(said.ended, t),
  ];
  return (
    <Desk viewer={viewer} here="settings">
      <PageHeader title={t('sessions.security.title')} lead={t('sessions.security.lead')} />
      <SettingsTabs here="security" t={t} />
      {notices.map((notice) => (notice ? <Notice key={notice}>{notice}</Notice> : null))}
      <EmailSection state={email} momentOf={moment} t={t} />
      <PasswordSection hasPassword={password} t={t} />
      <TwoFactorSection
        state={twoFactor}
        isVerificationDue={isVerificationDue(email)}
        dayOf={(at) => dayOf(at, viewer)}
        t={t}
      />
      <PasskeysSection count={passkeys.length} t={t} />
      <ProvidersSection identities={identities} momentOf={moment} t={t} />
      <SessionsSection sessions={sessions} momentOf={moment} t={t} />
      <EventsSection events={events} momentOf={moment} t={t} />
    </Desk>
  );
}

function providerNotice(asked: unknown, t: Texts): string | null {
  if (asked === 'linked') return t('providers.list.nowLinked');
  if (asked === 'unlinked') return t('providers.list.nowUnlinked');
  return providerRefusal(asked, t);
}

function sessionNotice(asked: unknown, t: Texts): string | null {
  if (asked === 'one') return t('sessions.list.ended');
  return asked === 'others' ? t('sessions.list.othersEnded') : null;
}
