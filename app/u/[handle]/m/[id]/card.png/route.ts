import { respond } from '@/app/_server/document';
import { indexing } from '@/app/_server/document-headers';
import { cardSizeOf } from '@/app/u/_document/card-frame';
import { drawMilestoneCard } from '@/app/u/_document/card-image';
import { asPicture } from '@/app/u/_document/record-document';
import { fallback } from '@/app/u/_document/render';
import { publicMilestoneRevision, readPublicMilestone } from '@/lib/record/public';

type Context = { params: Promise<{ handle: string; id: string }> };

/** One milestone as a picture: `?size=wide|square|tall|story`, `?lang=ja|en`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { handle, id } = await params;
  return respond(
    request,
    'image/png',
    async ({ locale, query }) => {
      const revision = await publicMilestoneRevision(handle, id);
      if (!revision) return null;
      const size = cardSizeOf(query);
      const render = async () => {
        const page = await readPublicMilestone(handle, id);
        if (!page) return null;
        const body = await drawMilestoneCard(page, locale, size);
        return { revision: page.revision, body, headers: indexing(page) };
      };
      return { revision, render, headers: asPicture, after: [size] };
    },
    fallback,
  );
}
