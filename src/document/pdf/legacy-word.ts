/**
 * Words in the encodings before Unicode (TCVN3, VNI): told by the name of their font, or by what they read as where a file
 * lost the name.
 */
import { convertLegacy, detectLegacy, isLegacyParagraph } from '#document/encoding/detect.ts';
import { fromLegacy, isCapitalFont, type LegacyEncoding, legacyEncodingOfFont } from '#document/encoding/legacy.ts';
import { isSyllable } from '#document/encoding/syllable.ts';
import type { PageWord } from '#document/page.ts';

/** What only an encoding of eight bits has between Vietnamese letters, or a font marked as symbols. */
const SUSPECT = /[\u00a1-\u00ff\uf0a1-\uf0ff]/;

/** Words in Unicode; most pages come back as they are. */
export function convertWords(words: readonly PageWord[]): readonly PageWord[] {
  const encodings = encodingsOf(words);
  if (encodings.size === 0) return words;
  const converted = [...words];
  for (let i = 0; i < words.length; ) {
    const first = words[i] as PageWord;
    const encoding = encodings.get(nameOf(first));
    let end = i + 1;
    while (end < words.length && isSameLine(first, words[end] as PageWord)) end++;
    if (encoding) {
      const line = words.slice(i, end);
      for (const [k, text] of convertLine(line, encoding).entries()) {
        converted[i + k] = { ...(line[k] as PageWord), text };
      }
    }
    i = end;
  }
  return converted;
}

/** By name of the font; empty where all is Unicode. */
function encodingsOf(words: readonly PageWord[]): Map<string, LegacyEncoding> {
  const texts = new Map<string, string[]>();
  const encodings = new Map<string, LegacyEncoding>();
  for (const word of words) {
    const name = nameOf(word);
    const said = texts.get(name);
    if (said) said.push(word.text);
    else texts.set(name, [word.text]);
  }
  const untold: [string, string][] = [];
  for (const [name, said] of texts) {
    const encoding = legacyEncodingOfFont(name);
    if (encoding) encodings.set(name, encoding);
    else if (said.some((text) => SUSPECT.test(text))) untold.push([name, said.join(' ')]);
  }
  for (const [name, text] of untold) {
    const encoding = detectLegacy(text);
    if (encoding) encodings.set(name, encoding);
  }
  // A font with few words goes the way of the others.
  const [usual] = encodings.values();
  for (const [name, text] of untold) {
    if (usual && !encodings.has(name) && isLegacyParagraph(text, usual)) encodings.set(name, usual);
  }
  return encodings;
}

function convertLine(line: readonly PageWord[], encoding: LegacyEncoding): string[] {
  const name = nameOf(line[0] as PageWord);
  const texts = line.map((word) => (encoding === 'tcvn3' ? withHyphenLetter(word.text) : word.text));
  // Whole lines, since the capitals of TCVN3 are known by their neighbours.
  const parts = convertLegacy(texts.join(' '), encoding).split(' ');
  const converted = parts.length === texts.length ? parts : texts.map((text) => convertLegacy(text, encoding));
  return converted.map((text) => (isCapitalFont(name) ? text.toUpperCase() : text).normalize('NFC'));
}

/** The letter ư of TCVN3 is Unicode's soft hyphen, which many files write as a hyphen: `n-íc` is `nước`. */
function withHyphenLetter(text: string): string {
  if (!text.includes('-') || text.length < 2) return text;
  const letters = text.replaceAll('-', '\u00ad');
  const word = fromLegacy(letters, 'tcvn3').replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return isSyllable(word.toLowerCase()) ? letters : text;
}

function isSameLine(a: PageWord, b: PageWord): boolean {
  const middle = b.box.y + b.box.height / 2;
  return nameOf(a) === nameOf(b) && middle > a.box.y && middle < a.box.y + a.box.height;
}

function nameOf(word: PageWord): string {
  return word.font?.name ?? '';
}
