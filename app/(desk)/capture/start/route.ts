import { currentViewer } from '@/app/_server/session';
import { captureStart } from '../../_command/start';

/** What quick capture needs once it is opened on any page of the desk; for a stranger there is none. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  const headers = { 'Cache-Control': 'private, no-store' };
  if (!viewer) return new Response(null, { status: 404, headers });
  return Response.json(await captureStart(viewer, new Date()), { headers });
}
