import { List, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl/react';
import { minorPerMajor } from '../../../src/domain/money.ts';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import { useSubmission } from '../api/use-submission.ts';
import { Confirm } from '../parts/confirm.tsx';
import { notifyDone } from '../parts/notify.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';
import { PROGRAMME_KEY, type ProgrammeAnswer, publishProgramme } from './api.ts';
import { type ProgrammeChange, TRIED_AMOUNT, tryPurchase } from './model.ts';
import { useChangeWords } from './use-change-words.ts';

type Props = {
  opened: boolean;
  onClose: () => void;
  programme: Programme;
  /** The newest version that was on the screen when these rules were decided, 0 for none. */
  seenVersion: number;
  onPublished: (answer: ProgrammeAnswer) => void;
  changes: ProgrammeChange[];
  notice: boolean;
  /** The rules that they replace; null where there are none. */
  before: Programme | null;
};

/** Says every change as a sentence, what it does to a purchase, and when, before it is published. */
export function PublishSheet({
  opened,
  onClose,
  programme,
  seenVersion,
  onPublished,
  changes,
  notice,
  before,
}: Props) {
  const t = useTranslations('programme');
  const client = useQueryClient();
  const changeWords = useChangeWords();
  const publish = useSubmission({
    send: publishProgramme,
    refresh: [PROGRAMME_KEY],
    onSuccess(answer) {
      client.setQueryData(PROGRAMME_KEY, answer);
      onPublished(answer);
      notifyDone(t('published'));
      onClose();
    },
  });
  const { currency: _, ...body } = programme;
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t('publishTitle')}
      action={t('publish')}
      pending={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutate({ ...body, seenVersion })}
      detail={
        <Stack gap="sm">
          {changes.length > 0 && (
            <List>
              {changes.map((change) => (
                <List.Item key={JSON.stringify(change)}>{changeWords(change)}</List.Item>
              ))}
            </List>
          )}
          {before && <Effect before={before} after={programme} />}
          <Text>{notice ? t('effectNotice') : t('effectNow')}</Text>
          <Text size="sm" c="dimmed">
            {t('earnedStays')}
          </Text>
        </Stack>
      }
    />
  );
}

/** What a purchase as everybody makes it earned, and will earn; nothing where it stays the same. */
function Effect({ before, after }: { before: Programme; after: Programme }) {
  const t = useTranslations('programme');
  const format = useFormat();
  const { shop } = useShop();
  const amountMinor = TRIED_AMOUNT * minorPerMajor(shop.currency);
  const [from, to] = [before, after].map((rules) => tryPurchase(rules, amountMinor, null).points);
  if (from === undefined || to === undefined || from === to) return null;
  return (
    <Text className="figures">
      {t('publishEffect', {
        amount: format.money(amountMinor, shop.currency),
        from: format.points(from),
        to: format.points(to),
      })}
    </Text>
  );
}
