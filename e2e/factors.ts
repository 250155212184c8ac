import type { APIRequestContext, CDPSession, Locator, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { type TOTP, URI } from 'otpauth';
import { decoded, formWith, postForm } from './forms';
import { expect } from './people';

const twoFactor = '/settings/security/two-factor';

/** An app on a phone that has read what a page shows. */
export class AuthenticatorApp {
  private readonly totp: TOTP;
  private last = 0;

  /** @param uri `otpauth://totp/…`, as the QR code says it */
  constructor(uri: string) {
    const read = URI.parse(uri);
    if (!('period' in read)) throw new Error('This is no code by the clock.');
    this.totp = read;
  }

  /** The key behind it, to be typed where nobody can scan. */
  get key(): string {
    return this.totp.secret.base32;
  }

  /** A code that was not taken before: soon after one, that of a clock that runs a little ahead. */
  next(): string {
    this.last = Math.max(this.last + 1, this.totp.counter());
    return this.at(this.last);
  }

  /** Six digits that no clock near ours shows. */
  wrong(): string {
    const now = this.totp.counter();
    const near = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((steps) => this.at(now + steps));
    const digits = Array.from({ length: 10 }, (_, digit) => String(digit).repeat(6));
    return digits.find((code) => !near.includes(code)) ?? '';
  }

  private at(step: number): string {
    return this.totp.generate({ timestamp: step * this.totp.period * 1000 });
  }
}

/** What a phone reads in a QR code as it is seen on a page. */
export async function scanned(code: Locator): Promise<string> {
  const seen = (await code.screenshot()).toString('base64');
  const { width, height, data } = await code.page().evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!canvas) throw new Error('This browser draws nothing.');
    canvas.drawImage(bitmap, 0, 0);
    const { width, height, data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width, height, data: [...data] };
  }, seen);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
}

/** Sets two-factor up through the forms, without a browser, for whoever `request` is signed in as. */
export async function setUpTwoFactor(
  request: APIRequestContext,
): Promise<{ app: AuthenticatorApp; recoveryCodes: string[] }> {
  await postForm(request, await formWith(request, '/settings/security', 'Set up two-factor'));
  const html = await (await request.get(twoFactor)).text();
  const app = new AuthenticatorApp(decoded(/href="(otpauth:[^"]+)"/.exec(html)?.[1] ?? ''));
  const answer = await postForm(request, await formWith(request, twoFactor, 'code'), {
    code: app.next(),
  });
  expect(answer.headers().location).toBe(`${twoFactor}/codes?on=yes`);
  const codes = await (await request.get(`${twoFactor}/codes`)).text();
  const recoveryCodes = [...codes.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code);
  return { app, recoveryCodes };
}

/** What keeps passkeys in the device of one page; it takes whoever is there for its owner. */
export class Keyring {
  private constructor(
    private readonly device: CDPSession,
    private readonly id: string,
  ) {}

  /** @param fills whether the browser also offers them in a field, where it takes whoever looks for its owner */
  static async of(page: Page, { fills = false } = {}): Promise<Keyring> {
    if (!fills) {
      await page.addInitScript(() => {
        PublicKeyCredential.isConditionalMediationAvailable = async () => false;
      });
    }
    const device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new Keyring(device, authenticatorId);
  }

  /** How many passkeys it has, and how often they were used. */
  async counts(): Promise<number[]> {
    return (await this.passkeys()).map(({ signCount }) => signCount);
  }

  /** Takes the place of its passkeys by copies that were used `signCount` times. */
  async copyPasskeys(signCount: number): Promise<void> {
    const { id: authenticatorId, device } = this;
    for (const credential of await this.passkeys()) {
      const { credentialId } = credential;
      await device.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
      const copy = { ...credential, signCount };
      await device.send('WebAuthn.addCredential', { authenticatorId, credential: copy });
    }
  }

  private async passkeys() {
    const { id: authenticatorId, device } = this;
    const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId });
    return credentials;
  }
}
