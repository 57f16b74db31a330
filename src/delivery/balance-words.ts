/** The balance as one sentence (cân đối bằng lời): what is allocated, what is left or over, whose figures are missing. */
import { formatVietnamese, parsePlain } from '#base/decimal.ts';
import { type Division, exact, figureWords, gapWords, joiningOf, type Whole } from './allocation.ts';
import type { BalanceFigures } from './balance.ts';

const plain = (text: string): string => {
  const value = parsePlain(text);
  return value ? formatVietnamese(value) : text;
};

/** `Đã phân bổ 11.200/11.580 tỷ đồng, còn 380 tỷ đồng chưa phân bổ; 2 đơn vị chưa có số.` */
export function balanceWords(whole: Whole, division: Division, balance: BalanceFigures): string {
  const noun = division.dimension === 'organisation' ? 'đơn vị' : 'kỳ';
  if (balance.state === 'none') {
    return balance.parts === 0 ? 'Chưa phân bổ.' : `Chưa phân bổ: ${balance.parts} ${noun} đều chưa có số.`;
  }
  const first = firstWords(whole, division, balance, noun);
  const rest = [
    balance.missing > 0 && joiningOf(division) !== 'mean' ? `${balance.missing} ${noun} chưa có số` : null,
    balance.unweighed > 0 ? `${balance.unweighed} ${noun} chưa có trọng số` : null,
    balance.falls > 0 ? `${balance.falls} kỳ có số lũy kế thấp hơn kỳ trước` : null,
  ].filter((one) => one !== null);
  return `${[first, ...rest].join('; ')}.`;
}

/** `11.580 tỷ đồng`, `14 – 16%`. */
export function wholeWords({ value, valueMax, unit }: Whole): string {
  return valueMax === null
    ? figureWords(exact(value), unit)
    : `${plain(value)} – ${figureWords(exact(valueMax), unit)}`;
}

function firstWords(whole: Whole, division: Division, balance: BalanceFigures, noun: string): string {
  switch (joiningOf(division)) {
    case 'sum':
      return division.rule === 'share' ? shareWords(whole, balance) : sumWords(whole, balance, 'Đã phân bổ');
    case 'each':
      return eachWords(whole, balance, noun);
    case 'mean':
      return meanWords(whole, balance, noun);
    case 'last':
      return balance.allocated === null ? 'Kỳ cuối chưa có số' : levelWords(whole, balance, 'Kỳ cuối');
    default:
      return balance.allocated === null ? 'Kỳ cuối chưa có số' : sumWords(whole, balance, 'Lũy kế đến kỳ cuối');
  }
}

/** What is right or wrong about being below, at or above. */
const OVER = {
  'at-least': 'cao hơn kế hoạch',
  'at-most': 'vượt mức tối đa',
  exactly: 'vượt',
  within: 'vượt mức cao nhất',
} as const;

const isZero = (text: string) => exact(text).digits === 0n;

function strictWords(whole: Whole): string {
  if (!whole.strict) return '';
  return whole.wants === 'at-least'
    ? `, mới bằng mức trong khi chỉ tiêu là trên ${wholeWords(whole)}`
    : `, bằng mức tối đa trong khi chỉ tiêu là dưới ${wholeWords(whole)}`;
}

function sumWords(whole: Whole, balance: BalanceFigures, start: string): string {
  const allocated = balance.allocated as string;
  const done = `${start} ${plain(allocated)}/${wholeWords(whole)}`;
  if (!isZero(balance.over)) return `${done}, ${OVER[whole.wants]} ${gapWords(exact(balance.over), whole.unit)}`;
  if (!isZero(balance.unallocated)) {
    return `${done}, còn ${gapWords(exact(balance.unallocated), whole.unit)} chưa phân bổ`;
  }
  if (whole.valueMax !== null)
    return `${start} ${figureWords(exact(allocated), whole.unit)}, trong khoảng ${wholeWords(whole)}`;
  return `${start} đủ ${wholeWords(whole)}${strictWords(whole)}`;
}

