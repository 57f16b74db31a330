/** Organisations (Cơ quan, đơn vị) as of a day: the tree, the list, one at the side, and everything that changes them. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { addressOf } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { explain } from '../../api/problem.ts';
import { queryClient, read } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { dayOf } from '../../format/instant.ts';
import { Page } from '../../frame/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { Tree, type TreeNode } from '../../ui/tree.tsx';
import { DetailDrawer } from './detail.tsx';
import { FoundDialog } from './found-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ListView } from './list-view.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './organisations.module.css';
import type { OrganisationsSearch } from './search.ts';
import { SPOILS } from './use-organisations.ts';
import { KIND_CHOICES } from './words.ts';

const route = getRouteApi('/khung/danh-muc');
/** A typist's pause before the list is asked, milliseconds. */
const PAUSE = 250;

type Asking = 'found' | 'merge' | 'import' | null;

export default function OrganisationsPage() {
  const may = useMay();
  const search = route.useSearch() as OrganisationsSearch;
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking>(null);
  useLive(['organisation'], () => {
    for (const key of SPOILS) void queryClient.invalidateQueries({ queryKey: [key] });
  });
  const today = dayOf(new Date());
  const asOf = search.ngay ?? today;
  const change = (to: Partial<Record<keyof OrganisationsSearch, string | undefined>>) =>
    void navigate({ to: '/danh-muc', search: { ...search, ...to } as never, replace: true });
  const open = (coquan: string) => change({ coquan });
  // Words and filters are answered by a list: a tree with holes tells nobody where something stands.
  const filtered = Boolean(search.tim || search.loai || search.tinhtrang);
  const asList = search.xem === 'danh-sach' || filtered;
  const query = {
    asOf,
    ...(search.tim ? { text: search.tim } : {}),
    ...(search.loai ? { kind: search.loai } : {}),
    ...(search.tinhtrang ? { standing: search.tinhtrang } : {}),
  };
  return (
    <Page
      title="Cơ quan, đơn vị"
      wide
      actions={
        <>
          <a className={buttonClass()} href={addressOf('GET /organisations/export', { query })} download>
            <Icon name="download" />
            Xuất Excel
          </a>
          {may('organisation.edit') ? (
            <>
              <Button icon="upload" onClick={() => setAsking('import')}>
                Nhập Excel
              </Button>
              <Button icon="chain" onClick={() => setAsking('merge')}>
                Hợp nhất, sáp nhập
              </Button>
              <Button kind="main" icon="add" onClick={() => setAsking('found')}>
                Thêm cơ quan
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <search className={styles.filters}>
        <Words value={search.tim ?? ''} onValue={(tim) => change({ tim: tim || undefined })} />
        <Field label="Tại ngày">
          <DateInput value={asOf} onValue={(day) => change({ ngay: day && day !== today ? day : undefined })} />
        </Field>
        <Field label="Loại">
          <Select
            empty="Mọi loại"
            value={search.loai ?? ''}
            choices={KIND_CHOICES}
            onChoose={(loai) => change({ loai: loai || undefined })}
          />
        </Field>
        <Field label="Tình trạng">
          <Select
            empty="Đang hoạt động"
            value={search.tinhtrang ?? ''}
            choices={[
              { value: 'ended', label: 'Đã kết thúc' },
              { value: 'all', label: 'Tất cả' },
            ]}
            onChoose={(tinhtrang) => change({ tinhtrang: tinhtrang || undefined })}
          />
        </Field>
        <Segments
          label="Cách xem"
          value={asList ? 'danh-sach' : 'cay'}
          choices={[
            { value: 'cay', label: 'Cây', disabled: filtered },
            { value: 'danh-sach', label: 'Danh sách' },
          ]}
          onChoose={(xem) => change({ xem: xem === 'cay' ? undefined : xem })}
        />
      </search>
      {asList ? (
        <ListView
          query={query}
          current={search.coquan ?? null}
          onOpen={open}
          onClear={() => change({ tim: undefined, loai: undefined, tinhtrang: undefined })}
        />
      ) : (
        <TreeView asOf={asOf} chosen={search.coquan ?? null} onOpen={open} />
      )}
      <DetailDrawer
        id={search.coquan ?? null}
        asOf={asOf}
        onOpen={open}
        onClose={() => change({ coquan: undefined })}
      />
      {asking === 'found' ? <FoundDialog onClose={() => setAsking(null)} onOpen={open} /> : null}
      {asking === 'merge' ? <MergeDialog onClose={() => setAsking(null)} onOpen={open} /> : null}
      {asking === 'import' ? <ImportDialog onClose={() => setAsking(null)} /> : null}
    </Page>
  );
}

function TreeView({
  asOf,
  chosen,
  onOpen,
}: {
  readonly asOf: string;
  readonly chosen: string | null;
  readonly onOpen: (id: string) => void;
}) {
  const { data, error, isPending, refetch } = useQuery(read('GET /organisations/tree', { query: { asOf } }));
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton lines={10} />;
  if (data.items.length === 0) return <EmptyState icon="tree" title="Ngày này chưa có cơ quan nào" />;
  const nodes = treeOf(data.items);
  return (
    <div className={styles.tree}>
      <Tree
        key={asOf}
        label="Cây tổ chức"
        nodes={nodes}
        chosen={chosen}
        onChoose={onOpen}
        openAtFirst={nodes.map(({ id }) => id)}
        end={(node) => (node.children?.length ? <span className={styles.quiet}>{node.children.length}</span> : null)}
      />
    </div>
  );
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly parent: { readonly id: string } | null;
}

function treeOf(items: readonly Line[]): TreeNode[] {
  const there = new Set(items.map(({ id }) => id));
  const below = new Map<string | null, Line[]>();
  for (const item of items) {
    const above = item.parent && there.has(item.parent.id) ? item.parent.id : null;
    below.set(above, [...(below.get(above) ?? []), item]);
  }
  const build = (id: string | null): TreeNode[] =>
    (below.get(id) ?? []).map((item) => ({ id: item.id, label: item.name, children: build(item.id) }));
  return build(null);
}

function Words({ value, onValue }: { readonly value: string; readonly onValue: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause.
  useEffect(() => {
    if (typed === value) return;
    const pause = setTimeout(() => onValue(typed.trim()), PAUSE);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <Field label="Tìm cơ quan" className={styles.words}>
      <TextInput
        type="search"
        placeholder="Tên, tên viết tắt; có dấu hoặc không dấu"
        before={<Icon name="search" />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Field>
  );
}
