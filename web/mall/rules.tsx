import { MallFrame } from './mall-frame.tsx';
import { Mixed, Said, SLOT } from './said.tsx';
import type { Frame, RuleSection } from './views.ts';

export type RulesView = { sections: RuleSection[]; inForce: string | null; next: RuleSection | null };

/** The whole of the rules in at most twelve lines, made from the published programme. */
export function RulesPage({ frame, view }: { frame: Frame; view: RulesView }) {
  const { words, shop } = frame;
  const { t, format } = words;
  return (
    <MallFrame frame={frame} title={t('rule.title')} page="narrow">
      <h1>{t('rule.title')}</h1>
      <p class="lead">
        <Mixed message={t('rule.lead', { unit: format.unit, shop: SLOT })}>
          <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
        </Mixed>
      </p>
      {view.next && <Section section={view.next} notice />}
      <div class="panel rules">
        {view.sections.map((section) => (
          <Section section={section} />
        ))}
      </div>
      {view.inForce && <p class="small">{view.inForce}</p>}
    </MallFrame>
  );
}

function Section({ section, notice = false }: { section: RuleSection; notice?: boolean }) {
  return (
    <section class={notice ? 'panel' : undefined}>
      <h2>{section.title}</h2>
      <ul>
        {section.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}
