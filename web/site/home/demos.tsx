import { DEMO_SHOPS, type DemoShop, filledIn } from '../../../src/domain/site-page.ts';
import type { SiteView } from '../site-frame.tsx';
import { Sometimes } from '../sometimes.tsx';

/** Of the files in web/site/screens, in pixels. */
const SCREEN = { width: 585, height: 1200 };

/** Three malls as they are on a phone; each opens where it is really there. */
export function Demos({ view }: { view: SiteView }) {
  const { t } = view;
  return (
    <section class="demos" id="demos" aria-labelledby="demos-title">
      <div class="within">
        <h2 id="demos-title">{t('demos.title')}</h2>
        <p class="section-lead">
          <Sometimes when="demos" otherwise={t('demos.leadPictures')}>
            {t('demos.lead')}
          </Sometimes>
        </p>
      </div>
      <ul class="phones" tabindex={0} aria-labelledby="demos-title">
        {DEMO_SHOPS.map((shop) => (
          <Phone view={view} shop={shop} />
        ))}
      </ul>
    </section>
  );
}

function Phone({ view, shop }: { view: SiteView; shop: DemoShop }) {
  const { t, locale, screens } = view;
  const name = t(`demos.${shop}.name`);
  const picture = (scheme: 'light' | 'dark') => screens[`${shop}-${locale}-${scheme}.webp`];
  const address = `${filledIn(`mall:${shop}`)}/?lang=${locale}`;
  const screen = (
    <picture>
      <source srcset={picture('dark')} media="(prefers-color-scheme: dark)" />
      <img src={picture('light')} alt={t('demos.screen', { shop: name })} {...SCREEN} loading="lazy" />
    </picture>
  );
  return (
    <li class={`phone-of-${shop}`}>
      <div class="phone">{screen}</div>
      <h3>{name}</h3>
      <p class="phone-trade">{t(`demos.${shop}.trade`)}</p>
      <p>{t(`demos.${shop}.line`)}</p>
      <Sometimes when={shop}>
        <a class="phone-open" href={address}>
          {t('demos.open', { shop: name })}
        </a>
      </Sometimes>
    </li>
  );
}
