import { startProvider } from '@/app/_server/provider-steps';

/** Sends a stranger to sign in by their account elsewhere. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  return startProvider((await params).provider, request, {
    purpose: 'sign-in',
    next: query.get('next') ?? '',
    invite: query.get('invite') ?? '',
  });
}
