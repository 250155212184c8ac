import type { ReactNode } from 'react';
import { signOut } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { Wordmark } from '@/app/_ui/wordmark';
import type { Viewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';
import { QuickCapture } from './_command/quick-capture';
import { DeletionNotice } from './_deletion-notice';

const places = [
  'dashboard',
  'milestones',
  'goals',
  'streams',
  'effort',
  'record',
  'publicise',
  'inbox',
  'settings',
] as const;

/** The frame of every page of the desk. `here`: the place in the navigation that is open, if it is one of them. */
export function Desk(props: {
  viewer: Viewer;
  here: (typeof places)[number] | null;
  /** False on the page that logs one. */
  logs?: boolean;
  children: ReactNode;
}) {
  const { viewer, here, logs = true } = props;
  const t = textsIn(viewer.locale);
  return (
    <>
      <a className="skip" href="#main">
        {t('desk.skip')}
      </a>
      <header className="bar">
        <div className="bar-inner">
          <Wordmark name="Jisseki" href={paths.dashboard} />
          <nav className="bar-nav" aria-label={t('desk.navigation')}>
            {places.map((place) => (
              <a key={place} href={paths[place]} aria-current={place === here ? 'page' : undefined}>
                {t(`desk.${place}`)}
              </a>
            ))}
          </nav>
          <div className="bar-tools">
            <QuickCapture
              texts={{
                label: t('capture.title'),
                hint: t('capture.hint'),
                close: t('capture.close'),
                shortcut: t('capture.shortcut'),
                shortcutMac: t('capture.shortcutMac'),
              }}
            />
            {logs ? (
              <form action={paths.newMilestone} method="get">
                <Button small>{t('desk.log')}</Button>
              </form>
            ) : null}
            <form action={signOut}>
              <Button small variant="quiet">
                {t('desk.signOut')}
              </Button>
            </form>
          </div>
        </div>
      </header>
      <main className="main" id="main" tabIndex={-1}>
        <DeletionNotice viewer={viewer} t={t} />
        {props.children}
      </main>
    </>
  );
}
