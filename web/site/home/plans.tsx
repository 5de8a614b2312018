import type { SiteWords } from '../words.ts';

/** As planned; nothing in the product asks for them. */
const PLANS = [
  { key: 'free', price: '¥0', members: '200' },
  { key: 'standard', price: '¥99', members: '2,000' },
  { key: 'growth', price: '¥399', members: '20,000' },
] as const;

/** What it costs today, which is nothing, and what is planned, said to be a plan. */
export function Plans({ t }: { t: SiteWords }) {
  return (
    <section class="plans within" aria-labelledby="plans-title">
      <h2 id="plans-title">{t('plans.title')}</h2>
      <p class="section-lead">{t('plans.lead')}</p>
      <p class="plans-planned">{t('plans.planned')}</p>
      <ul class="plans-cards">
        {PLANS.map(({ key, price, members }) => (
          <li>
            <h3>{t(`plans.${key}`)}</h3>
            <p class="plans-price">
              <b>{price}</b> {t('plans.month')}
            </p>
            <p>{t('plans.active', { members })}</p>
          </li>
        ))}
      </ul>
      <div class="plans-fine">
        {(['every', 'over', 'stripe'] as const).map((each) => (
          <p>{t(`plans.${each}`)}</p>
        ))}
      </div>
    </section>
  );
}
