/**
 * Runs in the browser: fills pages of paper with the parts in `#flow`. A paragraph that doesn't fit is cut between two
 * words, a table between two rows; a heading goes with what follows; a note stands at the foot of the page of its mark.
 */
document.fonts.ready.then(() => {
  const flow = [...document.getElementById('flow').content.children];
  const notes = new Map(
    [...document.getElementById('notes').content.children].map((note) => [note.dataset.note, note]),
  );
  let page = null;

  const open = () => {
    const sheet = document.createElement('section');
    sheet.className = 'page';
    const count = document.querySelectorAll('.page').length + 1;
    sheet.innerHTML = `${count > 1 ? `<div class="number">${count}</div>` : ''}<div class="content"></div><div class="notes"></div>`;
    document.body.append(sheet);
    page = { content: sheet.querySelector('.content'), notes: sheet.querySelector('.notes') };
  };

  /** Puts a part on the page with its notes; takes it off again when it doesn't fit. */
  const put = (part, into = page.content) => {
    const added = [...part.querySelectorAll('[data-ref]')].map((mark) => notes.get(mark.dataset.ref)).filter(Boolean);
    into.append(part);
    for (const note of added) page.notes.append(note);
    if (page.content.scrollHeight <= page.content.clientHeight + 1) return true;
    part.remove();
    for (const note of added) note.remove();
    return false;
  };

  /** Ends of words as [text node, offset]. */
  const wordEnds = (part) => {
    const ends = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const gap of node.data.matchAll(/\s+/g)) ends.push([node, gap.index, gap.index + gap[0].length]);
    }
    return ends;
  };

  const cutAt = (part, [node, end, next]) => {
    const first = part.cloneNode(false);
    const rest = part.cloneNode(false);
    const range = document.createRange();
    range.setStart(part, 0);
    range.setEnd(node, end);
    first.append(range.cloneContents());
    range.setStart(node, next);
    range.setEnd(part, part.childNodes.length);
    rest.append(range.cloneContents());
    first.classList.add('cut');
    rest.classList.add('rest');
    return [first, rest];
  };

  /** As many words as fit, at least two lines of them; null when the paragraph goes to the next page as a whole. */
  const split = (part) => {
    const ends = wordEnds(part);
    let fits = 24;
    let tooMany = ends.length - 24;
    if (tooMany <= fits) return null;
    let best = null;
    while (fits < tooMany) {
      const middle = (fits + tooMany) >> 1;
      const [first, rest] = cutAt(part, ends[middle]);
      if (put(first)) {
        first.remove();
        best = [first, rest];
        fits = middle + 1;
      } else tooMany = middle;
    }
    return best;
  };

  const place = (part) => {
    if (part.matches('table.rows')) {
      let table = part.cloneNode(false);
      page.content.append(table);
      for (const row of [...part.querySelectorAll('tr')]) {
        if (put(row, table)) continue;
        if (table.childNodes.length === 0) table.remove();
        open();
        table = part.cloneNode(false);
        page.content.append(table);
        put(row, table);
      }
      return;
    }
    if (put(part)) return;
    const parts = part.matches('p.body') && !part.matches('.keep') ? split(part) : null;
    if (parts) {
      put(parts[0]);
      open();
      place(parts[1]);
      return;
    }
    const before = page.content;
    const kept = [];
    while (before.childNodes.length > 1 && before.lastElementChild.matches('.keep')) {
      kept.unshift(before.lastElementChild);
      before.lastElementChild.remove();
    }
    open();
    for (const one of [...kept, part]) put(one) || page.content.append(one);
  };

  open();
  for (const part of flow) place(part);
  document.body.dataset.ready = 'yes';
});
