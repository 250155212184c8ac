import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { missingPage } from '@/app/_server/missing';
import { originOf } from '@/app/_server/origin';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { CopyField } from '@/app/_ui/copy-field';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { formatDatedOn, today } from '@/lib/calendar';
import { listKeptNames } from '@/lib/leak/data';
import { findNames } from '@/lib/leak/rules';
import { paths, withQuery } from '@/lib/paths';
import { getShare, type Share } from '@/lib/share/data';
import { subjectLine } from '@/lib/share/draft.rules';
import { hasLinkInText, intentOf, takesText } from '@/lib/share/networks.rules';
import { shareId } from '@/lib/share/schema';
import { Desk } from '../../_desk';
import { markShare, removeShare, saveShare } from '../_actions';
import { Images } from '../_images';
import { sharedTitle } from '../_row';
import { isSeen, mayName, standingOf } from '../_standing';
import { subjectOf } from '../_subject';
import { ShareEditor } from './_editor';
import { ShareNotices } from './_notices';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('shares.share') };
}

const changes = ['saved', 'marked'] as const;

/** One share: its text, its short address, the way to the network, and whether it was sent. */
export default async function SharePage(props: PageProps<'/shares/[id]'>) {
  const viewer = await requireViewer();
  const [{ id }, { now }] = await Promise.all([props.params, props.searchParams]);
  const known = shareId.safeParse(id);
  const share = known.success ? await getShare(viewer, known.data) : null;
  if (!share) return missingPage();
  const t = textsIn(viewer.locale);
  const milestoneId = share.milestone?.id ?? null;
  const spoken = { milestoneId, occasion: share.occasion };
  const [subject, standing, names] = await Promise.all([
    subjectOf(viewer, spoken, share.language),
    standingOf(viewer, milestoneId, new Date()),
    listKeptNames(viewer),
  ]);
  const url = originOf(await headers()) + paths.shortShare(share.code);
  const network = t(`shares.networks.${share.network}`);
  const change = changes.find((one) => one === now);
  return (
    <Desk viewer={viewer} here="publicise">
      <PageHeader
        title={t('shares.on', { network: share.server ?? network })}
        lead={sharedTitle(share, viewer.locale, t)}
      />
      {change ? <Notice>{t(`shares.now.${change}`)}</Notice> : null}
      <ShareNotices
        share={share}
        standing={standing}
        hits={findNames(share.text, names)}
        viewer={viewer}
        t={t}
      />
      <div className="split split-even">
        <section className="section">
          <ShareEditor
            action={saveShare}
            id={share.id}
            version={share.version}
            network={share.network}
            server={share.server}
            stored={share.text}
            url={url}
            title={subject ? subjectLine(share.language, subject) : ''}
            isOffered={isSeen(standing) && !mayName(standing, share)}
            texts={editorTexts(share, network, t)}
          />
        </section>
        <section className="section">
          <CopyField
            label={t('shares.link')}
            hint={t('shares.linkHint')}
            value={url}
            texts={{ copy: t('shares.copyLink'), copied: t('showing.badges.copied') }}
          />
          {isSeen(standing) ? (
            <>
              <SectionHead title={t('shares.images')} />
              <Images
                handle={viewer.handle}
                publicId={standing.publicId}
                language={share.language}
                t={t}
              />
            </>
          ) : null}
          <div className="actions">
            <form action={markShare}>
              <input type="hidden" name="id" value={share.id} />
              <input type="hidden" name="sent" value={share.sentAt ? 'no' : 'yes'} />
              <Button variant={share.sentAt ? 'quiet' : 'primary'} small>
                {t(share.sentAt ? 'shares.notSent' : 'shares.markSent')}
              </Button>
            </form>
            <form action={removeShare}>
              <input type="hidden" name="id" value={share.id} />
              <Button variant="danger" small>
                {t('shares.delete')}
              </Button>
            </form>
          </div>
          <p className="soft">
            {share.sentAt
              ? t('shares.sentOn', {
                  day: formatDatedOn(
                    { day: today(viewer.zone, share.sentAt), precision: 'day' },
                    viewer.locale,
                  ),
                })
              : t('shares.draft')}{' '}
            <a
              href={withQuery(paths.newShare, {
                milestone: milestoneId ?? undefined,
                occasion: share.occasion ?? undefined,
              })}
            >
              {t('shares.another')}
            </a>
          </p>
        </section>
      </div>
    </Desk>
  );
}

function editorTexts({ network, server }: Share, name: string, t: Texts) {
  const hint = takesText(network)
    ? hasLinkInText(network)
      ? t('shares.textWithLink')
      : t('shares.textBesideLink')
    : t('shares.textless', { network: name });
  const hasComposer =
    intentOf(network, { text: '', url: '', title: '', server: server ?? undefined }) !== null;
  return {
    text: t('shares.text'),
    hint,
    counted: t('shares.counted', { count: '{count}', limit: '{limit}' }),
    save: t('desk.save'),
    saving: t('desk.saving'),
    open: t('shares.open', { network: name }),
    system: t('shares.networks.system'),
    saveFirst: hasComposer ? t('shares.saveFirst', { network: name }) : t('shares.saveFirstShort'),
    copyText: t('shares.copyText'),
    copied: t('showing.badges.copied'),
    leakAccepted: t('milestones.leakAccepted'),
    theirs: t('milestones.theirs'),
    theirsHint: t('milestones.theirsHint'),
  };
}
