import { filledIn } from '../../src/domain/site-page.ts';
import { Books } from './home/books.tsx';
import { Demos } from './home/demos.tsx';
import { Developers } from './home/developers.tsx';
import { Minutes } from './home/minutes.tsx';
import { Now } from './home/now.tsx';
import { Plans } from './home/plans.tsx';
import { Questions } from './home/questions.tsx';
import { ShopFront } from './home/shop-front.tsx';
import { pathOf, SIGN_UP, SiteFrame, type SiteView } from './site-frame.tsx';
import { Sometimes } from './sometimes.tsx';

/** The product's own page: what it is, what it looks like, why it can be trusted, and the way in. */
export function SiteHome({ view, samples }: { view: SiteView; samples: { typescript: string } }) {
  const { t, locale } = view;
  return (
    <SiteFrame view={view} title={t('home.title')} description={t('home.description')} facts={factsOf(view)}>
      <section class="hero">
        <div class="hero-words">
          <h1>{t('home.hero')}</h1>
          <p class="hero-lead">{t('home.lead')}</p>
          <div class="hero-actions">
            <a class="button" href={SIGN_UP}>
              {t('start')}
            </a>
            <a class="button quiet" href="#demos">
              <Sometimes when="demos" otherwise={t('home.seePictures')}>
                {t('home.see')}
              </Sometimes>
            </a>
          </div>
          <p class="hero-note">{t('home.note')}</p>
        </div>
        <ShopFront t={t} />
      </section>
      <Demos view={view} />
      <Minutes t={t} />
      <Books t={t} />
      <Now t={t} />
      <Developers
        t={t}
        samples={samples}
        guidePath={pathOf(locale, 'widget')}
        docsPath={pathOf(locale, 'libraries')}
      />
      <Plans t={t} />
      <Questions t={t} />
      <section class="end">
        <h2>{t('end.title')}</h2>
        <p>{t('end.lead')}</p>
        <a class="button" href={SIGN_UP}>
          {t('start')}
        </a>
      </section>
    </SiteFrame>
  );
}

/** No price is named that is not asked for today. */
function factsOf({ t, locale }: SiteView) {
  return {
    '@context': 'https://schema.org',
    '@type': 'SoftwareApplication',
    name: t('name'),
    description: t('home.description'),
    url: `${filledIn('origin')}${pathOf(locale, 'home')}`,
    inLanguage: locale,
    applicationCategory: 'BusinessApplication',
    operatingSystem: 'Web',
    offers: { '@type': 'Offer', price: '0', priceCurrency: 'CNY' },
  };
}
