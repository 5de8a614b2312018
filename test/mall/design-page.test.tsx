/** @jsxImportSource hono/jsx */
import { expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { translator } from '../../src/messages/translator.ts';
import { DesignPage, type DesignPageView } from '../../web/site/design-page.tsx';
import { frame } from './fixtures.ts';

function page(change: Partial<DesignPageView> = {}): string {
  const { words, assets } = frame('zh-CN', '/docs/design');
  const view: DesignPageView = {
    words,
    docs: translator('zh-CN', 'docs'),
    assets,
    path: '/docs/design',
    layout: 'editorial',
    scheme: 'light',
    ...change,
  };
  return String(<DesignPage view={view} />);
}

test('the design language shows every state of card, badge, button and sign, in any look', () => {
  for (const layout of ['editorial', 'soft', 'lively'] as const) {
    const html = page({ layout });
    expect(html).toContain(`layout-${layout}`);
    for (const part of [
      ...['is-visitor', 'is-known', 'is-unknown'].map((card) => `member-card ${card}`),
      ...['low', 'limited', 'sold_out', 'not_started', 'ended'].map((badge) => `badge-${badge}`),
      ...['done', 'confirming', 'failed'].map((outcome) => `mark-${outcome}`),
    ])
      expect(html).toContain(`${part}"`);
    expect(html.match(/class="bar"/g)).toHaveLength(10);
  }
});

test.each(LOCALES)('it speaks %s, and needs neither inline style nor inline script', (locale) => {
  const { words } = frame(locale, '/docs/design');
  const html = page({ words, docs: translator(locale, 'docs') });
  expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${locale}">`));
  expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)|undefined|\[object|NaN/);
});

test('a look and a scheme lead to each other', () => {
  const html = page({ layout: 'soft', scheme: 'dark' });
  expect(html).toContain('href="/docs/design?layout=lively&amp;scheme=dark"');
  expect(html).toContain('href="/docs/design?layout=soft&amp;scheme=light"');
});
