/** A file that has pages, whether it is a PDF or a picture: what `paged.ts` reads and `picture.ts` shows. */
import type { Issue } from '#base/issue.ts';
import { err, ok, type Result } from '#base/result.ts';
import { letGo } from './memory.ts';
import type { FileRefusal } from './model.ts';
import type { PageContent } from './page.ts';
import type { TextQuality } from './pdf/quality.ts';
import type { Raster } from './raster.ts';

export interface PageSource {
  readonly pageCount: number;
  /** What is known so far. */
  readonly warnings: readonly Issue[];
  /** Points, as shown; pages count from 1. */
  pageSize(page: number): { readonly width: number; readonly height: number };
  textQuality(page: number): TextQuality;
  /** What the file itself says; null when it has no text of its own. */
  content(page: number): PageContent | null;
  /** The resolution at which its characters are recognised best. */
  bestDpi(page: number): number;
  /** Drawn at `dpi`; a scanned picture comes at its own resolution. */
  raster(page: number, dpi: number): Promise<Result<Raster, FileRefusal>>;
  close(): void;
}

/** Scans are read as fine as they are, within what serves recognition; pages that were not scanned at the lower end. */
const LEAST_DPI = 200;
const MOST_DPI = 300;

/** `consume` lets the bytes go where the reader has a copy of its own. */
export async function openPages(
  bytes: Uint8Array,
  format: 'pdf' | 'image',
  consume = false,
): Promise<Result<PageSource, FileRefusal>> {
  return format === 'pdf' ? openPdfPages(bytes, consume) : openPicturePages(bytes);
}

async function openPdfPages(bytes: Uint8Array, consume: boolean): Promise<Result<PageSource, FileRefusal>> {
  const { openPdf } = await import('./pdf/pdf.ts');
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  if (consume) letGo(bytes);
  const pdf = opened.value;
  return ok({
    pageCount: pdf.pageCount,
    get warnings() {
      return pdf.warnings;
    },
    pageSize: (page) => pdf.pageSize(page),
    textQuality: (page) => pdf.textQuality(page),
    content: (page) => pdf.content(page),
    bestDpi: (page) => Math.min(MOST_DPI, Math.max(LEAST_DPI, pdf.imageDpi(page) ?? LEAST_DPI)),
    raster: async (page, dpi) => ok(pdf.raster(page, dpi)),
    close: () => pdf.close(),
  });
}

async function openPicturePages(bytes: Uint8Array): Promise<Result<PageSource, FileRefusal>> {
  const { DamagedPicture, openImage } = await import('./image/picture.ts');
  const opened = await openImage(bytes);
  if (!opened.ok) return opened;
  const picture = opened.value;
  return ok({
    pageCount: picture.pageCount,
    warnings: [],
    pageSize: (page) => picture.pageSize(page),
    textQuality: () => 'none',
    content: () => null,
    bestDpi: () => MOST_DPI,
    raster: async (page) => {
      try {
        return ok(await picture.raster(page));
      } catch (error) {
        if (error instanceof DamagedPicture) return err(error.refusal);
        throw error;
      }
    },
    close: () => picture.close(),
  });
}
