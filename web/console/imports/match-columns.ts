import type { ImportColumn } from '../../../src/domain/imports/listed-row.ts';

/** What a shop's lists call their columns, in the writing that `plainName` leaves. */
const NAMES: Record<ImportColumn, readonly string[]> = {
  phone: [
    ...['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', '会员手机', '会员电话'],
    ...['手機', '手機號', '手機號碼', '行動電話', '電話', '電話號碼', '聯絡電話', '會員電話'],
    ...[
      'phone',
      'phonenumber',
      'phoneno',
      'mobile',
      'mobilenumber',
      'mobilephone',
      'cell',
      'tel',
      'telephone',
    ],
  ],
  email: [
    '邮箱',
    '電子信箱',
    '电子邮箱',
    '电子邮件',
    '邮件',
    '電子郵件',
    '信箱',
    '郵箱',
    'email',
    'emailaddress',
    'mail',
  ],
  externalId: [
    ...['会员号', '会员编号', '会员卡号', '卡号', '编号', '會員編號', '會員號碼', '會員卡號', '卡號', '編號'],
    ...[
      'id',
      'cardnumber',
      'cardorcustomernumber',
      '卡号或客户编号',
      '卡號或客戶編號',
      'cardno',
      'card',
      'memberid',
      'membernumber',
      'memberno',
      'customerid',
      'externalid',
    ],
  ],
  displayName: [
    ...[
      '姓名',
      '名字',
      '会员姓名',
      '会员名称',
      '客户姓名',
      '称呼',
      '會員姓名',
      '會員名稱',
      '客戶姓名',
      '稱呼',
    ],
    ...['name', 'fullname', 'membername', 'customername', 'customer', 'member'],
  ],
  points: [
    ...['积分', '可用积分', '剩余积分', '当前积分', '积分余额', '会员积分', '余额', '總點數', '总积分'],
    ...['點數', '可用點數', '剩餘點數', '目前點數', '點數餘額', '會員點數', '積分', '餘額'],
    ...['points', 'balance', 'pointsbalance', 'pointbalance', 'availablepoints', 'currentpoints'],
  ],
  expires: [
    ...['积分有效期至', '點數有效期限', 'pointsvaliduntil'],
    ...['到期', '到期日', '到期日期', '到期时间', '有效期', '有效期至', '有效期限', '过期时间', '过期日期'],
    ...['到期時間', '有效日期', '過期日', '失效日期'],
    ...[
      'expires',
      'expiry',
      'expirydate',
      'expireson',
      'expirationdate',
      'expiration',
      'validuntil',
      'validto',
    ],
  ],
  memberSince: [
    ...['入会日期', '入会时间', '注册日期', '注册时间', '开卡日期', '办卡日期', '开卡时间', '加入日期'],
    ...['入會日期', '入會時間', '註冊日期', '註冊時間', '開卡日期', '辦卡日期'],
    ...[
      'membersince',
      'joined',
      'joindate',
      'joinedon',
      'registered',
      'registrationdate',
      'signupdate',
      'created',
    ],
  ],
  note: ['备注', '说明', '備註', '說明', 'note', 'notes', 'remark', 'remarks', 'comment', 'comments'],
};

/** A column's name without what two lists write differently: letters' size and width, spaces, signs, units. */
export function plainName(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(].*?[)）]/g, '')
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

/** What somebody chose for a column of this name before; null: to leave it out. */
export type RememberedColumns = { [name: string]: ImportColumn | null };

/** What each column says, by what was chosen before and by its name; nothing twice. Null is left out. */
export function matchColumns(
  header: readonly string[],
  remembered: RememberedColumns,
): (ImportColumn | null)[] {
  const taken = new Set<ImportColumn>();
  return header.map((cell) => {
    const name = plainName(cell);
    const known = Object.hasOwn(remembered, name) ? (remembered[name] ?? null) : meaningOf(name);
    if (known === null || taken.has(known)) return null;
    taken.add(known);
    return known;
  });
}

function meaningOf(name: string): ImportColumn | null {
  const found = Object.entries(NAMES).find(([, names]) => names.includes(name));
  return (found?.[0] ?? null) as ImportColumn | null;
}

/** The same columns with one of them said to mean something: whatever meant it before is left out. */
export function setColumn(
  columns: readonly (ImportColumn | null)[],
  place: number,
  meaning: ImportColumn | null,
): (ImportColumn | null)[] {
  return columns.map((each, other) => {
    if (other === place) return meaning;
    return meaning !== null && each === meaning ? null : each;
  });
}

/** The choices to remember, with those of before that this file says nothing of. */
export function rememberedAfter(
  before: RememberedColumns,
  header: readonly string[],
  columns: readonly (ImportColumn | null)[],
): RememberedColumns {
  const chosen = header.flatMap((cell, place): [string, ImportColumn | null][] => {
    const name = plainName(cell);
    return name === '' ? [] : [[name, columns[place] ?? null]];
  });
  return { ...before, ...Object.fromEntries(chosen) };
}
