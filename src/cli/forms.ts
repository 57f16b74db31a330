/** A document and its reading in the form that was asked for. */
import { exhaustive } from '#base/exhaustive.ts';
import type { Span } from '#base/span.ts';
import { type Document, placesOf } from '#document/model.ts';
import type { Reading } from '#reading/model.ts';
import { writeAkn } from '#render/akn.ts';
import { type JsonReading, toJson, writeJson } from '#render/json.ts';
import { writeMarkdown } from '#render/markdown.ts';
import type { Crop, Origin } from '#render/origin.ts';
import { writeTable } from '#render/table.ts';
import { writeWorkbook } from '#render/workbook.ts';
import type { ReadOrder } from './arguments.ts';
import { colourOf, widthOfTerminal } from './terminal.ts';

/** What is written for one document. */
export async function renderDocument(
  reading: Reading,
  document: Document,
  file: string,
  { format, unread, out }: ReadOrder,
  crops: readonly Crop[] = [],
): Promise<string | Uint8Array> {
  const { text } = document;
  const origin = originOf(document, crops);
  switch (format) {
    case 'table': {
      const look = out === null ? { width: widthOfTerminal(), colour: colourOf(process.stdout) } : {};
      return writeTable(reading, text, { ...look, unread, file, origin });
    }
    case 'md':
      return writeMarkdown(reading, text, { unread, file, origin });
    case 'json':
      return writeJson(toJson(reading, file, origin));
    case 'xlsx':
      return writeWorkbook(reading, text, { file, origin });
    case 'akn':
      return writeAkn(reading, text, { file });
    case 'text':
      return text;
    default:
      return exhaustive(format);
  }
}

export function toJsonReading(reading: Reading, document: Document, file: string): JsonReading {
  return toJson(reading, file, originOf(document, []));
}

function originOf(document: Document, crops: readonly Crop[]): Origin {
  const { format, pages, warnings } = document;
  const places = { placesOf: (span: Span) => placesOf(document, span) };
  return { format, pages, warnings, ...places, ...(crops.length > 0 ? { crops } : {}) };
}
