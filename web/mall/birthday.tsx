import { daysInMonth } from '../../src/domain/birthday.ts';
import { birthdayText, monthNames } from '../../src/messages/birthday-text.ts';
import { AsMember } from './as-member.tsx';
import { memberWords } from './member-words.ts';
import type { Frame } from './views.ts';

export type BirthdayView = {
  /** As `MM-DD`; null until she has said it, which she does once. */
  birthday: string | null;
  /** What was chosen and is no day. */
  chosen: { month: string; day: string; error: string } | null;
  /** It was kept just now. */
  kept: boolean;
};

const numbers = (most: number) => Array.from({ length: most }, (_, position) => String(position + 1));

/** Month and day, said once: a birthday that moved about would be one in every month. */
export function BirthdayPanel({ frame, view }: { frame: Frame; view: BirthdayView }) {
  const { words } = frame;
  const { t, locale } = words;
  const m = memberWords(words);
  const { birthday, chosen, kept } = view;
  if (birthday !== null)
    return (
      <section class="panel" id="birthday" aria-labelledby="birthday-title">
        <h2 id="birthday-title">{m('birthday.title')}</h2>
        {kept && (
          <p class="notice" role="status">
            {m('saved')}
          </p>
        )}
        <p>{birthdayText(locale, birthday)}</p>
        <p class="small">{m('birthday.keptLine')}</p>
      </section>
    );
  const describedBy = chosen ? 'birthday-error' : undefined;
  return (
    <section class="panel" id="birthday" aria-labelledby="birthday-title">
      <h2 id="birthday-title">{m('birthday.title')}</h2>
      <p>{m('birthday.lead')}</p>
      <form method="post" action="/me/profile/birthday" data-once={t('confirm.waiting')}>
        <AsMember frame={frame} />
        <div class="birthday-fields">
          <div class="field">
            <label for="month">{m('birthday.month')}</label>
            <select id="month" name="month" autocomplete="bday-month" required aria-describedby={describedBy}>
              <option value="">{m('birthday.choose')}</option>
              {monthNames(locale).map((name, position) => (
                <option value={String(position + 1)} selected={chosen?.month === String(position + 1)}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="day">{m('birthday.day')}</label>
            <select id="day" name="day" autocomplete="bday-day" required aria-describedby={describedBy}>
              <option value="">{m('birthday.choose')}</option>
              {numbers(daysInMonth(1)).map((day) => (
                <option value={day} selected={chosen?.day === day}>
                  {day}
                </option>
              ))}
            </select>
          </div>
        </div>
        {chosen && (
          <p class="error" id="birthday-error" role="alert">
            {chosen.error}
          </p>
        )}
        <button class="button" type="submit">
          {m('save')}
        </button>
      </form>
    </section>
  );
}
