import { filledIn } from '../../src/domain/site-page.ts';
import { pathOf, SiteFrame, type SiteView } from './site-frame.tsx';

/** The ways into the docs. */
export function DocsIndex({ view }: { view: SiteView }) {
  const { t, locale } = view;
  const ways = [
    { key: 'widget', href: pathOf(locale, 'widget') },
    { key: 'api', href: `${filledIn('api')}/v1/openapi.json` },
    { key: 'libraries', href: pathOf(locale, 'libraries') },
    { key: 'design', href: '/docs/design' },
  ] as const;
  return (
    <SiteFrame
      view={view}
      title={`${t('docs.title')} · ${t('name')}`}
      description={t('docs.description')}
      reading
    >
      <h1>{t('docs.title')}</h1>
      <p class="lead">{t('docs.lead')}</p>
      <ul class="docs-ways">
        {ways.map(({ key, href }) => (
          <li>
            <h2>
              <a href={href}>{t(`docs.${key}`)}</a>
            </h2>
            <p>{t(`docs.${key}Text`)}</p>
          </li>
        ))}
      </ul>
    </SiteFrame>
  );
}
