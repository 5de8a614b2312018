import { Button, FocusTrap, Portal, Text } from '@mantine/core';
import { IconCheck, IconClock, IconExclamationMark } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import './result.css';

/** What just happened, for everybody at the counter to see. */
export type Shown = {
  /** Done; kept for later; or nothing happened, and why. */
  tone: 'done' | 'kept' | 'stopped';
  title: string;
  detail?: string;
  action?: {
    label: string;
    onPress: () => void;
    /** What she came for goes on with it: the screen waits, and this is what the thumb finds. */
    comesNext?: boolean;
  };
  /** What stands behind it goes on; else the next person is served. */
  goesOn?: boolean;
};

/** Long enough to be read by both sides, short enough for the next in line. */
const SHOWN_FOR_MS = 2_000;

const ICONS = { done: IconCheck, kept: IconClock, stopped: IconExclamationMark } as const;

/** What is done next, and what may be done instead. */
const FIRST = { variant: 'white', color: 'dark', 'data-autofocus': true } as const;
const SECOND = { variant: 'outline', color: 'white', c: 'white' } as const;

/** The whole screen says it; it goes by itself, by any tap or key. What asks for attention, or goes on, stays. */
export function ResultScreen({ shown, onDone }: { shown: Shown; onDone: () => void }) {
  const t = useTranslations('counter');
  const { tone, title, detail, action } = shown;
  const [held, setHeld] = useState(false);
  const goesOn = action?.comesNext === true;
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (tone === 'stopped' || held || goesOn) return;
    const timer = setTimeout(() => done.current(), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [tone, held, goesOn]);
  // On the window: the focus comes a moment after the screen, and a key pressed in between is meant for it.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat) return;
      // Enter on a button is that button's.
      const isTyped = event.key === 'Enter' && !(event.target instanceof HTMLButtonElement);
      if (event.key === 'Escape' || isTyped) done.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const Icon = ICONS[tone];
  return (
    <Portal>
      <FocusTrap active>
        <div className="resultScreen" data-tone={tone} role="dialog" aria-modal="true" aria-label={title}>
          <div className="resultSays" role="status">
            <span className="resultTick" aria-hidden>
              <Icon size={72} stroke={3} />
            </span>
            <Text className="resultTitle figures">{title}</Text>
            {detail && <Text className="resultDetail figures">{detail}</Text>}
          </div>
          <div className="resultActions">
            {action && (
              <Button
                size="lg"
                {...(goesOn ? FIRST : SECOND)}
                onFocus={() => setHeld(true)}
                onPointerEnter={() => setHeld(true)}
                onClick={action.onPress}
              >
                {action.label}
              </Button>
            )}
            <Button size="xl" {...(goesOn ? SECOND : FIRST)} onClick={onDone}>
              {t(shown.goesOn ? 'goOn' : 'next')}
            </Button>
          </div>
        </div>
      </FocusTrap>
    </Portal>
  );
}
