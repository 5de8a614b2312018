import { describe, expect, test } from 'vitest';
import {
  type Checked,
  columnsOf,
  linesOf,
  nextBatch,
  readShipment,
  tallyOf,
  withAnswers,
} from '../../web/console/redemptions/ship-file.ts';

describe('the columns of a file of parcels', () => {
  test.each([
    [['兑换单号', '礼品', '收件人', '快递公司', '快递单号'], { number: 0, carrier: 3, trackingNumber: 4 }],
    [['兌換單號', '好禮', '物流公司', '物流單號'], { number: 0, carrier: 2, trackingNumber: 3 }],
    [['Redemption number', 'Carrier', 'Tracking number'], { number: 0, carrier: 1, trackingNumber: 2 }],
    [['运单号', '订单号'], { number: 1, carrier: null, trackingNumber: 0 }],
    [['单号', '快递单号', '快递'], { number: 0, carrier: 2, trackingNumber: 1 }],
    [['姓名', '电话'], { number: null, carrier: null, trackingNumber: null }],
  ])('of %o are found by their headings', (header, columns) => {
    expect(columnsOf(header)).toEqual(columns);
  });
});

describe('the lines of a file of parcels', () => {
  const columns = { number: 0, trackingNumber: 1, carrier: 2 };
  const read = (...rows: string[][]) =>
    linesOf(
      rows.map((cells, place) => ({ line: place + 2, cells })),
      columns,
      { locale: 'zh-CN', usual: '中通快递' },
    );

  test('name their carrier, else the number tells it, else it is the usual one', () => {
    const carriers = read(
      ['7F3K 9Q12', 'SF1390000000001', '京东物流'],
      ['7f3k9q12', 'SF1390000000001', ''],
      ['7F3K-9Q12', '88001', ''],
    ).map(({ carrier, fault }) => [carrier, fault]);
    expect(carriers).toEqual([
      ['京东物流', null],
      ['顺丰速运', null],
      ['中通快递', null],
    ]);
  });

  test('without a tracking number are left out: they are not packed yet', () => {
    expect(read(['7F3K9Q12', '', '']).length).toBe(0);
  });

  test('say what is wrong with them, and where they stand', () => {
    const faults = read(['1234', 'SF1', ''], ['7F3K9Q12', '7.35E+13', ''], ['1.2E+10', 'SF1', '']).map(
      ({ line, fault }) => [line, fault],
    );
    expect(faults).toEqual([
      [2, 'number'],
      [3, 'mangled'],
      [4, 'mangled'],
    ]);
  });
});

describe('a file on its way out', () => {
  const line = (place: number, outcome: Checked['outcome']): Checked => ({
    line: place,
    number: '7F3K9Q12',
    carrier: '顺丰速运',
    trackingNumber: 'SF1',
    fault: null,
    outcome,
    why: null,
    who: null,
    what: null,
  });
  const lines = [
    line(2, 'shipped'),
    line(3, 'refused'),
    ...Array.from({ length: 12 }, (_, at) => line(at + 4, 'ready')),
  ];

  test('goes on behind what was sent, a few lines at a time', () => {
    expect(nextBatch({ lines }).map((each) => each.line)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(tallyOf(lines)).toEqual({ ready: 12, shipped: 1, already: 0, refused: 1 });
  });

  test('takes in what became of some lines and leaves the others', () => {
    const answered = withAnswers(lines, new Map([[4, { outcome: 'shipped' as const, who: '林小满' }]]));
    expect(answered[2]).toEqual({ ...line(4, 'shipped'), who: '林小满' });
    expect(answered[3]).toEqual(line(5, 'ready'));
  });

  test('is read back as it was kept, and nothing else is', () => {
    const shipment = { fileName: '待发货.csv', key: 'k', lines };
    expect(readShipment(JSON.stringify(shipment))).toEqual(shipment);
    expect([readShipment(null), readShipment('{'), readShipment('{"lines":[]}')]).toEqual([null, null, null]);
  });
});
