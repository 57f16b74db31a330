/** The shape that the scorers read: a reading with agencies as plain names (see docs/annotation.md). */
import type { AgencyMention, DocumentHeader, Reading } from '#reading/model.ts';

const names = (mentions: readonly AgencyMention[]) => mentions.map((m) => m.name);

/** A reading as the scorers take it. */
export function toContract(reading: Reading) {
  return {
    document: reading.document as DocumentHeader,
    targets: reading.targets.map((m) => ({ ...m, lead: names(m.lead) })),
    results: reading.results.map((m) => ({ ...m, lead: names(m.lead) })),
    tasks: reading.tasks.map((t) => ({ ...t, lead: names(t.lead), support: names(t.support) })),
    citations: reading.citations,
    reporting: reading.reporting,
  };
}

export type Contract = ReturnType<typeof toContract>;
