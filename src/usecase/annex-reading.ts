/** An annex as a reading (bản đọc): what its rows say in the shape in which every document is reviewed. */
import { resolveAgency } from '#catalogue/agencies.ts';
import { matchIndicator } from '#catalogue/indicators.ts';
import type { Annex } from '#plan/annex.ts';
import type { AgencyMention, Measurement, OutlineNode, Reading, Task } from '#reading/model.ts';

/** Kept with the reading: rows of a workbook, not the rules of reading. */
export const ANNEX_READER = 'bamsat-annex/1';

export function readingOfAnnex(annex: Annex): Reading {
  const quote = ({ start, end }: { readonly start: number; readonly end: number }) => annex.text.slice(start, end);
  const outline = annex.groups.map(
    (group): OutlineNode => ({
      kind: 'row',
      label: null,
      path: group.path,
      span: group.span,
      textSpan: group.span,
      zone: group.of,
      children: [],
    }),
  );
  const targets = annex.targets.map((target): Measurement => {
    const match = matchIndicator(target.name, target.unit);
    return {
      span: target.span,
      valueSpan: target.span,
      quote: quote(target.span),
      value: target.value,
      number: Number(target.decimal),
      decimal: target.decimal,
      ...(target.decimalMax === null ? {} : { numberMax: Number(target.decimalMax), decimalMax: target.decimalMax }),
      unit: target.unit,
      indicator: target.name,
      measure: target.measure,
      comparator: target.comparator,
      year: target.year,
      parent: target.parent,
      ...(target.cumulative ? { cumulative: true as const } : {}),
      lead: target.leads.map(mentionOf),
      section: target.section,
      match: match && { ...match },
      notes: [],
      confidence: match && match.confidence !== 'high' ? { match: match.confidence } : {},
    };
  });
  const tasks = annex.tasks.map(
    (task): Task => ({
      span: task.span,
      quote: quote(task.span),
      section: task.section,
      label: task.label,
      lead: task.leads.map(mentionOf),
      support: task.supports.map(mentionOf),
      deadlines: task.due
        ? [{ span: task.span, quote: task.due.quote, due: task.due.due, confidence: 'high' as const }]
        : [],
      products: task.products.map((product) => ({
        span: task.span,
        quote: product.quote,
        kind: product.kind as Task['products'][number]['kind'],
      })),
      notes: [],
      confidence: {},
    }),
  );
  return {
    reader: ANNEX_READER,
    document: {
      type: 'Phụ lục',
      symbol: null,
      issuer: null,
      province: null,
      place: null,
      date: null,
      title: annex.title,
      planYear: annex.year,
      signer: null,
      signerTitle: null,
      certifiedCopy: null,
      spans: {},
      confidence: {},
    },
    outline,
    targets,
    results: [],
    tasks,
    citations: [],
    reporting: [],
    sentences: [],
    unread: [],
    issues: [],
  };
}

function mentionOf({ name, code }: { readonly name: string; readonly code: string | null }): AgencyMention {
  const successor = resolveAgency(name)?.successor ?? null;
  return { name, span: null, code, successor, inherited: false, confidence: 'high' };
}
