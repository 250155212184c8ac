export const dynamic = 'force-dynamic';

/** The process is alive. Touches nothing, so that a sick database restarts no healthy server. */
export function GET(): Response {
  return new Response('ok', {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
