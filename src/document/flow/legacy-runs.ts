/**
 * Runs in encodings before Unicode to Unicode: by the name of their font, and where fonts say nothing by what the text of
 * the whole document looks like. A font that lies – Unicode text in `.VnTime` – is not believed.
 */

import { convertLegacy, detectLegacy, isLegacyParagraph } from '../encoding/detect.ts';
import { fromLegacy, isCapitalFont, type LegacyEncoding } from '../encoding/legacy.ts';
import type { DraftParagraph, Run } from './draft.ts';

const UNICODE_ONLY = /[\u0100-\u0151\u0154-\u024f\u1e00-\u1eff]/;

export class LegacyRuns {
  readonly #assumed: LegacyEncoding | null;
  readonly #found = new Set<LegacyEncoding>();

  constructor(paragraphs: readonly DraftParagraph[]) {
    const counts = { tcvn3: 0, vni: 0 };
    const unknown: string[] = [];
    for (const { runs } of paragraphs) {
      for (const run of runs) {
        if (run.encoding) counts[run.encoding] += run.text.length;
        else if (!run.mark) unknown.push(run.text);
      }
      unknown.push('\n');
    }
    const named = counts.tcvn3 + counts.vni === 0 ? null : counts.tcvn3 >= counts.vni ? 'tcvn3' : 'vni';
    this.#assumed = detectLegacy(unknown.join('')) ?? named;
  }

  /** Encodings that something was converted from. */
  get found(): readonly LegacyEncoding[] {
    return [...this.#found];
  }

  /** The runs of a paragraph in Unicode. */
  convert(runs: readonly Run[]): readonly Run[] {
    const written = runs.filter((run) => !run.mark);
    const lies = written.some((run) => run.encoding && UNICODE_ONLY.test(run.text));
    const rest = written.filter((run) => !run.encoding || lies).map((run) => run.text);
    const assumed = this.#assumed && !lies && isLegacyParagraph(rest.join(''), this.#assumed) ? this.#assumed : null;
    if (!assumed && (lies || written.every((run) => !run.encoding))) return runs;
    const encodings = runs.map((run) => (run.mark ? null : lies ? null : (run.encoding ?? assumed)));
    return joinPairs(runs, encodings).map((run, i) => this.#convertRun(run, encodings[i] ?? null));
  }

  #convertRun(run: Run, encoding: LegacyEncoding | null): Run {
    if (!encoding) return run;
    const text = run.encoding
      ? fromLegacy(run.text, encoding, { capitals: isCapitalFont(run.style.font) })
      : convertLegacy(run.text, encoding);
    if (text !== run.text) this.#found.add(encoding);
    return { ...run, text };
  }
}

/** VNI writes a letter in two units, which may have come into two runs: the second one goes to the first. */
function joinPairs(runs: readonly Run[], encodings: readonly (LegacyEncoding | null)[]): Run[] {
  const joined = [...runs];
  for (let i = 1; i < joined.length; i++) {
    const before = joined[i - 1] as Run;
    const run = joined[i] as Run;
    if (encodings[i] !== 'vni' || encodings[i - 1] !== 'vni' || run.broken || run.text === '') continue;
    const pair = before.text.slice(-1) + run.text.slice(0, 1);
    if (!/^[aeouyôö][\u00c0-\u00ff]$/i.test(pair) || fromLegacy(pair, 'vni').length !== 1) continue;
    joined[i - 1] = { ...before, text: before.text + run.text.slice(0, 1) };
    joined[i] = { ...run, text: run.text.slice(1) };
  }
  return joined;
}
