// The user's browsers: one Chromium, driven by orders as JSON lines on stdin; each profile has cookies of its own.
// It ends when stdin ends, so it never outlives the test.
import { createInterface } from 'node:readline';

import { loadPlaywright } from './packages.mjs';

const options = JSON.parse(process.argv[2]);
const chromium = await loadPlaywright().chromium.launch({
  executablePath: options.program,
  args: [
    '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', `--ignore-certificate-errors-spki-list=${options.trusted}`,
  ],
});
const profiles = new Map();
const tell = (news) => process.stdout.write(`${JSON.stringify(news)}\n`);

/** Where the browser is: one of the provider's pages, the app's own page, or nowhere. */
async function whereIs(page) {
  const found = await page.waitForFunction(() => {
    if (document.readyState !== 'complete') return null;
    if (window.location.protocol === 'http:') return 'app';
    if (window.location.protocol === 'chrome-error:') return 'unreachable';
    return document.body.dataset.page ?? null;
  });
  return found.jsonValue();
}

/** Press a button; the page is marked as left, so that the next one is not mistaken for it. */
async function press(page, answer) {
  const button = page.locator(`button[value=${answer}]`);
  await page.evaluate(() => { delete document.body.dataset.page; });
  await button.click();
}

const steps = {
  'sign-in': async (page, { action, account }) => {
    await page.locator('[name=account]').fill(account);
    await press(page, action === 'cancel' ? 'no' : 'yes');
  },
  consent: (page, { action }) => press(page, action === 'decline' ? 'no' : 'yes'),
  code: async (page, { code }) => {
    await page.locator('[name=user_code]').fill(code);
    await press(page, 'yes');
  },
  confirm: (page, { action }) => press(page, action === 'cancel' ? 'no' : 'yes'),
};

/** What else than web pages a page wants opened, such as a telephone number; nothing here opens that. */
async function listen(page) {
  const asked = [];
  const session = await page.context().newCDPSession(page);
  session.on('Page.frameRequestedNavigation', ({ url }) => { if (!/^https?:/.test(url)) asked.push(url); });
  await session.send('Page.enable');
  return asked;
}

async function visit(page, order) {
  const seen = [];
  const asked = await listen(page);
  await page.goto(order.url);
  for (;;) {
    const where = await whereIs(page);
    const again = seen.includes(where);
    seen.push(where);
    if (order.action === 'nothing' || again || !steps[where]) {
      const links = await page.locator('a[href]').evaluateAll((found) => found.map((link) => link.href));
      return { pages: seen, text: await page.locator('body').innerText(), asked, links };
    }
    await steps[where](page, order);
  }
}

async function carryOut(order) {
  if (!profiles.has(order.profile)) profiles.set(order.profile, chromium.newContext({ locale: order.locale }));
  try {
    const page = await (await profiles.get(order.profile)).newPage();
    tell({ id: order.id, ...await visit(page, order) });
    if (order.action !== 'nothing') await page.close();
  } catch (problem) {
    tell({ id: order.id, pages: ['unreachable'], text: problem.message.split('\n')[0], asked: [], links: [] });
  }
}

async function forget(profile) {
  const context = await profiles.get(profile);
  profiles.delete(profile);
  await context?.close();
}

tell({ id: 0 });
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  if (order.forget) forget(order.forget);
  else carryOut(order);
}
await chromium.close();
process.exit(0);
