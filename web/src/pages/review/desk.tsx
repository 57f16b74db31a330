/** The desk of the reviewer (bàn rà soát): text, items, bar, keys, and how they move together. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import type { NamedAgency } from '#plan/review.ts';
import type { Answer } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import { recall, remember } from '../../frame/memory.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { AddForm, type Adding, NOT_ADDING } from './add-form.tsx';
import { FilterBar, ProgressBar } from './bar.tsx';
import { DeskHead } from './desk-head.tsx';
import { EditForm } from './edit-form.tsx';
import { ADDABLE, type AddableKind, likelyKind } from './fields.ts';
import { ItemList, type ListHandle } from './item-list.tsx';
import { countTabs, isLive, isSure, listed, TABS, type TabId } from './items.ts';
import type { Act } from './keymap.ts';
import { countsOf } from './overlay.ts';
import { PagePane } from './page-pane.tsx';
import styles from './review.module.css';
import { guessHeadings, paragraphAt, paragraphsOf, type Stretch, trimmed } from './segments.ts';
import { SelectionBar } from './selection-bar.tsx';
import { ItemSheet } from './sheet.tsx';
import { SplitForm } from './split-form.tsx';
import { selectedSpan, type TextHandle, TextPane } from './text-pane.tsx';
import { useActs } from './use-acts.ts';
import { useCursor } from './use-cursor.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useMedia } from './use-media.ts';
import type { Changes } from './use-review.ts';
import { useSeen } from './use-seen.ts';
import { useSelection } from './use-selection.ts';
import { useTogether } from './use-together.ts';
import { TAB_WORDS } from './words.ts';

export interface DeskProps {
  readonly documentId: string;
  readonly head: Answer<'GET /documents/:id/review'>;
  readonly source: Answer<'GET /documents/:id/text'>;
  readonly items: readonly ReviewItem[];
  readonly latest: (id: string) => ReviewItem | undefined;
  readonly changes: Changes;
}

export function ReviewDesk({ documentId, head, source, items, changes }: DeskProps) {
  const may = useMay();
  const readOnly = head.published || !may('review.decide');
  const narrow = useMedia('(width < 64rem)');
  const { filter, setFilter, currentId, setCurrentId, mode, setMode, picked, setPicked } = useCursor();
  const [side, setSide] = useState<'items' | 'text'>('items');
  const [sheet, setSheet] = useState(false);
  const [pictures, setPictures] = useState(false);
  const [together, setTogether] = useState(() => recall('review.apart') === null);
  const draft = useDraft<Adding>(`review.${documentId}.new`, NOT_ADDING);
  const adding = draft.value.span === null || readOnly ? null : { ...draft.value, span: draft.value.span };

  const addedSpan = adding?.span ?? null;
  const addedKind = adding?.kind ?? 'task';
  const addingLayer = useMemo(
    () => addedSpan && { id: 'adding', kind: addedKind, start: addedSpan.start, end: addedSpan.end },
    [addedSpan, addedKind],
  );

  const textPane = useRef<TextHandle>(null);
  const listPane = useRef<ListHandle>(null);
  const search = useRef<HTMLInputElement>(null);

  const { text } = source;
  const paragraphs = useMemo(() => {
    const given = new Map(source.outline.map(({ start, level }) => [start, level]));
    return paragraphsOf(text, given.size > 0 ? given : guessHeadings(text));
  }, [text, source.outline]);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const list = useMemo(() => listed(items, filter), [items, filter]);
  const counts = useMemo(() => countsOf(items), [items]);
  const tabCounts = useMemo(() => countTabs(items), [items]);
  const agencies = useMemo(() => agenciesOf(items), [items]);
  const sureSeen = useMemo(() => items.filter((item) => isSure(item) && item.seenAt !== null), [items]);
  const sureListed = useMemo(() => list.filter(isSure), [list]);

  const selection = useSelection(textPane);
  const onShow = useSeen(!readOnly, changes.seen);
  const follow = useTogether(
    textPane,
    listPane,
    together && !narrow && !adding && !pictures,
    `${narrow}${adding === null}`,
  );
  const onTextScroll = useCallback(() => follow('a'), [follow]);
  const onListScroll = useCallback(() => follow('b'), [follow]);

  /** Looks at an item: both panes bring it into sight. */
  const show = useCallback(
    (id: string | null, focus: boolean) => {
      if (id !== currentId) setMode(null);
      setCurrentId(id);
      if (id === null) return;
      listPane.current?.reveal(id);
      if (focus) listPane.current?.focus(id);
      const item = byId.get(id);
      if (item) textPane.current?.reveal(item.span, id);
    },
    [byId, currentId, setCurrentId, setMode],
  );
  const go = (id: string | null) => show(id, true);
  const unpick = () => setPicked(new Set());
  const nested = filter.tab !== 'all';
  const acts = useActs({ items, list, byId, currentId, picked, nested, changes, go, unpick });

  const current = currentId === null ? undefined : byId.get(currentId);
  const startAdding = (span: Stretch | null, kind: AddableKind | null, unreadId: string | null) => {
    const found = span && trimmed(text, span);
    if (!found) return acts.say('Chọn một đoạn trong văn bản rồi nhấn n để thêm mục', false, false);
    const tab = ADDABLE.find((one) => one === filter.tab);
    setSide('items');
    setSheet(false);
    draft.set({
      ...NOT_ADDING,
      span: found,
      kind: kind ?? tab ?? likelyKind(text.slice(found.start, found.end)),
      unreadId,
    });
  };
  const lineOf = (span: Stretch): Stretch => {
    const [first, last] = [
      paragraphAt(paragraphs, span.start),
      paragraphAt(paragraphs, Math.max(span.start, span.end - 1)),
    ];
    return { start: paragraphs[first]?.start ?? span.start, end: paragraphs[last]?.end ?? span.end };
  };

  const act = (what: Act) => {
    const caret = () => selectedSpan(textPane.current?.element ?? null);
    switch (what) {
      case 'next':
      case 'previous': {
        const at = list.findIndex((item) => item.id === currentId);
        const to = at < 0 ? list[0] : list[at + (what === 'next' ? 1 : -1)];
        if (to) go(to.id);
        return;
      }
      case 'accept':
        if (current?.kind === 'unread' && picked.size === 0) return startAdding(lineOf(current.span), null, current.id);
        return acts.decide('accepted');
      case 'reject':
        return acts.decide('rejected');
      case 'reopen':
        return acts.decide('open');
      case 'undo':
        return void acts.undo();
      case 'edit':
        if (current && isLive(current) && current.kind !== 'unread') setMode({ what: 'edit' });
        return;
      case 'split':
        if (current && isLive(current) && current.kind !== 'text-error') {
          setMode({ what: 'split', at: caret()?.start ?? null });
        }
        return;
      case 'new':
        return startAdding(selection ?? (current ? lineOf(current.span) : null), null, null);
      case 'pick':
        if (current) {
          const next = new Set(picked);
          if (!next.delete(current.id)) next.add(current.id);
          setPicked(next);
        }
        return;
      case 'merge':
        return void acts.merge();
      case 'up':
        return acts.move(-1);
      case 'down':
        return acts.move(1);
      case 'in':
      case 'out':
        return acts.nest(what);
      case 'find':
        setPictures(false);
        if (narrow && current) setSheet(true);
        else if (current) textPane.current?.reveal(current.span, current.id);
        return;
      case 'search':
        search.current?.focus();
        search.current?.select();
        return;
      case 'check':
        setFilter({ ...filter, state: filter.state === 'check' ? null : 'check' });
        return;
      case 'leave':
        if (mode) setMode(null);
        else if (adding) draft.clear();
        else if (picked.size > 0) unpick();
        else getSelection()?.removeAllRanges();
        return;
    }
  };
  useDeskKeys(!readOnly, act);
  const latestAct = useRef(act);
  latestAct.current = act;
  // A press on a button of a card: the item is looked at already, for only that one has buttons.
  const onAct = useCallback((what: Act) => latestAct.current(what), []);

  const closeForm = (item: ReviewItem) => {
    setMode(null);
    listPane.current?.focus(item.id);
  };
  const formFor = (item: ReviewItem) => {
    if (item.id !== currentId || mode === null || readOnly) return undefined;
    if (mode.what === 'split') {
      return (
        <SplitForm item={item} at={mode.at} onSplit={(at) => acts.split(item.id, at)} onClose={() => closeForm(item)} />
      );
    }
    return (
      <EditForm
        key={item.id}
        documentId={documentId}
        item={item}
        agencies={agencies}
        onSave={async (base, fields, accept) => {
          const done = await changes.edit(item.id, base, fields, accept);
          if ('clash' in done) return done.clash;
          acts.say(accept ? 'Đã sửa và chấp nhận' : 'Đã lưu');
          return null;
        }}
        onClose={() => closeForm(item)}
      />
    );
  };

  const choose = useCallback(
    (id: string) => {
      show(id, false);
      if (narrow) setSheet(true);
    },
    [show, narrow],
  );
  const findFromText = useCallback(
    (id: string) => {
      if (!byId.has(id)) return;
      // What the filter hides is shown: the person asked for it.
      if (!list.some((item) => item.id === id)) setFilter({ tab: 'all', state: null, text: '' });
      show(id, true);
      if (narrow) setSheet(true);
    },
    [byId, list, setFilter, show, narrow],
  );

  const paged = source.pages.length > 0;
  return (
    <div className={styles.desk}>
      <DeskHead documentId={documentId} head={head} readOnly={readOnly}>
        <ProgressBar counts={counts} filter={filter} onState={(state) => setFilter({ ...filter, state })} />
      </DeskHead>
      {narrow || paged ? (
        <div className={styles.sides}>
          {narrow ? (
            <Segments
              label="Phần đang xem"
              choices={[
                { value: 'items', label: 'Các mục' },
                { value: 'text', label: 'Văn bản' },
              ]}
              value={side}
              onChoose={(value) => setSide(value as 'items' | 'text')}
            />
          ) : null}
          {paged && (!narrow || side === 'text') ? (
            <Segments
              label="Cách xem văn bản"
              choices={[
                { value: 'text', label: 'Chữ' },
                { value: 'pages', label: 'Ảnh trang' },
              ]}
              value={pictures ? 'pages' : 'text'}
              onChoose={(value) => setPictures(value === 'pages')}
            />
          ) : null}
        </div>
      ) : null}
      <div className={styles.panes}>
        {narrow && side === 'items' ? null : (
          <div className={styles.left}>
            {pictures ? (
              <PagePane
                documentId={documentId}
                pages={source.pages}
                items={items}
                currentId={currentId}
                onFind={findFromText}
              />
            ) : (
              <TextPane
                text={text}
                paragraphs={paragraphs}
                items={items}
                currentId={currentId}
                adding={addingLayer}
                pane={textPane}
                onFind={findFromText}
                onScroll={onTextScroll}
              />
            )}
            {selection && !readOnly && !pictures ? (
              <SelectionBar
                words={text.slice(selection.start, selection.end)}
                onAdd={(kind) => startAdding(selection, kind, null)}
              />
            ) : null}
          </div>
        )}
        {narrow && side === 'text' ? null : (
          <section className={styles.right} aria-label="Các mục đã đọc được">
            {adding ? (
              <AddForm
                documentId={documentId}
                text={text}
                adding={adding}
                agencies={agencies}
                onChange={draft.set}
                onAdd={async (kind, span, fields) => {
                  const { items: made } = await changes.add(kind, span, fields);
                  const { unreadId } = adding;
                  draft.clear();
                  acts.say('Đã thêm mục');
                  if (unreadId) changes.decide([unreadId], 'accepted').catch(acts.fail);
                  const one = made[0];
                  if (!one) return;
                  if (filter.tab !== 'all' && filter.tab !== kind) setFilter({ tab: 'all', state: null, text: '' });
                  window.setTimeout(() => show(one.id, true), 0);
                }}
                onClose={draft.clear}
              />
            ) : (
              <>
                <FilterBar
                  filter={filter}
                  search={search}
                  onChange={(change) => setFilter({ ...filter, ...change })}
                  sureSeen={sureSeen.length}
                  sureListed={sureListed.length}
                  picked={picked.size}
                  readOnly={readOnly}
                  together={together}
                  onTogether={() => {
                    remember('review.apart', together ? 'yes' : null);
                    setTogether(!together);
                  }}
                  onBulk={(which) => acts.decideAll(which === 'seen' ? sureSeen : sureListed, 'accepted')}
                  onMerge={() => void acts.merge()}
                  onUnpick={unpick}
                />
                <div className={styles.tabs}>
                  <Tabs
                    label="Loại mục"
                    tabs={TABS.filter((tab) => tab === 'all' || tab === filter.tab || tabCounts[tab] > 0).map(
                      (tab) => ({
                        id: tab,
                        label: TAB_WORDS[tab],
                        count: String(tabCounts[tab]),
                      }),
                    )}
                    chosen={filter.tab}
                    onChoose={(tab) => setFilter({ ...filter, tab: tab as TabId })}
                  >
                    {list.length === 0 ? (
                      <EmptyState
                        icon="check"
                        title={items.length === 0 ? 'Chưa đọc được mục nào' : 'Không có mục nào trong bộ lọc này'}
                        actions={
                          <Button onClick={() => setFilter({ tab: 'all', state: null, text: '' })}>Xem tất cả</Button>
                        }
                      >
                        {readOnly ? null : 'Chọn một đoạn trong văn bản rồi nhấn n để thêm mục.'}
                      </EmptyState>
                    ) : (
                      <ItemList
                        list={list}
                        byId={byId}
                        currentId={currentId}
                        picked={picked}
                        readOnly={readOnly}
                        nested={nested}
                        compact={narrow}
                        pane={listPane}
                        onChoose={choose}
                        onAct={onAct}
                        onRestore={acts.restore}
                        onScroll={onListScroll}
                        onShow={onShow}
                        formFor={formFor}
                      />
                    )}
                  </Tabs>
                </div>
              </>
            )}
          </section>
        )}
      </div>
      {narrow ? (
        <ItemSheet
          open={sheet && current !== undefined && !adding}
          item={current}
          text={text}
          paragraphs={paragraphs}
          items={items}
          readOnly={readOnly}
          form={current ? formFor(current) : undefined}
          onAct={onAct}
          onRestore={acts.restore}
          onClose={() => {
            setSheet(false);
            setMode(null);
          }}
        />
      ) : null}
    </div>
  );
}

/** Every body that the items name, each once. */
function agenciesOf(items: readonly ReviewItem[]): readonly NamedAgency[] {
  const found = new Map<string, NamedAgency>();
  for (const { fields } of items) {
    const { lead = [], support = [] } = fields as { lead?: NamedAgency[]; support?: NamedAgency[] };
    for (const one of [...lead, ...support]) if (!found.has(one.name)) found.set(one.name, one);
  }
  return [...found.values()];
}
