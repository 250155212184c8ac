import { redirect } from 'next/navigation';
import { startProvider } from '@/app/_server/provider-steps';
import { currentViewer } from '@/app/_server/session';
import { isFresh } from '@/lib/account/session/rules';
import { paths, withQuery } from '@/lib/paths';

/**
 * Sends somebody who is signed in to the account elsewhere that they want to sign in by too. Whoever has to
 * prove first who they are comes back to the link that leads here, and not here: browsers let no form of
 * ours end on another site, however many addresses it passes.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer || !isFresh(viewer.confirmedAt, new Date())) {
    redirect(withQuery(paths.confirm, { next: paths.security }));
  }
  const { provider } = await params;
  return startProvider(provider, request, { purpose: 'link', next: '', invite: '' }, viewer);
}
