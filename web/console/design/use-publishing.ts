import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { ME_KEY } from '../session/session.ts';
import {
  DESIGN_KEY,
  DESIGN_VERSIONS_KEY,
  type DesignAnswer,
  type DesignPublish,
  publishDesign,
  type ShopIcons,
} from './api.ts';
import { drawIcons, type IconSource } from './draw-icons.ts';

const UNDO_MS = 10_000;
const TICK_MS = 250;

/**
 * A publish that takes effect in ten seconds and can be taken back until then. Whoever leaves the page after
 * saying yes has said yes: it is sent at once. A draft that is changed meanwhile is another, and stops it.
 */
export function usePublishing(draftVersion: string, icon: IconSource) {
  const t = useTranslations('design');
  const client = useQueryClient();
  const [due, setDue] = useState<{ version: string; atMs: number } | null>(null);
  const [icons, setIcons] = useState<ShopIcons | null>(null);
  const [leftMs, setLeftMs] = useState(UNDO_MS);
  const publish = useSubmission<DesignPublish, DesignAnswer>({
    send: publishDesign,
    refresh: [ME_KEY, DESIGN_VERSIONS_KEY],
    onSuccess(answer) {
      client.setQueryData(DESIGN_KEY, answer);
      notifyDone(t('published'));
    },
  });
  const now = useEffectEvent((leaving: boolean) => {
    if (due === null) return;
    setDue(null);
    publish.mutate({ draftVersion: due.version, icons, ...(leaving ? { leaving } : {}) });
  });
  if (due !== null && due.version !== draftVersion) setDue(null);
  useEffect(() => {
    if (due === null) return;
    const timer = setInterval(() => {
      const left = due.atMs - Date.now();
      setLeftMs(left);
      if (left <= 0) now(false);
    }, TICK_MS);
    const leave = () => now(true);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
    };
  }, [due]);
  useEffect(() => () => now(true), []);
  return {
    secondsLeft: due === null ? null : Math.max(1, Math.ceil(leftMs / 1000)),
    start() {
      publish.reset();
      setLeftMs(UNDO_MS);
      setDue({ version: draftVersion, atMs: Date.now() + UNDO_MS });
      // Ready long before the ten seconds are over; where they are not, phones take the drawing.
      setIcons(null);
      void drawIcons(icon).then(setIcons);
    },
    stop: () => setDue(null),
    now: () => now(false),
    pending: publish.isPending,
    error: publish.error,
  };
}
