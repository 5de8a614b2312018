import type { SettingsAnswer } from '../../src/features/settings/schemas.ts';
import type { ClosingAnswer } from '../../src/features/tenants/schemas.ts';

const FIGURES: SettingsAnswer['figures'] = {
  apiKeys: 2,
  origins: 1,
  memberQuestions: 3,
  memberQuestionPoints: 30,
  grantPoints: 2_000,
  dayPoints: 20_000,
  online: false,
  counter: true,
  lettersSent: 128,
  lettersFailed: 1,
};

/** A shop that has set everything. */
export const SETTINGS: SettingsAnswer = {
  settings: {
    branches: [
      {
        id: 'b1',
        name: '徐汇店',
        address: '上海市徐汇区安福路 1 号',
        phone: '021-5555 0001',
        hours: '每天 10:00–21:00',
        mapUrl: 'https://maps.example.com/1',
        pickUp: true,
      },
      {
        id: 'b2',
        name: '静安店',
        address: '上海市静安区南京西路 2 号',
        phone: null,
        hours: null,
        mapUrl: null,
        pickUp: true,
      },
    ],
    delivery: {
      ships: true,
      pickUp: true,
      areas: [{ country: 'CN', regions: ['SH', 'GD'] }],
      fee: { amountMinor: 1000, freeFromPoints: 500 },
    },
    returns: { days: 7, texts: { 'zh-CN': '保留吊牌，来回邮费各半，积分原路退回。' } },
    languages: ['zh-CN', 'en'],
    developers: true,
  },
  pickUp: true,
  developers: true,
  figures: FIGURES,
  plan: { activeMembers: 37, activeMembersMax: 200, since: '2026-11-01' },
};

/** One that has set nothing. */
export const NO_SETTINGS: SettingsAnswer = {
  settings: { branches: null, delivery: null, returns: null, languages: null, developers: null },
  pickUp: false,
  developers: false,
  figures: {
    ...FIGURES,
    apiKeys: 0,
    origins: 0,
    memberQuestions: 0,
    memberQuestionPoints: 0,
    counter: false,
    lettersSent: 0,
    lettersFailed: 0,
  },
  plan: { activeMembers: 0, activeMembersMax: 200, since: '2026-11-01' },
};

export const OWED: ClosingAnswer = {
  holders: 37,
  heldPoints: 48_210,
  toFulfil: 6,
  vouchers: 4,
  awaitingPayment: 1,
  refunds: 2,
  paidMinor: 12_800,
  marginPercent: 60,
};

export const NOTHING_OWED: ClosingAnswer = {
  holders: 0,
  heldPoints: 0,
  toFulfil: 0,
  vouchers: 0,
  awaitingPayment: 0,
  refunds: 0,
  paidMinor: 0,
  marginPercent: null,
};
