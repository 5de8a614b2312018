import './clerk.css';
import { Stack, VisuallyHidden } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { isGunCode } from '../counter/use-barcode-gun.ts';
import { type Keyed, PIN_DIGITS, pinAfterKey } from './typed-pin.ts';

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
  const keyed = useRef<Keyed | null>(null);
  const become = (next: string) => {
    if (disabled || next === value) return;
    onChange(next);
    if (next.length === PIN_DIGITS) onComplete(next);
  };
  const press = (digit: string) => {
    if (value.length < PIN_DIGITS) become(`${value}${digit}`);
  };
  const back = () => {
    if (!disabled) onChange(value.slice(0, -1));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1) {
      const next = pinAfterKey(value, keyed.current, event.key, event.timeStamp);
      keyed.current = next.keyed;
      become(next.pin);
      if (!/^\d$/.test(event.key)) return;
    } else if (event.key === 'Backspace') back();
    // The Enter of a gun presses no key of the pad.
    else if (event.key !== 'Enter' || !isGunCode(keyed.current?.burst ?? null, event.timeStamp)) return;
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
        {Array.from({ length: PIN_DIGITS }, (_, index) => (
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
