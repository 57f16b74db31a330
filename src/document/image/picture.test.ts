import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { asFaxTiff, asJpeg, asPng, type TypesetPage, typeset } from '#test/support/typeset.ts';
import { openImage, type Picture } from './picture.ts';

describe('pictures of pages', () => {
  let page: TypesetPage;
  before(async () => {
    page = await typeset(300, 200, [{ text: 'Điều 1. Chỉ tiêu năm 2025', x: 30, y: 60 }]);
  });

  it('open with their size on paper, from PNG, JPEG and the two-coloured TIFF of office scanners', async () => {
    for (const encode of [asPng, asJpeg, asFaxTiff]) {
      const picture = await opened(await encode(page));
      assert.equal(picture.pageCount, 1);
      const raster = await picture.raster(1);
      assert.deepEqual([raster.width, raster.height], [833, 556], encode.name);
      assert.equal(raster.data.length, raster.width * raster.height * raster.channels);
      picture.close();
    }
  });

  it('have the size of A4 when the camera only says 72 dots an inch, and no more pixels than needed', async () => {
    const photo = await sharp({ create: { width: 3000, height: 4000, channels: 3, background: '#eeeeee' } })
      .jpeg()
      .withMetadata({ density: 72 })
      .toBuffer();
    const picture = await opened(photo);
    const { width, height } = picture.pageSize(1);
    assert.ok(Math.abs(width - 595) < 40 && Math.abs(height - 842) < 50, `${width} × ${height}`);
    const raster = await picture.raster(1);
    assert.ok(Math.abs(raster.dpi - 300) < 1 && raster.height < 3600, `${raster.dpi} dpi`);
  });

  it('stand upright as the camera was held', async () => {
    const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#eeeeee' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const picture = await opened(photo);
    const { width, height } = picture.pageSize(1);
    assert.ok(width < height);
    const raster = await picture.raster(1);
    assert.deepEqual([raster.width, raster.height], [600, 800]);
  });

  it('may have many pages in one TIFF', async () => {
    const pixels = Buffer.alloc(400 * 300 * 3, 255);
    pixels.fill(0, 0, (pixels.length / 3) | 0);
    const tiff = await sharp(pixels, { raw: { width: 400, height: 900 / 3, channels: 3, pageHeight: 100 } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const picture = await opened(tiff);
    assert.equal(picture.pageCount, 3);
    const shades = [];
    for (const number of [1, 2, 3]) shades.push((await picture.raster(number)).data[0]);
    assert.deepEqual(shades, [0, 255, 255]);
  });

  it('are refused when cut short, empty or no picture', async () => {
    for (const encode of [asPng, asJpeg, asFaxTiff]) {
      const bytes = await encode(page);
      for (const share of [0.3, 0.7]) {
        const result = await openImage(bytes.subarray(0, Math.floor(bytes.length * share)));
        assert.equal(result.ok ? 'opened' : result.error.code, 'damaged', `${encode.name} ${share}`);
      }
    }
    for (const bytes of [new Uint8Array(0), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]) {
      const result = await openImage(bytes);
      assert.equal(result.ok ? 'opened' : result.error.code, 'unknown-format');
    }
  });

  it('are refused when a small file claims an absurd number of pixels', async () => {
    const bytes = Buffer.from(await asPng(page));
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    const result = await openImage(bytes);
    assert.equal(result.ok ? 'opened' : result.error.code, 'too-large');
  });
});

async function opened(bytes: Uint8Array): Promise<Picture> {
  const result = await openImage(bytes);
  if (!result.ok) assert.fail(result.error.en);
  return result.value;
}
