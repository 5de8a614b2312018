import { LIBRARIES, type Library, TOOLS } from './libraries.ts';
import { SiteFrame, type SiteView } from './site-frame.tsx';

/** Every library that runs, from the one file about them, and the tools beside it. */
export function LibrariesPage({ view }: { view: SiteView }) {
  const { t } = view;
  return (
    <SiteFrame
      view={view}
      title={`${t('libraries.title')} · ${t('name')}`}
      description={t('libraries.description')}
      reading
    >
      <h1>{t('libraries.title')}</h1>
      <p class="lead">{t('libraries.lead')}</p>
      <p class="small">{t('libraries.weights')}</p>
      <ul class="libraries">
        {LIBRARIES.map((library) => (
          <LibraryEntry view={view} library={library} />
        ))}
      </ul>
      <section>
        <h2>{t('libraries.tools')}</h2>
        <p>{t('libraries.toolsLead')}</p>
        <dl>
          {TOOLS.map(({ packages, use }) => (
            <div>
              <dt>
                {packages.map((name) => (
                  <code>{name}</code>
                ))}
              </dt>
              <dd>{use[view.locale]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </SiteFrame>
  );
}

function LibraryEntry({ view: { t, locale }, library }: { view: SiteView; library: Library }) {
  const { packages, use, why, weightKilobytes, runs } = library;
  return (
    <li>
      <h2>{use[locale]}</h2>
      <p class="library-names">
        {packages.map((name) => (
          <code>{name}</code>
        ))}
      </p>
      <p class="library-facts">
        {runs.map((place) => (
          <span>{t(`libraries.${place}`)}</span>
        ))}
        <span>{t('libraries.weight', { kilobytes: String(weightKilobytes) })}</span>
      </p>
      <p>{why[locale]}</p>
    </li>
  );
}
