import type { SiteWords } from '../words.ts';

const QUESTIONS = ['install', 'developer', 'returns', 'expire', 'cash', 'data', 'languages'] as const;

/** What shop owners ask before they begin. */
export function Questions({ t }: { t: SiteWords }) {
  return (
    <section class="questions within" aria-labelledby="questions-title">
      <h2 id="questions-title">{t('questions.title')}</h2>
      <div>
        {QUESTIONS.map((each) => (
          <details>
            <summary>
              <h3>{t(`questions.${each}`)}</h3>
            </summary>
            <p>{t(`questions.${each}Text`)}</p>
          </details>
        ))}
      </div>
    </section>
  );
}
