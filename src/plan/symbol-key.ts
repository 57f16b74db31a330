/** One spelling for the symbol of a document (số, ký hiệu), so that what is cited is found however it was typed. */
import { bare } from '#base/fold.ts';

/**
 * Case, Đ and D, kinds of dashes, spaces and leading zeros make no difference.
 *
 * @example symbolKey('Số 01 – NQ/TU') // '1-nq/tu'
 * @example symbolKey('63/2020/NQ-HĐND') // '63/2020/nq-hdnd'
 */
export function symbolKey(symbol: string): string {
  return bare(symbol)
    .trim()
    .replace(/^so[\s:]+/, '')
    .replace(/\s*([/-])\s*/g, '$1')
    .replace(/\s+/g, '-')
    .replace(/^0+(?=\d)/, '')
    .replace(/[.,;:]+$/, '');
}
