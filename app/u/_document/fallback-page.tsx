import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { paths } from '@/lib/paths';
import { Stamp } from './seals';
import { Shell } from './shell';

/** There is no record here, or it cannot be read just now. Says nothing of what was asked for. */
export function FallbackPage({ kind, asked }: { kind: 'missing' | 'down'; asked: Asked }) {
  const t = textsIn(asked.locale);
  const title = t(`document.${kind}Title`);
  return (
    <Shell asked={asked} title={title}>
      <main className="record-head fallback">
        <Stamp grade="outline" />
        <h1>{title}</h1>
        <p>{t(`document.${kind}`)}</p>
        <p>
          <a href={paths.home}>{t('document.home')}</a>
        </p>
      </main>
    </Shell>
  );
}
