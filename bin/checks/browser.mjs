// @ts-check
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../launch/failure.mjs';
import { run } from '../launch/run.mjs';
import { root } from '../root.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<string | undefined>} path of a Chromium or Chrome on this machine */
export async function findBrowser() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const found = [...candidates, ...PLACES].find(isProgram);
  if (found) return found;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/**
 * A browser to test with, installed when there is none: Debian's as root, else Playwright's own.
 * @returns {Promise<string>} its path
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  let output = '';
  if (process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env });
    const packages = ['chromium', 'fonts-noto-cjk'];
    const args = ['install', '-y', '--no-install-recommends', ...packages];
    output = (await run('apt-get', args, { env })).output;
  } else {
    const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
    output = (await run(process.execPath, [playwright, 'install', 'chromium'])).output;
  }
  const installed = await findBrowser();
  if (installed) return installed;
  throw new Failure(
    'No Chromium or Chrome was found, and none could be installed. Install one (on Debian or Ubuntu: apt-get install chromium fonts-noto-cjk), or name it in CHROME_PATH.',
    output,
  );
}
