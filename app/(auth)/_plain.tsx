import type { ReactNode } from 'react';
import { chooseLocale, visitorLocale } from '@/app/_server/locale';
import { LanguageSwitch } from '@/app/_ui/language-switch';
import { Wordmark } from '@/app/_ui/wordmark';
import { paths } from '@/lib/paths';

/** The frame of signing up and signing in: the mark, a title, a form, and the way to the other. */
export async function Plain(props: {
  title: string;
  lead?: string;
  children?: ReactNode;
  /** Without an address there is no way, and the text says why. */
  other: { text: string; link: string; href: string } | { text: string };
}) {
  const { title, lead, other } = props;
  return (
    <main className="plain" id="main">
      <Wordmark name="Jisseki" href={paths.home} />
      <header>
        <h1>{title}</h1>
        {lead ? <p className="soft">{lead}</p> : null}
      </header>
      {props.children}
      <p className="soft">
        {other.text} {'href' in other ? <a href={other.href}>{other.link}</a> : null}
      </p>
      <LanguageSwitch action={chooseLocale} current={await visitorLocale()} />
    </main>
  );
}
