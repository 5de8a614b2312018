import type { Locale } from '../../src/domain/locale.ts';
import { LOCALE_NAMES } from '../../src/messages/locale.ts';
import { type AboutView, AboutYou } from './about-you.tsx';
import { AsMember } from './as-member.tsx';
import { BirthdayPanel, type BirthdayView } from './birthday.tsx';
import { Field } from './field.tsx';
import { MallFrame } from './mall-frame.tsx';
import { BackToMe } from './me.tsx';
import { memberWords } from './member-words.ts';
import { ProblemList } from './problem-list.tsx';
import type { FieldState, Frame } from './views.ts';

export type ProfileView = {
  name: FieldState;
  locale: Locale;
  /** How the shop reaches her; changed at the counter, where she can be seen. */
  contact: string[];
  saved: boolean;
  /** What the shop asks of her; null where it asks nothing. */
  about: AboutView | null;
  birthday: BirthdayView;
};

/** How she is called, and the language of what is sent to her. */
export function ProfilePage({ frame, view }: { frame: Frame; view: ProfileView }) {
  const { words } = frame;
  const { t } = words;
  const m = memberWords(words);
  const { chosen } = view.birthday;
  const problems = [
    ...(view.name.error ? [{ field: 'name', text: view.name.error }] : []),
    ...(chosen ? [{ field: 'day', text: chosen.error }] : []),
  ];
  return (
    <MallFrame frame={frame} title={m('profile.title')} page="narrow own" keeps="typed">
      <BackToMe words={words} />
      <h1>{m('profile.title')}</h1>
      {view.saved && (
        <p class="notice" role="status">
          {m('saved')}
        </p>
      )}
      <ProblemList title={t('confirm.problems')} problems={problems} />
      <form id="typed" class="panel" method="post" action="/me/profile" data-once={t('confirm.waiting')}>
        <AsMember frame={frame} />
        <Field
          name="name"
          label={m('profile.name')}
          state={view.name}
          autocomplete="name"
          maxlength={80}
          hint={m('profile.nameHint')}
          wide
        />
        <div class="field wide">
          <label for="locale">{m('profile.language')}</label>
          <select id="locale" name="locale" autocomplete="language">
            {frame.shop.languages.map((locale) => (
              <option value={locale} selected={locale === view.locale} lang={locale}>
                {LOCALE_NAMES[locale]}
              </option>
            ))}
          </select>
        </div>
        <button class="button" type="submit">
          {m('save')}
        </button>
      </form>
      {view.about && <AboutYou frame={frame} view={view.about} />}
      <BirthdayPanel frame={frame} view={view.birthday} />
      {view.contact.length > 0 && (
        <section class="panel">
          <h2>{m('profile.contact')}</h2>
          <ul class="plain">
            {view.contact.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p class="small">{m('profile.contactLine')}</p>
        </section>
      )}
    </MallFrame>
  );
}
