import { createElement } from 'react';
import { respond } from '@/app/_server/document';
import { indexing } from '@/app/_server/document-headers';
import { counted, withShare } from '@/app/_server/visits';
import { MilestonePage } from '@/app/u/_document/milestone-page';
import { fallback, renderHtml } from '@/app/u/_document/render';
import { publicMilestoneRevision, readPublicMilestone } from '@/lib/record/public';

type Context = { params: Promise<{ handle: string; id: string }> };

/** One milestone at its permanent address; the only place where an unlisted one is found. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { handle, id } = await params;
  const answer = await respond(
    request,
    'text/html',
    async (plain) => {
      const [revision, asked] = await Promise.all([
        publicMilestoneRevision(handle, id),
        withShare(plain, handle),
      ]);
      if (!revision) return null;
      const render = async () => {
        const page = await readPublicMilestone(handle, id);
        if (!page) return null;
        const body = await renderHtml(createElement(MilestonePage, { page, asked }));
        return { revision: page.revision, body, headers: indexing(page) };
      };
      return { revision, render, share: asked.share };
    },
    fallback,
  );
  return counted(request, { handle, milestone: id }, answer);
}
