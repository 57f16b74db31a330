/** Tệp gốc, ảnh trang, nội dung: what was uploaded and what was read, to look at. */
import type { Readable } from 'node:stream';
import { Readable as Stream } from 'node:stream';
import { err, ok } from '#base/result.ts';
import { documentRoutes } from '#contract/document.ts';
import { problem } from '#contract/problem.ts';
import type { RouteInput } from '#contract/route.ts';
import { findBlob, readBytes, readPieces } from '#store/blobs.ts';
import { findDocument } from '#store/documents.ts';
import { findReading, findText } from '#store/readings.ts';
import { noteOpening } from './distribution.ts';
import type { StoredLayout } from './document-layout.ts';
import { NO_DOCUMENT, NOTHING_KEPT } from './document-library.ts';
import { countsOf, marksOf, outlineOf, warningsOf } from './document-marks.ts';
import { fileWorksOf } from './file-works.ts';
import { behind, type UseCase } from './usecase.ts';

export interface FileOut {
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  /** Opens the bytes, piece by piece. */
  readonly bytes: () => Readable;
}

const FILE = documentRoutes['GET /documents/:id/file'];
const PICTURE = documentRoutes['GET /documents/:id/pages/:page.png'];

export const downloadFile: UseCase<RouteInput<typeof FILE>, FileOut> = {
  name: 'document.download',
  access: FILE.access,
  machines: FILE.machines,
  kind: 'read',
  run: async (context, { id }) => {
    const row = await findDocument(context, id);
    if (!row) return err(NO_DOCUMENT);
    const blob = row.sha256 === null ? undefined : await findBlob(context, row.sha256);
    if (!blob) return err(NOTHING_KEPT);
    const { db, provinceId } = context;
    return ok({
      fileName: row.file_name,
      size: blob.size,
      sha256: blob.sha256,
      bytes: () => Stream.from(readPieces({ db, provinceId }, blob.sha256)),
    });
  },
};

export interface PictureOut {
  /** Changes when the picture would. */
  readonly tag: string;
  /** Draws it; not called for who has it already. */
  readonly draw: () => Promise<Uint8Array | null>;
}

export const showPage: UseCase<RouteInput<typeof PICTURE>, PictureOut> = {
  name: 'document.show-page',
  access: PICTURE.access,
  machines: true,
  kind: 'read',
  run: async (context, { id, page, dpi }) => {
    const row = await findDocument(context, id);
    if (!row) return err(NO_DOCUMENT);
    const blob = row.sha256 === null ? undefined : await findBlob(context, row.sha256);
    if (!blob || row.sha256 === null) return err(NOTHING_KEPT);
    if (row.pages === null || page > row.pages) return err(NO_PAGE);
    const { services, db, provinceId } = context;
    return ok({
      tag: `${blob.sha256.slice(0, 32)}-${page}-${dpi}`,
      draw: async () => {
        const bytes = await readBytes({ db, provinceId }, blob.sha256, blob.size);
        const limits = { bytes: Math.max(services.settings.uploadBytes, blob.size) };
        const drawn = await fileWorksOf(services).picture(bytes, row.file_name, page, { dpi, limits });
        return drawn.ok ? drawn.value : null;
      },
    });
  },
};

export const NO_PAGE = problem(
  404,
  'no-such-page',
  'Văn bản không có ảnh trang này.',
  'There is no picture of this page.',
);

export const showText = behind(
  documentRoutes['GET /documents/:id/text'],
  'document.show-text',
  'read',
  async (context, { id, words }) => {
    const [row, stored, reading] = await Promise.all([
      findDocument(context, id),
      findText(context, id),
      findReading(context, id),
    ]);
    if (!row || !stored) return err(NO_DOCUMENT);
    context.afterwards(() => noteOpening(context.services, context.actor, id));
    const layout = stored.layout as StoredLayout;
    return ok({
      text: stored.text,
      format: row.format,
      pages: [...layout.pages],
      words: words ? layout.words.map((word) => word.slice(0, 7)) : null,
      doubts: layout.doubts.map(([start, end]) => [start, end] as [number, number]),
      warnings: warningsOf(layout.warnings, reading?.body ?? null),
      marks: reading ? marksOf(reading.body) : [],
      outline: reading ? outlineOf(reading.body, stored.text) : [],
      counts: countsOf(reading?.body ?? null),
    });
  },
);
