import { negotiateLocale } from '../../src/messages/negotiate.ts';
import type { Scheme } from './contract.ts';
import { defineElements, pageOfElements } from './elements.ts';
import { createPage, type LoadedPage, type Pointmall } from './page.ts';
import { isSlug } from './place.ts';

/** What a page may have asked for before this script was there: `[method, ...arguments]`. */
type Queue = { q?: unknown };

const global = window as unknown as { pointmall?: Queue | Pointmall };

/** A second tag of this script, or the same one run again by a route change, finds the page as it is. */
function install(script: HTMLScriptElement | null): void {
  const page = pageOfElements() ?? loadedBy(script);
  if (!page) return;
  const asked = global.pointmall;
  global.pointmall = page.api;
  if (asked && 'q' in asked && Array.isArray(asked.q)) for (const call of asked.q) replay(page.api, call);
}

function loadedBy(script: HTMLScriptElement | null): LoadedPage | null {
  if (!script?.src) return null;
  const { mall, locale, scheme, design } = script.dataset;
  const page = createPage({
    scriptUrl: script.src,
    mall: isSlug(mall) ? mall : null,
    locale: negotiateLocale({
      query: locale,
      acceptLanguage: [document.documentElement.lang, ...navigator.languages].join(','),
      fallback: 'en',
    }),
    design: design ?? null,
    scheme: ['light', 'dark'].includes(scheme ?? '') ? (scheme as Scheme) : 'auto',
  });
  defineElements(page);
  return page;
}

function replay(api: Pointmall, call: unknown): void {
  if (!Array.isArray(call)) return;
  const [method, ...given] = call as [keyof Pointmall, ...never[]];
  if (Object.hasOwn(api, method)) (api[method] as (...given: never[]) => void)(...given);
}

install(document.currentScript as HTMLScriptElement | null);
