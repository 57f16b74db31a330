/** What is asked of the process that opens files, and where it listens. */
import type { Box, Limits, OcrMode } from '../model.ts';

/** The file descriptor that both sides speak over. */
export const CHANNEL = 3;

export type Order = OpenOrder | PictureOrder;

export interface OpenOrder {
  readonly task: 'open';
  readonly name: string;
  readonly pages: { readonly from: number; readonly to: number } | null;
  readonly ocr: OcrMode;
  readonly limits: Limits;
}

export interface PictureOrder {
  readonly task: 'picture';
  readonly name: string;
  readonly page: number;
  readonly dpi: number;
  readonly box: Box | null;
  readonly limits: Limits;
}
