import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { useSubmission } from '../api/use-submission.ts';
import { notifyDone } from '../parts/notify.tsx';
import { useFormat } from '../session/use-format.ts';
import {
  DESIGN_KEY,
  type DesignAnswer,
  type DesignSchedule,
  scheduleDesign,
  unscheduleDesign,
} from './api.ts';
import { drawIcons, type IconSource } from './draw-icons.ts';

/** A publish at a time of its own, and calling it off. */
export function useScheduling(draftVersion: string, icon: IconSource) {
  const t = useTranslations('design');
  const format = useFormat();
  const client = useQueryClient();
  const keep = (answer: DesignAnswer) => client.setQueryData(DESIGN_KEY, answer);
  const set = useSubmission<DesignSchedule, DesignAnswer>({
    send: scheduleDesign,
    onSuccess(answer, { publishAtMs }) {
      keep(answer);
      notifyDone(t('schedule.done', { time: format.dateTime(publishAtMs, Date.now()) }));
    },
  });
  const off = useSubmission<null, DesignAnswer>({
    send: unscheduleDesign,
    onSuccess(answer) {
      keep(answer);
      notifyDone(t('schedule.gone'));
    },
  });
  return {
    schedule(publishAtMs: number) {
      void drawIcons(icon).then((icons) => set.mutate({ draftVersion, icons, publishAtMs }));
    },
    callOff: () => off.mutate(null),
    pending: set.isPending || off.isPending,
    error: set.error ?? off.error,
  };
}
