import { IconBackspace } from '@tabler/icons-react';
import type { PointerEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';

type Props<Key extends string> = {
  keys: readonly Key[];
  onKey: (key: Key) => void;
  /** What stands on a key that is not its own word. */
  faces?: Partial<Record<Key, { label: string; face: ReactNode }>>;
};

/** Large keys for one thumb; the field above keeps its focus, so that a keyboard goes on too. */
export function Keypad<Key extends string>({ keys, onKey, faces = {} }: Props<Key>) {
  const t = useTranslations('counter');
  return (
    <fieldset className="keypad plainFieldset" aria-label={t('keypad')}>
      {keys.map((key) => {
        const face =
          key === 'back' ? { label: t('backspace'), face: <IconBackspace aria-hidden /> } : faces[key];
        return (
          <button
            key={key}
            type="button"
            className="key figures"
            aria-label={face?.label}
            // The tap is the press: a second tap that follows fast is no zoom.
            onPointerDown={keepFocus}
            onClick={() => onKey(key)}
          >
            {face?.face ?? key}
          </button>
        );
      })}
    </fieldset>
  );
}

function keepFocus(event: PointerEvent): void {
  event.preventDefault();
}
