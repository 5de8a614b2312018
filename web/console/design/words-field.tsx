import { Input, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { LOCALES, type Locale, type LocalizedText } from '../../../src/domain/locale.ts';
import { useShop } from '../session/session.ts';

type Props = {
  label: string;
  /** The label stands as the heading above already. */
  hideLabel?: boolean;
  what?: string;
  example?: string;
  value: LocalizedText;
  charactersMax: number;
  lines?: boolean;
  onChange: (value: LocalizedText) => void;
};

/** The merchant's own words, one language at a time; what is left empty falls back to the shop's own. */
export function WordsField(props: Props) {
  const { label, hideLabel = false, what, example, value, charactersMax, lines = false, onChange } = props;
  const t = useTranslations('design');
  const { shop } = useShop();
  const [locale, setLocale] = useState<Locale>(shop.locale);
  const field = {
    'aria-label': label,
    lang: locale,
    // Hebrew or Arabic begins at the right, whatever language the console speaks.
    dir: 'auto',
    autoComplete: 'off',
    maxLength: charactersMax,
    placeholder: locale === shop.locale ? example : t('fallback'),
    value: value[locale] ?? '',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ ...value, [locale]: currentTarget.value }),
  };
  return (
    <div>
      <div className="designWords">
        {hideLabel ? (
          <span />
        ) : (
          <Input.Label component="span" size="md">
            {label}
          </Input.Label>
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('language', { field: label })}
          value={locale}
          onChange={(chosen) => setLocale(chosen as Locale)}
          data={LOCALES.map((each) => ({ value: each, label: t(`preview.languages.${each}`) }))}
        />
      </div>
      {lines ? <Textarea autosize minRows={3} maxRows={8} {...field} /> : <TextInput {...field} />}
      {what && <Input.Description mt={6}>{what}</Input.Description>}
    </div>
  );
}
