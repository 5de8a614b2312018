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
  action?: { label: string; onPress: () => void };
  /** What stands behind it goes on; else the next person is served. */
  goesOn?: boolean;
};

/** Long enough to be read by both sides, short enough for the next in line. */
const SHOWN_FOR_MS = 2_000;

const ICONS = { done: IconCheck, kept: IconClock, stopped: IconExclamationMark } as const;

/** The whole screen says it; it goes by itself, by any tap or key. What asks for attention stays. */
export function ResultScreen({ shown, onDone }: { shown: Shown; onDone: () => void }) {
  const t = useTranslations('counter');
  const { tone, title, detail, action } = shown;
  const [held, setHeld] = useState(false);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (tone === 'stopped' || held) return;
    const timer = setTimeout(() => done.current(), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [tone, held]);
  const Icon = ICONS[tone];
  return (
    <Portal>
      <FocusTrap active>
        <div
          className="resultScreen"
          data-tone={tone}
          role="dialog"
          aria-modal="true"
          aria-label={title}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Enter') onDone();
          }}
        >
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
                variant="white"
                color="dark"
                onFocus={() => setHeld(true)}
                onPointerEnter={() => setHeld(true)}
                onClick={action.onPress}
              >
                {action.label}
              </Button>
            )}
            <Button size="xl" variant="outline" color="white" c="white" data-autofocus onClick={onDone}>
              {t('next')}
            </Button>
          </div>
        </div>
      </FocusTrap>
    </Portal>
  );
}
