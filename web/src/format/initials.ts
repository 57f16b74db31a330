/** The two letters of a person's picture: the first of the family name and of the given name, which stands last. */

/** `Nguyễn Thị Hồng Vân` → `NV`; `Minh` → `MI`; empty → `?`. */
export function initialsOf(name: string): string {
  const parts = name
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '');
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return '?';
  const letters = parts.length === 1 ? [...first].slice(0, 2) : [[...first][0], [...last][0]];
  return letters.join('').toLocaleUpperCase('vi');
}
