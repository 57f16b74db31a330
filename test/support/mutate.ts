/** Damage as transport, disks and malice do it: the same at every run for the same random numbers. */
import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../makers/random.ts';
import { MADE } from './hostile.ts';

const pick = (random: Random, below: number) => Math.floor(random() * below);

/** Numbers that programs stumble over. */
const EXTREMES = [
  '0',
  '-1',
  '1',
  '65535',
  '2147483647',
  '-2147483648',
  '4294967296',
  '99999999999999999999',
  '1e308',
  '-0.00001',
];

/** Some damage to bytes: flipped bits, noise, nought bytes, parts lost, doubled or moved, numbers made extreme. */
export function damage(bytes: Uint8Array, random: Random): Uint8Array {
  let damaged: Uint8Array = bytes.slice();
  const times = 1 + pick(random, 6);
  for (let i = 0; i < times && damaged.length > 0; i++) damaged = damageOnce(damaged, random);
  return damaged;
}

function damageOnce(bytes: Uint8Array, random: Random): Uint8Array {
  const at = pick(random, bytes.length);
  const length = 1 + pick(random, Math.min(bytes.length - at, random() < 0.8 ? 40 : 4000));
  switch (pick(random, 9)) {
    case 0:
    case 1:
      bytes[at] = (bytes[at] as number) ^ (1 << pick(random, 8));
      return bytes;
    case 2:
      for (let i = at; i < at + length; i++) bytes[i] = pick(random, 256);
      return bytes;
    case 3:
      return bytes.fill(0, at, at + length);
    case 4:
      return random() < 0.3 ? bytes.slice(0, at) : join(bytes.subarray(0, at), bytes.subarray(at + length));
    case 5:
      return join(bytes.subarray(0, at + length), bytes.subarray(at));
    case 6:
      return splice(bytes, at, length, pick(random, bytes.length));
    default:
      return changeNumber(bytes, at, random);
  }
}

/** A part put somewhere else. */
function splice(bytes: Uint8Array, at: number, length: number, target: number): Uint8Array {
  const part = bytes.slice(at, at + length);
  return join(bytes.subarray(0, target), part, bytes.subarray(target));
}

/** The next number written in digits becomes an extreme one. */
function changeNumber(bytes: Uint8Array, from: number, random: Random): Uint8Array {
  const isDigit = (at: number) => (bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39;
  let start = from;
  while (start < bytes.length && !isDigit(start)) start++;
  let end = start;
  while (end < bytes.length && isDigit(end)) end++;
  const extreme = EXTREMES[pick(random, EXTREMES.length)] as string;
  return join(bytes.subarray(0, start), Buffer.from(extreme), bytes.subarray(end));
}

/**
 * Damage inside of an archive: its XML parts are damaged and packed anew, so that checksums are right and the damage
 * reaches the readers of the parts.
 */
export function damageInside(archive: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(archive);
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));
  const times = 1 + pick(random, 2);
  for (let i = 0; i < times; i++) {
    const name = (random() < 0.5 ? 'word/document.xml' : names[pick(random, names.length)]) as string;
    const part = parts[name];
    if (part) parts[name] = new Uint8Array(random() < 0.6 ? damageXml(part, random) : damage(part, random));
  }
  if (random() < 0.1) delete parts[names[pick(random, names.length)] as string];
  return zipSync(parts, { level: 1, mtime: MADE });
}

/** Damage that leaves the XML well formed: elements doubled, moved, lost or nested in others, and values exchanged. */
function damageXml(part: Uint8Array, random: Random): Uint8Array {
  const text = new TextDecoder().decode(part);
  const elements = [
    ...text.matchAll(/<(w:(?:p|r|t|tr|tc|tbl|pPr|rPr|numPr|sdt|hyperlink|ins|del|footnote)|\w+)\b[^>]*>/g),
  ];
  const element = elements[pick(random, elements.length)];
  if (!element) return part;
  const start = element.index;
  const close = text.indexOf(`</${element[1]}>`, start);
  const end = element[0].endsWith('/>') || close < 0 ? start + element[0].length : close + `</${element[1]}>`.length;
  const whole = text.slice(start, end);
  const changed = () => {
    switch (pick(random, 6)) {
      case 0:
        return whole.repeat(1 + pick(random, 60));
      case 1:
        return '';
      case 2:
        return `<w:sdt><w:sdtContent>${whole}</w:sdtContent></w:sdt>`.repeat(2);
      case 3:
        return whole.replace(/="[^"]*"/, () => `="${EXTREMES[pick(random, EXTREMES.length)]}"`);
      case 4:
        return whole.replace(/="(\d+)"/g, () => `="${EXTREMES[pick(random, EXTREMES.length)]}"`);
      default:
        return `<w:p>${whole}</w:p>`;
    }
  };
  return new TextEncoder().encode(text.slice(0, start) + changed() + text.slice(end));
}

function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
