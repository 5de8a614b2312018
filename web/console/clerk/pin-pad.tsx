import './clerk.css';
import { Stack, VisuallyHidden } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl/react';

const DIGITS = 6;
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Called with the sixth digit. */
  onComplete: (pin: string) => void;
  disabled?: boolean;
  /** Shakes once where the last PIN was wrong. */
  isWrong?: boolean;
};

/** Six digits by thumb or by keyboard, on a pad of its own: no keyboard of the system slides over it. */
export function PinPad({ label, value, onChange, onComplete, disabled = false, isWrong = false }: Props) {
  const t = useTranslations('clerk');
  const press = (digit: string) => {
    if (disabled || value.length >= DIGITS) return;
    const next = `${value}${digit}`;
    onChange(next);
    if (next.length === DIGITS) onComplete(next);
  };
  const back = () => {
    if (!disabled) onChange(value.slice(0, -1));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) press(event.key);
    else if (event.key === 'Backspace') back();
    else return;
    event.preventDefault();
    // What a screen below would make of the same key is not meant.
    event.stopImmediatePropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
  return (
    <Stack gap="lg" role="group" aria-label={label}>
      <div className="pinDots" data-wrong={isWrong || undefined} aria-hidden>
        {Array.from({ length: DIGITS }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: six places that never change
          <span key={index} className="pinDot" data-full={index < value.length || undefined} />
        ))}
      </div>
      <VisuallyHidden role="status">{t('digits', { typed: value.length })}</VisuallyHidden>
      <div className="pinPad">
        {KEYS.map((digit) => (
          <button
            key={digit}
            type="button"
            className="pinKey"
            disabled={disabled}
            onClick={() => press(digit)}
          >
            {digit}
          </button>
        ))}
        <span />
        <button type="button" className="pinKey" disabled={disabled} onClick={() => press('0')}>
          0
        </button>
        <button
          type="button"
          className="pinKey"
          data-plain
          disabled={disabled || value === ''}
          aria-label={t('erase')}
          onClick={back}
        >
          <IconBackspace size={28} aria-hidden />
        </button>
      </div>
    </Stack>
  );
}
