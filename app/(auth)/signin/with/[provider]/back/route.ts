import { endProvider } from '@/app/_server/provider-steps';

/** Where a provider sends people back to. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  return endProvider((await params).provider, request);
}
