import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from '@playwright/test';
import { paths } from '@/lib/paths';
import { personWith } from './people';
import { type Finding, median, readable } from './report';

const ROUNDS = 5;
const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];
/** 1.6 Mbit/s both ways, in bytes. */
const throughput = (1.6 * 1024 * 1024) / 8;

type Reading = { readonly ms: number; readonly requests: number; readonly bytes: number };

/** How long until the last of the entries is painted, on a slow line and a slow processor. */
async function read(browser: Browser, url: string): Promise<Reading> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  const line = { offline: false, latency: 150 };
  await client.send('Network.emulateNetworkConditions', {
    ...line,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let [requests, bytes] = [0, 0];
  client.on('Network.requestWillBeSent', () => {
    requests += 1;
  });
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'load' });
  const ms = await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    // Everything stands in the HTML: it can be read once that is parsed and painted.
    return Math.max(paint, entry?.domContentLoadedEventEnd ?? 0);
  });
  await context.close();
  return { ms, requests, bytes };
}

/** The record with 50 milestones, against a bare static page of the same words, throttled alike. */
export async function measureReading(
  address: string,
  databaseUrl: string,
  executablePath: string,
): Promise<Finding> {
  const { handle } = await personWith(databaseUrl, 50);
  const record = address + paths.publicRecord(handle);
  const browser = await chromium.launch({ executablePath, args });
  const words = await wordsOf(browser, record);
  const bare = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>${words
    .map((line) => `<p>${line.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`)
    .join('')}`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(bare);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  try {
    const times = { record: [] as Reading[], bare: [] as Reading[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.record.push(await read(browser, record));
      times.bare.push(await read(browser, `http://127.0.0.1:${port}/`));
    }
    const middle = (readings: readonly Reading[]) => median(readings.map(({ ms }) => ms));
    const [mine, theirs] = [middle(times.record), middle(times.bare)];
    const last = times.record.at(-1);
    return {
      name: 'all 50 entries readable on a slow phone, against a bare page of the same words',
      ratio: mine / theirs,
      aim: 'at most 1.25: no later, within what differs from run to run',
      met: mine / theirs <= 1.25,
      figures: `${readable(mine)} against ${readable(theirs)} ms; ${last?.requests} requests, ${readable(last?.bytes ?? 0)} bytes`,
    };
  } finally {
    server.close();
    await browser.close();
  }
}

/** What a reader reads of the page, a line each. */
async function wordsOf(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(url);
  const texts = await page.locator('body').allInnerTexts();
  await page.close();
  return texts
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
