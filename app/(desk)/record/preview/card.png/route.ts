import { type Representation, respond } from '@/app/_server/document';
import { currentViewer } from '@/app/_server/session';
import { drawCard, drawMilestoneCard } from '@/app/u/_document/card-image';
import { fallback } from '@/app/u/_document/render';
import type { Viewer } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/locale';
import { milestoneId } from '@/lib/milestone/schema';
import { readDraftMilestone, readDraftRecord } from '@/lib/record/public';

/**
 * The very card that networks would fetch, for its owner before it is published: the record's, or that
 * of `?milestone=<id>`.
 */
export async function GET(request: Request): Promise<Response> {
  return respond(
    request,
    'image/png',
    async ({ locale, query }) => {
      const viewer = await currentViewer();
      if (!viewer) return null;
      const id = query.get('milestone');
      return id === null ? cardOf(viewer, locale) : milestoneCardOf(viewer, id, locale);
    },
    fallback,
  );
}

async function cardOf(viewer: Viewer, locale: Locale): Promise<Representation | null> {
  const record = await readDraftRecord(viewer, new Date());
  return record && privately(record.revision, [], () => drawCard(record, locale));
}

async function milestoneCardOf(
  viewer: Viewer,
  asked: string,
  locale: Locale,
): Promise<Representation | null> {
  const id = milestoneId.safeParse(asked);
  const page = id.success ? await readDraftMilestone(viewer, id.data) : null;
  return page && privately(page.revision, [asked], () => drawMilestoneCard(page, locale));
}

function privately(
  revision: string,
  after: readonly string[],
  draw: () => Promise<Uint8Array>,
): Representation {
  return {
    revision,
    render: async () => ({ revision, body: await draw() }),
    headers: { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' },
    after,
  };
}
