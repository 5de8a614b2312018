import { Alert, NativeSelect, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDots, IconHanger, IconSchool, IconScissors } from '@tabler/icons-react';
import { useTranslations } from 'use-intl/react';
import { INDUSTRIES } from '../../../src/domain/industry.ts';
import { parseAmountMinor, typedAmount } from '../../../src/domain/money.ts';
import { useSubmission } from '../api/use-submission.ts';
import { DESIGN_KEY } from '../design/api.ts';
import { useLanguage } from '../locale/locale-provider.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { ME_KEY, useShop } from '../session/session.ts';
import { currencyOptions } from '../sign-up/choices.ts';
import { changeTenant, type TenantChanges } from '../tenants/api.ts';
import { ProgrammeSentences } from './programme-sentences.tsx';
import type { StepProps } from './step.ts';
import { TypedFigure } from './typed-figure.tsx';
import { TypicalMemberLine } from './typical-member-line.tsx';
import { industryOf } from './use-plan.ts';

const ICONS = { clothing: IconHanger, beauty: IconScissors, courses: IconSchool, other: IconDots };
const PERCENT_MAX = 100;

/** The trade, two figures, and what follows from them: rules in sentences and a member for whom they hold. */
export function BusinessStep({ tell, plan }: StepProps) {
  const t = useTranslations('start.business');
  const { shop } = useShop();
  const { locale } = useLanguage();
  const change = useSubmission({ send: changeTenant, refresh: [ME_KEY, DESIGN_KEY] });
  const asked = change.isPending ? change.variables : {};
  const industry = industryOf(asked.industry ?? shop.industry);
  const currency = asked.currency ?? shop.currency;
  const { template } = plan;
  // Figures of another trade or another money say nothing here.
  const anew = (changes: Pick<TenantChanges, 'industry' | 'currency'>) => {
    tell({ averageOrderMinor: null, marginPercent: null, picks: {} });
    change.mutate(changes);
  };
  return (
    <div className="startColumns">
      <Stack gap="lg">
        <Radio.Group
          aria-label={t('title')}
          value={industry}
          onChange={(chosen) => anew({ industry: industryOf(chosen) })}
        >
          <SimpleGrid cols={2} spacing="xs">
            {INDUSTRIES.map((each) => {
              const Icon = ICONS[each];
              return (
                <Radio.Card key={each} value={each} className="startCard startCardSmall">
                  <span className="startCardIcon">
                    <Icon size={22} aria-hidden />
                  </span>
                  <span className="startCardName">{t(`names.${each}`)}</span>
                </Radio.Card>
              );
            })}
          </SimpleGrid>
        </Radio.Group>
        <div className="startFigures">
          <TypedFigure
            key={`order ${industry} ${currency}`}
            label={t('averageOrder')}
            value={typedAmount(template.averageOrderMinor, currency)}
            read={(text) => aboveNone(parseAmountMinor(text, currency))}
            onRead={(averageOrderMinor) => tell({ averageOrderMinor })}
          />
          <NativeSelect
            label={t('currency')}
            data={currencyOptions(locale)}
            value={currency}
            onChange={({ currentTarget }) => anew({ currency: currentTarget.value })}
          />
          <TypedFigure
            key={`margin ${industry}`}
            label={t('margin')}
            unit="%"
            value={String(template.marginPercent)}
            read={percentOf}
            onRead={(marginPercent) => tell({ marginPercent })}
          />
        </div>
        {plan.tooThin && (
          <Alert color="orange" variant="light">
            <Text c="var(--mantine-color-text)">{t('tooThin')}</Text>
          </Alert>
        )}
        <ProblemAlert error={change.error} />
      </Stack>
      <Stack gap="lg">
        <ProgrammeSentences programme={plan.programme} />
        <TypicalMemberLine member={plan.member} />
      </Stack>
    </div>
  );
}

function aboveNone(amountMinor: number | null): number | null {
  return amountMinor !== null && amountMinor > 0 ? amountMinor : null;
}

function percentOf(text: string): number | null {
  const percent = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return percent <= PERCENT_MAX ? percent : null;
}
