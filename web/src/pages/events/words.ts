/** Words of the log. */

/** Who did it. Nobody is signed in yet while signing in: there the subject is the person. */
export function actorOf(event: {
  readonly person: { readonly fullName: string } | null;
  readonly subject: { readonly type: string };
}): string {
  if (event.person) return event.person.fullName;
  return event.subject.type === 'person' ? '—' : 'Hệ thống';
}
