import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import { MallFrame } from './mall-frame.tsx';
import { memberWords } from './member-words.ts';
import { Mixed, Said, SLOT } from './said.tsx';
import type { Frame, RuleSection } from './views.ts';
import type { Words } from './words.ts';

export type RulesView = {
  /** What the shop itself says before them. */
  intro: TextInLanguage | null;
  sections: RuleSection[];
  inForce: string | null;
  next: RuleSection | null;
  /** What each version changed, newest first; its title is a date. */
  history: RuleSection[];
};

/** The whole of the rules in at most twelve lines, made from the published programme. */
export function RulesPage({ frame, view }: { frame: Frame; view: RulesView }) {
  const { words, shop } = frame;
  const { t, format } = words;
  return (
    <MallFrame frame={frame} title={t('rule.title')} page="narrow own">
      <h1>{t('rule.title')}</h1>
      <p class="lead">
        <Mixed message={t('rule.lead', { unit: format.unit, shop: SLOT })}>
          <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
        </Mixed>
      </p>
      {view.intro && (
        <p>
          <Said words={words} text={view.intro} />
        </p>
      )}
      {view.next && <Section words={words} section={view.next} notice />}
      <div class="panel rules">
        {view.sections.map((section) => (
          <Section words={words} section={section} />
        ))}
      </div>
      {view.inForce && <p class="small">{view.inForce}</p>}
      {view.history.length > 0 && (
        <details class="history">
          <summary>{memberWords(words)('history.title')}</summary>
          {view.history.map((section) => (
            <Section words={words} section={section} />
          ))}
        </details>
      )}
    </MallFrame>
  );
}

type SectionProps = { words: Words; section: RuleSection; notice?: boolean };

function Section({ words, section, notice = false }: SectionProps) {
  return (
    <section class={notice ? 'panel' : undefined}>
      <h2>{section.title}</h2>
      <ul>
        {section.lines.map(({ message, name, href }) => (
          <li>
            {href ? (
              <a href={href}>{message}</a>
            ) : name ? (
              <Mixed message={message}>{<Said words={words} text={name} />}</Mixed>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