function shareWords(whole: Whole, balance: BalanceFigures): string {
  const shares = exact(balance.shares ?? '0');
  const hundred = { digits: 100n * 10n ** BigInt(shares.scale), scale: shares.scale };
  const gap = { digits: hundred.digits - shares.digits, scale: shares.scale };
  const start = `Tổng tỷ trọng ${formatVietnamese(shares)}%`;
  if (gap.digits === 0n) return `${start}: đã phân bổ đủ ${wholeWords(whole)}`;
  const amount = gap.digits > 0n ? balance.unallocated : balance.over;
  const size = { ...gap, digits: gap.digits < 0n ? -gap.digits : gap.digits };
  const inUnits = isZero(amount) ? '' : ` (${gapWords(exact(amount), whole.unit)})`;
  return gap.digits > 0n
    ? `${start}, còn ${formatVietnamese(size)}%${inUnits} chưa phân bổ`
    : `${start}, vượt ${formatVietnamese(size)}%${inUnits}`;
}

function eachWords(whole: Whole, balance: BalanceFigures, noun: string): string {
  const at = balance.given - balance.below - balance.above;
  const level = whole.valueMax === null ? `bằng mức ${wholeWords(whole)}` : `trong khoảng ${wholeWords(whole)}`;
  const parts = [`${at}/${balance.parts} ${noun} ${level}`];
  if (balance.below > 0)
    parts.push(`${balance.below} ${noun} thấp hơn${whole.wants === 'at-most' ? ' (chặt hơn yêu cầu)' : ''}`);
  if (balance.above > 0) {
    const words = { 'at-least': ' (vượt yêu cầu)', 'at-most': ' mức tối đa', exactly: '', within: '' }[whole.wants];
    parts.push(`${balance.above} ${noun} cao hơn${words}`);
  }
  return `${parts.join(', ')}${at === balance.parts ? strictWords(whole) : ''}`;
}

function meanWords(whole: Whole, balance: BalanceFigures, noun: string): string {
  if (balance.allocated === null) return 'Chưa tính được bình quân: chưa có trọng số';
  const mean = figureWords(exact(balance.allocated), whole.unit);
  const some = balance.missing > 0 || balance.unweighed > 0;
  const start = some ? `Bình quân của các ${noun} đã có số là ${mean}` : `Bình quân ${mean}`;
  const against = `${start} (kế hoạch ${wholeWords(whole)})`;
  const first = !isZero(balance.over)
    ? `${against}, ${OVER[whole.wants]} ${gapWords(exact(balance.over), whole.unit)}`
    : !isZero(balance.unallocated)
      ? `${against}, thấp hơn ${gapWords(exact(balance.unallocated), whole.unit)}`
      : `${start}, ${whole.valueMax === null ? 'bằng' : 'trong khoảng'} kế hoạch ${wholeWords(whole)}${some ? '' : strictWords(whole)}`;
  if (balance.missing === 0) return first;
  const needed =
    balance.needed === null ? '' : `, phải đạt bình quân ${figureWords(exact(balance.needed), whole.unit)}`;
  return `${first}; ${balance.missing} ${noun} chưa có số${needed}`;
}

function levelWords(whole: Whole, balance: BalanceFigures, start: string): string {
  const done = `${start} ${figureWords(exact(balance.allocated as string), whole.unit)}`;
  if (!isZero(balance.over)) {
    return `${done} (kế hoạch ${wholeWords(whole)}), ${OVER[whole.wants]} ${gapWords(exact(balance.over), whole.unit)}`;
  }
  if (!isZero(balance.unallocated)) {
    return `${done} (kế hoạch ${wholeWords(whole)}), thấp hơn ${gapWords(exact(balance.unallocated), whole.unit)}`;
  }
  return `${done}, ${whole.valueMax === null ? 'bằng' : 'trong khoảng'} kế hoạch ${wholeWords(whole)}${strictWords(whole)}`;
}
