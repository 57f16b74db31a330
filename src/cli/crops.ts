/** Pictures of the numbers that recognition is not sure of, cut from their pages, for a person to compare. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Refusal, refusal } from '#base/refusal.ts';
import { type Box, type Document, type Limits, type Place, placesOf } from '#document/model.ts';
import type { Opener } from '#document/open.ts';
import { mayBeNumber } from '#reading/doubts.ts';
import type { Crop } from '#render/origin.ts';
import { writeWhole } from './output.ts';
import { systemRefusal, withOption } from './refusal.ts';

/** More pictures of one file than this are of no use to anybody. */
const MOST = 500;
/** What is shown to the left and to the right of a number, points: a word or two. */
const BESIDE = 70;
const DPI = 200;
/** Names of pictures: `trang-003-02.png`. */
const OURS = /^trang-\d{3,}-\d{2,}\.png$/;

export interface CropOrder {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly document: Document;
  /** Where the pictures go; its own name leads the paths of the crops. */
  readonly folder: string;
  readonly limits: Limits;
  readonly signal: AbortSignal;
}

export interface Crops {
  readonly crops: readonly Crop[];
  /** Why there are not all of them, when there are not. */
  readonly missing: Refusal | null;
}

/** Writes the pictures; those of an earlier run go. A file without doubts leaves no folder. */
export async function writeCrops(opener: Opener, order: CropOrder): Promise<Crops> {
  const { bytes, file, document, folder, limits, signal } = order;
  const crops: Crop[] = [];
  try {
    await removeOld(folder);
    const onPage = new Map<number, number>();
    for (const doubt of document.doubts) {
      const place = placesOf(document, doubt)[0];
      if (!place || !mayBeNumber(document.text.slice(doubt.start, doubt.end))) continue;
      if (crops.length >= MOST) return { crops, missing: TOO_MANY };
      const box = widen(place, document);
      const picture = await opener.pagePicture(bytes, file, place.page, { dpi: DPI, box, limits, signal });
      if (!picture.ok) return { crops, missing: withOption(picture.error) };
      const nth = (onPage.get(place.page) ?? 0) + 1;
      onPage.set(place.page, nth);
      const name = `trang-${String(place.page).padStart(3, '0')}-${String(nth).padStart(2, '0')}.png`;
      if (crops.length === 0) await mkdir(folder, { recursive: true });
      await writeWhole(join(folder, name), picture.value);
      crops.push({ span: doubt, page: place.page, path: `${basename(folder)}/${name}` });
    }
    return { crops, missing: null };
  } catch (error) {
    return { crops, missing: systemRefusal(error) };
  }
}

const TOO_MANY = refusal(
  `có hơn ${MOST} con số nhận dạng chưa chắc nên chỉ ghi ảnh của ${MOST} số đầu; bản chụp này cần quét lại rõ hơn`,
  `over ${MOST} numbers are not surely recognised, only the first ${MOST} were cut out; scan the document again, clearer`,
);

/** The number with what stands beside it in its line. */
function widen({ page, box }: Place, document: Document): Box {
  const width = document.pages.find(({ number }) => number === page)?.width ?? Number.POSITIVE_INFINITY;
  const x = Math.max(0, box.x - BESIDE);
  return { ...box, x, width: Math.min(width, box.x + box.width + BESIDE) - x };
}

async function removeOld(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (OURS.test(name)) await rm(join(folder, name), { force: true });
}
