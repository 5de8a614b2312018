import { CloseButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, type Ref, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl/react';

type Props = {
  label: string;
  value: string;
  onType: (text: string) => void;
  onEnter: () => void;
  placeholder?: string;
  /** Stands before what is typed, such as the currency's sign. */
  sign?: string;
  /** A finger types on the keypad below; a keyboard of the system would cover it. */
  letters?: boolean;
  describedBy?: string | undefined;
  invalid?: boolean;
  fieldRef?: Ref<HTMLInputElement>;
  /** What may be done with what stands there. */
  beside?: ReactNode;
};

/** The one large field of a step: typed into from the keypad, from a keyboard or by a gun. */
export function CounterField(props: Props) {
  const {
    label,
    value,
    onType,
    onEnter,
    placeholder,
    sign,
    letters = false,
    describedBy,
    invalid = false,
    beside,
  } = props;
  const t = useTranslations('counter');
  const id = useId();
  const finger = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // A focus that nobody asked for brings up a phone's keyboard; there the keypad is used.
    if (!finger || letters) field.current?.focus({ preventScroll: true });
  }, [finger, letters]);
  return (
    <div className="counterField" data-invalid={invalid}>
      <label htmlFor={id} className="counterFieldLabel">
        {label}
      </label>
      <div className="counterFieldLine">
        {sign !== undefined && (
          <span className="counterSign" aria-hidden>
            {sign}
          </span>
        )}
        <input
          id={id}
          ref={field}
          data-counter-field
          className="counterInput figures"
          inputMode={finger && !letters ? 'none' : sign === undefined ? 'text' : 'decimal'}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={400}
          placeholder={placeholder}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={({ currentTarget }) => onType(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onEnter();
          }}
        />
        {beside}
        {value !== '' && <CloseButton size="lg" aria-label={t('clear')} onClick={() => onType('')} />}
      </div>
    </div>
  );
}
