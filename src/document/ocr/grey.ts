/** A grey picture in memory and what can be done to one: all that stands between a scan and its characters. */

/** One byte a pixel, 0 black, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A rectangle of pixels; `right` and `bottom` are the first column and row outside. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One byte a pixel, 1 where there is ink. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function inkBelow({ width, height, data }: Grey, threshold: number): Ink {
  const ink = new Uint8Array(data.length);
  // The sign bit, without a branch: letters would make every other guess of the processor wrong.
  for (let i = 0; i < ink.length; i++) ink[i] = ((data[i] as number) - threshold) >>> 31;
  return { width, height, data: ink };
}

/** The threshold between the two classes of pixels that differ most (Otsu). */
export function otsu(histogram: ArrayLike<number>): number {
  let total = 0;
  let sum = 0;
  for (let v = 0; v < 256; v++) {
    total += histogram[v] as number;
    sum += v * (histogram[v] as number);
  }
  let below = 0;
  let sumBelow = 0;
  let best = -1;
  let threshold = 128;
  for (let v = 0; v < 256; v++) {
    below += histogram[v] as number;
    if (below === 0) continue;
    const above = total - below;
    if (above === 0) break;
    sumBelow += v * (histogram[v] as number);
    const apart = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * apart * apart;
    if (between > best) {
      best = between;
      threshold = v + 1;
    }
  }
  return threshold;
}

/** Made smaller by areas: each pixel is the mean of those that it takes the place of, and letters stay sharp. */
export function shrink(grey: Grey, width: number, height: number): Grey {
  const across = areas(grey.width, width);
  const down = areas(grey.height, height);
  const source = grey.data;
  const line = new Float32Array(grey.width);
  const data = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    line.fill(0);
    for (let k = 0; k < (down.count[y] as number); k++) {
      const weight = down.weight[y * down.most + k] as number;
      for (let x = 0, from = ((down.from[y] as number) + k) * grey.width; x < line.length; x++, from++)
        line[x] = (line[x] as number) + (source[from] as number) * weight;
    }
    for (let x = 0; x < width; x++, i++) {
      let sum = 0.5;
      const from = across.from[x] as number;
      for (let k = 0, w = x * across.most; k < (across.count[x] as number); k++, w++)
        sum += (line[from + k] as number) * (across.weight[w] as number);
      data[i] = sum;
    }
  }
  return { width, height, data };
}

/** As `weights`, for pixels that end where the next begins. */
function areas(source: number, target: number) {
  if (source <= target) return weights(source, target);
  const scale = source / target;
  const most = Math.ceil(scale) + 1;
  const from = new Int32Array(target);
  const count = new Int32Array(target);
  const weight = new Float32Array(target * most);
  for (let i = 0; i < target; i++) {
    const first = Math.floor(i * scale);
    const last = Math.min(source, Math.ceil((i + 1) * scale - 1e-6));
    from[i] = first;
    count[i] = last - first;
    for (let k = first; k < last; k++)
      weight[i * most + k - first] = (Math.min(k + 1, (i + 1) * scale) - Math.max(k, i * scale)) / scale;
  }
  return { from, count, weight, most };
}

/** Resized by areas when smaller, between neighbours when larger. */
export function resize(grey: Grey, width: number, height: number): Grey {
  if (width === grey.width && height === grey.height) return grey;
  const across = weights(grey.width, width);
  const down = weights(grey.height, height);
  const narrow = new Float32Array(width * grey.height);
  for (let y = 0; y < grey.height; y++) {
    const row = y * grey.width;
    for (let x = 0; x < width; x++) {
      const from = across.from[x] as number;
      const count = across.count[x] as number;
      let sum = 0;
      for (let k = 0; k < count; k++)
        sum += (grey.data[row + from + k] as number) * (across.weight[x * across.most + k] as number);
      narrow[y * width + x] = sum;
    }
  }
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = down.from[y] as number;
    const count = down.count[y] as number;
    for (let x = 0; x < width; x++) {
      let sum = 0.5;
      for (let k = 0; k < count; k++)
        sum += (narrow[(from + k) * width + x] as number) * (down.weight[y * down.most + k] as number);
      data[y * width + x] = sum;
    }
  }
  return { width, height, data };
}

/** For each pixel of the target its source pixels and how much each counts: a tent as wide as the larger pixel. */
function weights(source: number, target: number) {
  const scale = source / target;
  const reach = Math.max(1, scale);
  const most = Math.ceil(reach * 2) + 2;
  const from = new Int32Array(target);
  const count = new Int32Array(target);
  const weight = new Float32Array(target * most);
  for (let i = 0; i < target; i++) {
    const centre = (i + 0.5) * scale - 0.5;
    const first = Math.max(0, Math.ceil(centre - reach + 1e-6));
    const last = Math.min(source - 1, Math.floor(centre + reach - 1e-6));
    from[i] = first;
    count[i] = last - first + 1;
    let sum = 0;
    for (let k = first; k <= last; k++) {
      const w = 1 - Math.abs(k - centre) / reach;
      weight[i * most + k - first] = w;
      sum += w;
    }
    for (let k = 0; k <= last - first; k++) weight[i * most + k] = (weight[i * most + k] as number) / sum;
  }
  return { from, count, weight, most };
}
