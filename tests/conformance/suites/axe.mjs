// Loads every page of a tree in Chromium and prints what axe-core finds; ends with 1 if it finds anything.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const [tools, tree, base] = process.argv.slice(2);
const require = createRequire(join(tools, 'package.json'));
const { chromium } = require('playwright-core');
const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

const types = { '.html': 'text/html', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'application/xml' };
const server = createServer(async (request, response) => {
  try {
    if (request.url === '/favicon.ico') {
      response.statusCode = 204;
      response.end();
      return;
    }
    const asked = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (!asked.startsWith(base)) throw new Error('not of this site');
    const path = normalize(asked.slice(base.length - 1));
    const body = await readFile(join(tree, path.endsWith('/') ? path + 'index.html' : path));
    response.setHeader('content-type', `${types[extname(path)] ?? 'text/html'}; charset=utf-8`);
    response.end(body);
  } catch {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

const files = await readdir(tree, { recursive: true });
const pages = files.filter((name) => name.endsWith('.html')).sort();
if (pages.length === 0) {
  console.log(`no pages in ${tree}`);
  process.exit(1);
}
const views = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'light', viewport: { width: 360, height: 740 } },
  { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let bad = 0;
const say = (text) => {
  bad += 1;
  console.log(text);
};
for (const view of views) {
  const context = await browser.newContext(view);
  for (const name of pages) {
    const page = await context.newPage();
    const what = `${name} (${view.colorScheme}, ${view.viewport.width} px)`;
    page.on('dialog', (dialog) => { say(`${what}: a dialog opened`); dialog.dismiss(); });
    page.on('console', (message) => { if (message.type() === 'error') say(`${what}: ${message.text()}`); });
    // A picture may stand elsewhere: its address is the editor's word. Nothing is fetched from there.
    await page.route((url) => url.origin !== origin, (route) => {
      if (route.request().resourceType() !== 'image') say(`${what}: asks for ${route.request().url()}`);
      route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"/>' });
    });
    await page.goto(`${origin}${base}${name}`, { waitUntil: 'load' });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) say(`${what}: the page is ${wider} px wider than the window`);
    await page.evaluate(axe);
    const result = await page.evaluate(() => globalThis.axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }));
    for (const violation of result.violations) {
      say(`${what}: ${violation.id}: ${violation.help}`);
      for (const node of violation.nodes.slice(0, 3)) console.log(`    ${node.html.slice(0, 160)}`);
    }
    await page.close();
  }
  await context.close();
}
await browser.close();
server.close();
console.log(`${pages.length} pages in ${views.length} views: ${bad} violations`);
process.exit(bad === 0 ? 0 : 1);
