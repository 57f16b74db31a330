/** What the process that opens files runs: the readers behind the channel. */
import { exhaustive } from '#base/exhaustive.ts';
import { openHere } from '../open-here.ts';
import { pack } from './parcel.ts';
import { serve } from './serve.ts';

serve(async (order, bytes, report) => {
  switch (order.task) {
    case 'open': {
      const { pages, ocr, limits } = order;
      const opened = await openHere(bytes, order.name, { pages, ocr, limits, onProgress: report, consume: true });
      return opened.ok ? { ok: true, value: pack(opened.value) } : opened;
    }
    case 'picture': {
      const { drawPage } = await import('../picture.ts');
      const drawn = await drawPage(bytes, order);
      return drawn.ok ? { ok: true, value: { head: null, body: [drawn.value] } } : drawn;
    }
    default:
      return exhaustive(order);
  }
});
