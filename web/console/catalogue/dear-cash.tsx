import { useTranslations } from 'use-intl/react';
import { parseAmountMinor } from '../../../src/domain/money.ts';
import { Confirm } from '../parts/confirm.tsx';
import { useShop } from '../session/session.ts';
import { useFormat } from '../session/use-format.ts';

type Props = {
  opened: boolean;
  mixCash: string;
  marketPrice: string;
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks once about cash that is more than the reward sells for. */
export function DearCash({ opened, mixCash, marketPrice, onClose, onConfirm }: Props) {
  const t = useTranslations('cash');
  const format = useFormat();
  const { currency } = useShop().shop;
  const money = (typed: string) => format.money(parseAmountMinor(typed, currency) ?? 0, currency);
  const amounts = { cash: money(mixCash), market: money(marketPrice) };
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t('mixDearTitle')}
      detail={t('mixDear', amounts)}
      action={t('mixDearConfirm', amounts)}
      pending={false}
      error={null}
      onConfirm={onConfirm}
    />
  );
}
