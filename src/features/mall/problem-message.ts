import type { MessageView } from '../../../web/mall/message-page.tsx';
import type { Locale } from '../../domain/locale.ts';
import type { Problem } from '../../http/problem.ts';
import type { AnyRefusal } from '../../lib/result.ts';
import type { RefusalWords } from '../../messages/refusal-words.ts';
import { type Translate, translator } from '../../messages/translator.ts';

/** What a page says about a problem: what happened, what is safe, what to do. */
export function problemMessage(locale: Locale, problem: Problem, path: string): MessageView {
  const t = translator(locale, 'mall');
  const requestId = problem.instance;
  const home = { href: '/', label: t('fault.home') };
  const again = { href: path, label: t('fault.retry') };
  switch (problem.code) {
    case 'not-found':
      return { title: t('fault.notFoundTitle'), text: t('fault.notFound'), requestId: null, action: home };
    case 'unavailable':
      return {
        title: t('fault.unavailableTitle'),
        text: t('fault.unavailable'),
        requestId,
        action: again,
      };
    case 'internal':
      return { title: t('fault.failedTitle'), text: t('fault.failed'), requestId, action: home };
    case 'cross-site':
      return {
        title: t('fault.crossSiteTitle'),
        text: t('fault.crossSite'),
        requestId: null,
        action: again,
      };
    case 'key-reused':
      return sentBefore(t);
    default:
      return { title: problem.title, text: problem.detail, requestId, action: home };
  }
}

/** What a page says about a refusal that another try would not change, with the way back. */
export function refusalMessage(
  t: Translate<'mall'>,
  { code, title, detail }: RefusalWords & Pick<AnyRefusal, 'code'>,
  backHref: string,
): MessageView {
  if (code === 'key_reused') return sentBefore(t);
  return { title, text: detail, requestId: null, action: { href: backHref, label: t('back') } };
}

/** The key of a form was used with other content: what it did the first time stands among her orders. */
function sentBefore(t: Translate<'mall'>): MessageView {
  return {
    title: t('fault.sentBeforeTitle'),
    text: t('fault.sentBefore'),
    requestId: null,
    action: { href: '/redemptions', label: t('fault.toOrders') },
  };
}
