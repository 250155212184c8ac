/** Called once when a server starts, before it answers anyone. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  const { refuseUnsafeConnection } = await import('./app/_server/start');
  await refuseUnsafeConnection();
  const { keepSweeping } = await import('./app/_server/visits');
  void keepSweeping();
  (await import('./app/_server/post')).startPost();
  // Unawaited: whoever asks for the first card should not wait for the fonts.
  const { warmCards } = await import('./app/u/_document/card-image');
  warmCards().catch((error: unknown) => console.error('Cards could not be warmed up.', error));
}
