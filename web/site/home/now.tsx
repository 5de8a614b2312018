import type { SiteWords } from '../words.ts';

const TODAY = ['todayEarn', 'todayRewards', 'todayCash', 'todayShip', 'todayMall', 'todayApi'] as const;
const NEXT = ['nextCounter', 'nextPlay', 'nextBranches', 'nextHooks'] as const;

/** What can be used today beside what can't yet: nobody signs up for what is not there. */
export function Now({ t }: { t: SiteWords }) {
  return (
    <section class="now within" aria-labelledby="now-title">
      <h2 id="now-title">{t('now.title')}</h2>
      <p class="section-lead">{t('now.lead')}</p>
      <div class="now-lists">
        <div class="now-today">
          <h3>{t('now.today')}</h3>
          <ul>
            {TODAY.map((each) => (
              <li>{t(`now.${each}`)}</li>
            ))}
          </ul>
        </div>
        <div class="now-next">
          <h3>{t('now.next')}</h3>
          <ul>
            {NEXT.map((each) => (
              <li>{t(`now.${each}`)}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
