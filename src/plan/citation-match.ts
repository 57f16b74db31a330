/** Which document of the library a citation (viện dẫn) names: by its symbol and date, else by its kind, date and issuer. */
import { bare } from '#base/fold.ts';

export interface CitedAs {
  readonly type: string;
  /** As `symbolKey` gives it. */
  readonly symbolKey: string | null;
  /** ISO date. */
  readonly citedOn: string | null;
  readonly issuer: string | null;
}

export interface Candidate {
  readonly id: string;
  readonly type: string | null;
  readonly symbolKey: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
}

/**
 * The one document that is meant; null when there is none, or when several could be. A symbol returns every year and in
 * every office, so a date that differs speaks against it.
 */
export function matchCitation(citation: CitedAs, candidates: readonly Candidate[]): string | null {
  const possible = candidates.filter((one) => isPossible(citation, one));
  if (possible.length <= 1) return possible[0]?.id ?? null;
  for (const narrow of [sameDate, sameIssuer, sameType]) {
    const left = possible.filter((one) => narrow(citation, one));
    if (left.length === 1) return (left[0] as Candidate).id;
  }
  return null;
}

function isPossible(citation: CitedAs, one: Candidate): boolean {
  if (citation.symbolKey !== null) {
    if (one.symbolKey !== citation.symbolKey) return false;
    return citation.citedOn === null || one.issuedOn === null || citation.citedOn === one.issuedOn;
  }
  // A day alone says little: the kind must be the same, and the issuer where both are known.
  if (citation.citedOn === null || !sameDate(citation, one) || !sameType(citation, one)) return false;
  return citation.issuer === null || one.issuer === null || sameIssuer(citation, one);
}

function sameDate(citation: CitedAs, one: Candidate): boolean {
  return citation.citedOn !== null && citation.citedOn === one.issuedOn;
}

function sameType(citation: CitedAs, one: Candidate): boolean {
  return one.type !== null && bare(citation.type) === bare(one.type);
}

function sameIssuer(citation: CitedAs, one: Candidate): boolean {
  if (citation.issuer === null || one.issuer === null) return false;
  const [a, b] = [bare(citation.issuer), bare(one.issuer)];
  return a === b || a.startsWith(b) || b.startsWith(a);
}
