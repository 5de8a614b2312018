import { Badge, Box, Checkbox, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { numberOf } from '../../../src/domain/redemption/redemption-number.ts';
import { RewardPicture } from '../catalogue/reward-picture.tsx';
import { memberName } from '../members/model.ts';
import { useFormat } from '../session/use-format.ts';
import { Age } from './age.tsx';
import type { ListedRedemption } from './api.ts';
import { whyUndone } from './cash.ts';
import { CashBadge } from './cash-badge.tsx';
import { addressLines, isLate } from './model.ts';
import { StateBadge } from './state-badge.tsx';
import { useLineWords } from './use-line-words.ts';

type Props = {
  redemption: ListedRedemption;
  showMember?: boolean;
  /** What can be done about it without opening it. */
  action?: ReactNode;
  /** A box to tick, for what is done about many at once. */
  pick?: { picked: boolean; onPick: (picked: boolean) => void };
  /** Opens it beside the list; left to the link where it answers false. */
  onOpen?: (redemption: ListedRedemption) => boolean;
};

/** One redemption on a list: what, who, points, where to, how long it has waited. */
export function RedemptionRow({ redemption, showMember = true, action, pick, onOpen }: Props) {
  const t = useTranslations('redemptions');
  const format = useFormat();
  const lineWords = useLineWords();
  const createdAtMs = Date.parse(redemption.createdAt);
  const place = redemption.delivery ? addressLines(redemption.delivery) : null;
  const name = redemption.lines.map(lineWords).join(t('listComma'));
  const open = (event: MouseEvent) => {
    // A new tab is a new tab.
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (plain && onOpen?.(redemption)) event.preventDefault();
  };
  return (
    <li className="rowWithAction">
      {pick && (
        <Box component="label" className="rowPick">
          <Checkbox
            size="md"
            aria-label={t('pick', { name: `${name} ${numberOf(redemption.id)}` })}
            checked={pick.picked}
            onChange={({ currentTarget }) => pick.onPick(currentTarget.checked)}
          />
        </Box>
      )}
      <Link
        to="/redemptions/$memberId/$redemptionId"
        params={{ memberId: redemption.memberId, redemptionId: redemption.id }}
        className="rowLink"
        onClick={open}
      >
        <Stack gap={4} pl={pick ? 4 : 'md'} pr="md" py="sm">
          <Group wrap="nowrap" gap="sm" align="flex-start">
            <RewardPicture url={redemption.pictureUrl} side={56} />
            <Stack gap={2} style={{ minWidth: 0, flex: 1 }}>
              <Text fw={600} lineClamp={2}>
                {name}
              </Text>
              {showMember && redemption.member && <Text truncate>{memberName(redemption.member)}</Text>}
              <Waits redemption={redemption} />
            </Stack>
            <Stack gap={4} align="flex-end" style={{ flexShrink: 0, whiteSpace: 'nowrap' }}>
              <Text className="figures">
                {format.points(redemption.points)}
                {redemption.payment &&
                  ` + ${format.money(redemption.payment.amountMinor, redemption.payment.currency)}`}
              </Text>
              <StateBadge state={redemption.state} />
              {redemption.payment && <CashBadge payment={redemption.payment} />}
              {redemption.cancelRequest?.state === 'open' && (
                <Badge color="red.8" variant="filled" tt="none">
                  {t('cancelAsked')}
                </Badge>
              )}
              <Age atMs={createdAtMs} late={isLate(redemption.state, createdAtMs, Date.now())} />
            </Stack>
          </Group>
          <Text size="sm" c="dimmed" truncate>
            {[numberOf(redemption.id), redemption.branch?.name, place?.person, place?.place]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Stack>
      </Link>
      {action}
    </li>
  );
}

/** What it waits for, or why it came to nothing. */
function Waits({ redemption }: { redemption: ListedRedemption }) {
  const t = useTranslations('redemptions');
  const cash = useTranslations('cash');
  const format = useFormat();
  const { state, payment } = redemption;
  const why = whyUndone(redemption);
  const time = (at: string) => format.dateTime(Date.parse(at), Date.now());
  const words =
    state === 'awaiting_payment' && payment
      ? cash(`awaits.${payment.method}`, { time: time(payment.payUntil) })
      : why && t(`why.${why}`);
  if (!words) return null;
  return <Text size="sm">{words}</Text>;
}
