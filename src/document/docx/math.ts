/** Formulas (công thức) in one line: `a/b`, `x²`; what has no such form is its letters in order. */

import { child, type Element } from './tree.ts';

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

export function readMath(element: Element): string {
  switch (element.name) {
    case 'm:t':
      return element.text;
    case 'm:f':
      return `${grouped(read(element, 'm:num'))}/${grouped(read(element, 'm:den'))}`;
    case 'm:sSup':
      return `${read(element, 'm:e')}${raised(read(element, 'm:sup'))}`;
    case 'm:rad':
      return `√${grouped(read(element, 'm:e'))}`;
    case 'm:d':
      return `(${element.children.map(readMath).join('')})`;
    default:
      return element.children.map(readMath).join('');
  }
}

function read(element: Element, name: string): string {
  const part = child(element, name);
  return part ? readMath(part) : '';
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`;
}

function raised(text: string): string {
  return /^\d+$/.test(text) ? [...text].map((digit) => SUPERSCRIPTS[digit]).join('') : `^${grouped(text)}`;
}
