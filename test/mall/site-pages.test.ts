import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { fillPage, SITE_PAGES, type SitePage, type SiteValues } from '../../src/domain/site-page.ts';
import { STATUS_BY_CODE } from '../../src/http/problem.ts';
import { drawSite } from '../../web/site/draw.tsx';
import { LIBRARIES, TOOLS } from '../../web/site/libraries.ts';
import { SESSION_REFUSALS } from '../../web/site/session-refusals.ts';
import { read } from '../support/source-tree.ts';

const drawn = drawSite({
  assets: { style: '/site/site-AAAAAAAA.css', script: '/assets/island-AAAAAAAA.js' },
  screens: { 'mianyu-en-light.webp': '/site/mianyu-en-light-0123456789.webp' },
  samples: { typescript: 'const sample = 1;', php: '<?php echo 1;' },
});
const VALUES: SiteValues = {
  origin: 'https://example.com',
  console: 'https://console.example.com',
  api: 'https://api.example.com',
  query: '',
  mall: 'your-mall',
  'mall-url': 'https://your-mall.example.com',
  'mall:mianyu': 'https://mianyu.example.com',
  'audit-time': 'today',
  'audit-shops': '3',
  'audit-accounts': '1,280',
  'audit-entries': '29,412',
  'audit-findings': '2',
};
const page = (name: string, ...truths: string[]) => fillPage(drawn.get(name) ?? '', VALUES, new Set(truths));
const everyPage = LOCALES.flatMap((locale) =>
  (Object.keys(SITE_PAGES) as SitePage[]).map((name) => [locale, name] as const),
);
const first = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? '';

describe.each(everyPage)('in %s, the page %s', (locale, name) => {
  const html = page(`${locale}/${name}`);
  const path = SITE_PAGES[name];

  test('says in its head what it is, its one address, and where its sisters are', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${locale}">`));
    expect(first(html, /<title>([^<]+)</).length).toBeLessThanOrEqual(70);
    const description = first(html, /<meta name="description" content="([^"]+)"/);
    expect(description.length).toBeGreaterThan(20);
    expect(description.length).toBeLessThanOrEqual(200);
    expect(html).toContain(`<link rel="canonical" href="https://example.com/${locale}${path}"/>`);
    expect(html).toContain(`<meta property="og:url" content="https://example.com/${locale}${path}"/>`);
    const languages = [...html.matchAll(/rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
    expect(languages.map(([, language, address]) => [language, address])).toEqual([
      ...LOCALES.map((each) => [each, `https://example.com/${each}${path}`]),
      ['x-default', `https://example.com${path || '/'}`],
    ]);
  });

  test('has one heading, needs no script to be read, and no inline style', () => {
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style|undefined|\[object|NaN|\{\{/);
    expect(html.match(/<script(?![^>]*\ssrc=)(?! type="application\/ld\+json")/g)).toBe(null);
    for (const [image] of html.matchAll(/<img[^>]*>/g))
      expect(image).toMatch(/alt="[^>]*width="\d+" height="\d+"/);
  });
});

test('the home page shows the lines of the docs, and asks no price that is not asked', () => {
  const html = page('en/home');
  expect(html).toContain('const sample = 1;');
  expect(html).toContain('https://example.com/widget.js');
  expect(html).toContain('href="https://console.example.com/sign-up"');
  const facts = JSON.parse(first(html, /<script type="application\/ld\+json">([^<]+)</)) as {
    offers: object;
  };
  expect(facts.offers).toEqual({ '@type': 'Offer', price: '0', priceCurrency: 'CNY' });
});

test('shops are led to only where they are open, each for itself', () => {
  expect(page('en/home')).not.toContain('phone-open');
  const html = page('en/home', 'demos', 'mianyu');
  expect(html.match(/class="phone-open" href="([^"]+)"/g)).toEqual([
    'class="phone-open" href="https://mianyu.example.com/?lang=en"',
  ]);
});

test('the books say what the last audit found, be it good or bad, and nothing where there was none', () => {
  expect(page('en/home')).not.toContain('Last audit');
  expect(page('en/home', 'audited')).toMatch(/Last audit, today: every entry[\s\S]*29,412/);
  const wrong = page('en/home', 'audited-wrong');
  expect(wrong).toContain('Last audit, today: 2 findings');
  expect(wrong).not.toContain('29,412');
});

test('the page of libraries names each runtime dependency once, and only these', () => {
  const { dependencies, ...rest } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const named = LIBRARIES.flatMap(({ packages }) => packages);
  expect([...named].sort()).toEqual(Object.keys(dependencies ?? {}).sort());
  const installed = Object.keys({ ...rest.devDependencies, ...rest.optionalDependencies });
  expect(TOOLS.flatMap(({ packages }) => packages).filter((tool) => !installed.includes(tool))).toEqual([]);
  for (const locale of LOCALES)
    for (const { why } of LIBRARIES) expect(why[locale].length).toBeGreaterThan(10);
});

test('the statuses of the guide are those that are answered', () => {
  expect(SESSION_REFUSALS).toEqual(
    SESSION_REFUSALS.map(({ code }) => ({ code, status: STATUS_BY_CODE[code] })),
  );
});

test('a page is filled in by names; what nobody gave stays, what does not hold goes', () => {
  const values = { ...VALUES, shop: 'Mianyu' };
  const text =
    '<!--when:open-->{{shop}}<!--else-->closed<!--end--> {{unknown}} <!--when:late-->late<!--end-->';
  expect(fillPage(text, values, new Set(['open']))).toBe('Mianyu {{unknown}} ');
  expect(fillPage(text, values, new Set(['late']))).toBe('closed {{unknown}} late');
});
