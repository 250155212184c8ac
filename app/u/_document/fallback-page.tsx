import type { Asked } from '@/app/_server/document';
import { textsIn } from '@/app/_text/texts';
import { Seal } from '@/app/_ui/seal';
import { paths } from '@/lib/paths';
import { Shell } from './shell';

/** There is no record here, or it cannot be read just now. Says nothing of what was asked for. */
export function FallbackPage({ kind, asked }: { kind: 'missing' | 'down'; asked: Asked }) {
  const t = textsIn(asked.locale);
  const title = t(`document.${kind}Title`);
  return (
    <Shell asked={asked} title={title}>
      <main className="record-head record-fallback">
        <Seal grade="outline" className="stamped fallback-seal" />
        <h1>{title}</h1>
        <p className="record-about">{t(`document.${kind}`)}</p>
        <p>
          <a href={paths.home}>{t('document.home')}</a>
        </p>
      </main>
    </Shell>
  );
}
