import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether this browser knows passkeys; null until script runs. */
export function useAble(): boolean | null {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => null);
}
