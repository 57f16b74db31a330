/** Rows of a list that are nothing but a name and its amount. */
import { isOrder } from '#outline/order.ts';

/** An item that is nothing but a name and its amount: `Dự phòng chi ngân sách: 54.930 triệu đồng;`. */
export function isValueRow(text: string): boolean {
  if (text.length > 300) return false;
  const found = VALUE_ROW.exec(text);
  if (!found) return false;
  // `Phấn đấu thu ngân sách đạt 25.000 tỷ đồng` orders; a colon or `là` makes a label of what stands before.
  return found[2] !== undefined || !isOrder(found[1] as string);
}

const VALUE_ROW =
  /^([^:;]{3,220}?)(?:\s*\([^()]{1,160}\))?\s*((?::|\slà:?)\s*)?(?<![\d.,])\d[\d.,]*\s?(?:%|(?:nghìn |triệu |tỷ )?(?:tỷ )?(?:đồng|USD))(?:\s*\([^()]{1,200}\))?\s*[;.,]?$/u;
