import type { Locale } from '../../src/domain/locale.ts';
import { GiftIcon, TickIcon, WaitIcon } from '../mall/icons.tsx';
import { Mixed, SLOT } from '../mall/said.tsx';
import { SiteFrame, type SiteFrameView } from './site-frame.tsx';

export type SiteView = SiteFrameView & {
  signUpUrl: string;
  /** Shops that anyone may look into; none where no demo data is. */
  demos: { name: string; locale: Locale; url: string; slug: string }[];
};

/** The product's own page: what it is, and the two ways in. */
export function SiteHome({ view }: { view: SiteView }) {
  const { t, demos } = view;
  const reasons = [
    { icon: <WaitIcon />, title: t('minutesTitle'), text: t('minutes') },
    { icon: <TickIcon />, title: t('exactTitle'), text: t('exact') },
    { icon: <GiftIcon />, title: t('ownTitle'), text: t('own') },
  ];
  return (
    <SiteFrame frame={view} title={`${t('name')} · ${t('hero')}`} page="site">
      <section class="hero">
        <h1>{t('hero')}</h1>
        <p>{t('lead')}</p>
        <div class="hero-actions">
          <a class="button" href={view.signUpUrl}>
            {t('start')}
          </a>
          {demos.length > 0 && (
            <a class="button quiet" href="#demos">
              {t('see')}
            </a>
          )}
        </div>
      </section>
      {demos.length > 0 && (
        <section id="demos" aria-labelledby="demos-title">
          <h2 id="demos-title">{t('demos')}</h2>
          <p class="small">{t('demosLead')}</p>
          <ul class="demos">
            {demos.map((demo) => (
              <li>
                <a class={`demo demo-${demo.slug}`} href={demo.url}>
                  <Mixed message={t('open', { shop: SLOT })}>
                    <strong lang={demo.locale}>{demo.name}</strong>
                  </Mixed>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="reasons">
        <h2 id="reasons">{t('reasons')}</h2>
        <ul class="reasons">
          {reasons.map(({ icon, title, text }) => (
            <li>
              {icon}
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </section>
    </SiteFrame>
  );
}
