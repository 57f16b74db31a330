/** The form of every letter (thể thức thư): paragraphs, facts, lists and links, written once and given as plain text and HTML. */

/** What a letter consists of, from top to bottom. */
export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Pairs of what and which: `Thời gian: 08 giờ 05 phút, ngày 20/11/2026`. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  /** A heading and what stands below it, numbered; each leads somewhere. `more`: where all of it stands. */
  | {
      readonly kind: 'list';
      readonly heading: string;
      readonly items: readonly { readonly text: string; readonly note: string; readonly url: string }[];
      readonly more: { readonly label: string; readonly url: string } | null;
    }
  /** The one thing to do. `url` is shown in full too, since many people rightly distrust buttons. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** A letter without its recipient. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Draft {
  readonly subject: string;
  /** `Ông/Bà Nguyễn Văn Hùng`, `Sở Tài chính`. */
  readonly to: string;
  readonly parts: readonly Part[];
  /** Whose system it is: `Văn phòng Ủy ban nhân dân tỉnh Hà Tĩnh`. */
  readonly office: string;
}

const AUTOMATIC = 'Thư này do hệ thống Bám Sát gửi tự động; đề nghị không trả lời thư.';

/** Throws for a link that is no http(s) address, which is a mistake of ours. */
export function writeLetter(draft: Draft): Letter {
  const { subject, to, parts, office } = {
    ...draft,
    subject: oneLine(draft.subject),
    to: oneLine(draft.to),
    office: oneLine(draft.office),
  };
  for (const part of parts) for (const url of linksOf(part)) checkAddress(url);
  return {
    subject,
    text: `${[`Kính gửi: ${to}`, ...parts.map(asText), `Trân trọng.\n${office}`, `--\n${AUTOMATIC}`].join('\n\n')}\n`,
    html: page(
      subject,
      [
        `<p>Kính gửi: ${escapeHtml(to)}</p>`,
        ...parts.map(asHtml),
        `<p>Trân trọng.<br>${escapeHtml(office)}</p>`,
        `<p style="color:#555;font-size:13px">${AUTOMATIC}</p>`,
      ].join('\n'),
    ),
  };
}

function linksOf(part: Part): string[] {
  if (part.kind === 'link') return [part.url];
  if (part.kind === 'list') return [...part.items.map((item) => item.url), ...(part.more ? [part.more.url] : [])];
  return [];
}

function asText(part: Part): string {
  switch (part.kind) {
    case 'paragraph':
      return oneLine(part.text);
    case 'facts':
      return part.rows.map(([what, which]) => `- ${what}: ${oneLine(which)}`).join('\n');
    case 'list':
      return [
        oneLine(part.heading),
        ...part.items.map((item, i) => {
          const note = oneLine(item.note);
          return `${i + 1}. ${oneLine(item.text)}${note === '' ? '' : `\n   ${note}`}\n   ${item.url}`;
        }),
        ...(part.more ? [`${part.more.label}:\n${part.more.url}`] : []),
      ].join('\n');
    case 'link':
      return `${part.label}:\n${part.url}`;
  }
}

function asHtml(part: Part): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(oneLine(part.text))}</p>`;
    case 'facts':
      return `<ul>${part.rows
        .map(([what, which]) => `<li>${escapeHtml(what)}: <strong>${escapeHtml(oneLine(which))}</strong></li>`)
        .join('')}</ul>`;
    case 'list': {
      const items = part.items.map(({ text, note, url }) => {
        const words = oneLine(note) === '' ? '' : `<br>${escapeHtml(oneLine(note))}`;
        return `<li style="margin-bottom:8px"><a href="${escapeHtml(url)}">${escapeHtml(oneLine(text))}</a>${words}</li>`;
      });
      return `<p><strong>${escapeHtml(oneLine(part.heading))}</strong></p>\n<ol>${items.join('')}</ol>${
        part.more ? `\n${anchor(part.more)}` : ''
      }`;
    }
    case 'link':
      return anchor(part);
  }
}

function anchor({ label, url }: { readonly label: string; readonly url: string }): string {
  const address = escapeHtml(url);
  return `<p>${escapeHtml(label)}:<br><a href="${address}">${address}</a></p>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="font-family:Arial,sans-serif;font-size:15px;line-height:1.5;color:#1a1a1a;max-width:40em">
${body}
</body>
</html>
`;
}

/** What people typed (names, titles of documents) stays text. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** No name and no title makes paragraphs of its own. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

function checkAddress(url: string): void {
  const parsed = URL.parse(url);
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol) || /[\s<>"]/.test(url)) {
    throw new TypeError('a letter may only link to an http or https address');
  }
}

/** `08 giờ 05 phút, ngày 20/11/2026`, in the time of Viet Nam (UTC+7, the whole year). */
export function writeInstant(instant: Date): string {
  const [, year, month, day, hour, minute] = /^(\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(
    new Date(instant.getTime() + 7 * 3_600_000).toISOString(),
  ) as unknown as string[];
  return `${hour} giờ ${minute} phút, ngày ${day}/${month}/${year}`;
}
