/** A reading as text for golden files: one line a node or item, so that a change shows in the diff. */
import type { AgencyMention, CertifiedCopy, Measurement, OutlineNode, Reading, Task } from '#reading/model.ts';

/** Header, outline and every list of the reading, in reading order. */
export function writeReadable(source: string, reading: Reading): string {
  const header = Object.entries(reading.document).filter(
    ([name, v]) => name !== 'certifiedCopy' && (typeof v !== 'object' || v === null),
  );
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`# ${title} (${lines.length})`, ...lines, ''];
  const outline: string[] = [];
  for (const node of reading.outline) writeNode(source, node, 0, outline);
  return [
    ...part(
      'document',
      header.map(([name, value]) => `${name}: ${value ?? '–'}`),
    ),
    ...part(
      'certified copy',
      reading.document.certifiedCopy === null ? [] : [writeCopy(reading.document.certifiedCopy)],
    ),
    ...part('outline', outline),
    ...part('sentences', countLabels(reading)),
    ...part('targets', reading.targets.map(writeMeasurement)),
    ...part('results', reading.results.map(writeMeasurement)),
    ...part('tasks', reading.tasks.map(writeTask)),
    ...part(
      'citations',
      reading.citations.map(
        (c) => `${c.type} · ${c.symbol ?? '–'} · ${c.date ?? '–'} · ${c.issuer ?? '–'} «${squeeze(c.quote)}»`,
      ),
    ),
    ...part(
      'reporting',
      reading.reporting.map(
        (r) => `${r.cadence} · ${r.due ?? '–'} · ${r.from ?? '–'} → ${r.to ?? '–'} «${squeeze(r.quote)}»`,
      ),
    ),
    ...part('unread', groupUnread(reading)),
    ...part(
      'issues',
      reading.issues.map(
        (i) => `${i.severity} · ${i.code} · ${i.messageEn}${i.suggestion ? ` → ${i.suggestion}` : ''}`,
      ),
    ),
  ].join('\n');
}

function writeNode(source: string, node: OutlineNode, depth: number, lines: string[]): void {
  const text = squeeze(source.slice(node.textSpan.start, node.textSpan.end));
  lines.push(`${'  '.repeat(depth)}${node.kind} [${node.label ?? ''}] ${node.zone} «${text}»`);
  for (const child of node.children) writeNode(source, child, depth + 1, lines);
}

function writeCopy(copy: CertifiedCopy): string {
  return [copy.kind, copy.symbol, copy.issuer, copy.place, copy.date, copy.signer].map((v) => v ?? '–').join(' · ');
}

function countLabels(reading: Reading): string[] {
  const counts = new Map<string, number>();
  for (const { label } of reading.sentences) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort().map(([label, count]) => `${label} ${count}`);
}

/** One line a kind and reason: most of what is unread are years and labels, which would hide the rest. */
function groupUnread(reading: Reading): string[] {
  const groups = new Map<string, Map<string, number>>();
  for (const { kind, reason, text } of reading.unread) {
    const group = groups.get(`${kind} · ${reason ?? '?'}`) ?? new Map<string, number>();
    groups.set(`${kind} · ${reason ?? '?'}`, group.set(text, (group.get(text) ?? 0) + 1));
  }
  const show = ([text, count]: [string, number]) => `«${squeeze(text)}»${count > 1 ? ` × ${count}` : ''}`;
  return [...groups].sort().map(([name, texts]) => `${name}: ${[...texts].map(show).join(', ')}`);
}

function writeMeasurement(m: Measurement, i: number): string {
  const parts = [
    `${i}. ${m.indicator}`,
    `${m.measure} ${m.comparator} ${m.decimal}${m.decimalMax ? `–${m.decimalMax}` : ''}`,
    m.unit ?? '(no unit)',
    String(m.year ?? '(no year)'),
    ...(m.parent === null ? [] : [`part of ${m.parent}`]),
    ...(m.cumulative ? ['cumulative'] : []),
    ...(m.lead.length > 0 ? [`lead ${writeAgencies(m.lead)}`] : []),
    m.match?.code ?? '(no match)',
  ];
  return `${parts.join(' · ')} «${squeeze(m.quote)}»`;
}

function writeTask(t: Task, i: number): string {
  const parts = [
    `${i}. ${t.section}${t.label === null ? '' : ` [${t.label}]`}`,
    ...(t.lead.length > 0 ? [`lead ${writeAgencies(t.lead)}`] : []),
    ...(t.support.length > 0 ? [`with ${writeAgencies(t.support)}`] : []),
    ...t.deadlines.map((d) => `by ${d.due}`),
    ...t.products.map((p) => `product ${p.kind}`),
  ];
  return `${parts.join(' · ')} «${squeeze(t.quote)}»`;
}

function writeAgencies(mentions: readonly AgencyMention[]): string {
  return mentions.map((m) => `${m.name}${m.inherited ? ' (inherited)' : ''}`).join('; ');
}

/** One line, at most 100 characters: the beginning and the end. */
function squeeze(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 100 ? line : `${line.slice(0, 70)} … ${line.slice(-25)}`;
}
