/** The files that are made of a sample, one of each kind. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Printed, Printer } from './browser.ts';
import type { Form, Head } from './form.ts';
import { writeDrawing, writeHtml } from './html.ts';
import { between, seededRandom } from './random.ts';
import { makeScan, type Overlay, type ScanOptions } from './scan.ts';
import { drawSignature, drawStamp, SIGNATURE_SIZE, STAMP_SIZE } from './stamp.ts';

/** A4 in points. */
const PAGE = { width: 595, height: 842 };

/** Prints a form by the browser. */
export function makePrinted(form: Form, printer: Printer, face?: string): Promise<Printed> {
  return printer.print(writeHtml(form, face));
}

/** Scans what was printed: stamp and signature where the signers stand, and a stamp over the text of every third page. */
export async function makeScanned(
  form: Form,
  printed: Printed,
  printer: Printer,
  options: ScanOptions,
): Promise<Uint8Array> {
  return makeScan(printed.pdf, { ...options, overlays: await makeOverlays(form, printed, printer, options.seed) });
}

async function makeOverlays(form: Form, printed: Printed, printer: Printer, seed: string): Promise<Overlay[]> {
  const random = seededRandom(`${seed} overlays`);
  const heads = form.parts.filter((part): part is Head => part.kind === 'head');
  const issuer = heads[0]?.issuer.filter((line) => line !== '*').join(' ') || 'ỦY BAN NHÂN DÂN TỈNH';
  const stamp = await printer.draw(
    writeDrawing(drawStamp(`★ ${issuer} ★`, 'VIỆT NAM', ['VĂN PHÒNG', 'ĐÃ KIỂM TRA'])),
    400,
    400,
  );
  const stampAt = (page: number, x: number, y: number): Overlay => ({
    page,
    x: x - STAMP_SIZE / 2,
    y: y - STAMP_SIZE / 2,
    width: STAMP_SIZE,
    height: STAMP_SIZE,
    picture: stamp,
  });
  const overlays: Overlay[] = [];
  for (const seal of printed.seals) {
    const [x, y] = [seal.x + seal.width / 2, seal.y + seal.height / 2];
    const picture = await printer.draw(writeDrawing(drawSignature(random)), 600, 280);
    const { width, height } = SIGNATURE_SIZE;
    overlays.push(stampAt(seal.page, seal.x + seal.width * 0.22, y));
    overlays.push({ page: seal.page, x: x - width / 2, y: y - height / 2, width, height, picture });
  }
  for (let page = 1; page <= printed.pages; page += 3) {
    overlays.push(stampAt(page, between(random, 120, PAGE.width - 100), between(random, 150, PAGE.height - 150)));
  }
  return overlays;
}

/** Prints a Word file by LibreOffice, another maker of PDF; null where LibreOffice is not installed. */
export async function printByOffice(word: Uint8Array): Promise<Uint8Array | null> {
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-office-'));
  try {
    writeFileSync(join(folder, 'made.docx'), word);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const command = process.env.BAMSAT_SOFFICE || 'soffice';
    const args = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'made.docx')];
    await promisify(execFile)(command, args, { timeout: 120_000 });
    return new Uint8Array(readFileSync(join(folder, 'made.pdf')));
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
