/**
 * The menu of saved views (khung nhìn) of any list: own and shared ones, opened by their address; saved, renamed, shared,
 * written over, deleted. The page says what stands in its address and goes to what a view holds.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { queryClient, read, useWrite } from '../../api/query.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Menu, MenuItem, MenuRule, MenuTitle } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.tsx';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { type SavedView, useViews, type ViewPage } from './use-views.ts';

export interface ViewMenuProps {
  readonly page: ViewPage;
  /** What of the address a view would keep, always in the same order. */
  readonly search: string;
  /** The view that the address names (`kx`). */
  readonly current: string | undefined;
  /** Goes to what a view holds; without one, forgets the view and stays. */
  readonly onOpen: (view: { readonly id: string; readonly search: string } | null) => void;
}

const renew = () => void queryClient.invalidateQueries({ queryKey: ['GET /views'] });

export function ViewMenu({ page, search, current, onOpen }: ViewMenuProps) {
  const views = useViews(page);
  const [dialog, setDialog] = useState<'save' | 'rename' | 'delete' | null>(null);
  const view = useCurrent(current, views, search, onOpen);
  const changed = view !== undefined && view.search !== search;
  const change = useWrite('PATCH /views/:id', {
    onDone: (saved) => {
      renew();
      toast({ text: `Đã ghi đè khung nhìn “${saved.name}”` });
    },
  });
  const overwrite = () => {
    if (!view) return;
    change.mutate(
      { params: { id: view.id }, body: { version: view.version, search } },
      { onError: (error) => said(error) },
    );
  };
  const own = views.filter((one) => one.mine && !one.shared);
  const shared = views.filter((one) => one.shared);
  const items = (list: readonly SavedView[]) =>
    list.map((one) => (
      <MenuItem key={one.id} checked={one.id === view?.id} onChoose={() => onOpen(one)}>
        {one.name}
      </MenuItem>
    ));
  return (
    <>
      <Menu
        label="Khung nhìn"
        placement={{ align: 'end' }}
        trigger={(props) => (
          <Button {...props} icon="eye">
            {view ? `${view.name}${changed ? ' (đã đổi)' : ''}` : 'Khung nhìn'}
          </Button>
        )}
      >
        {own.length > 0 ? <MenuTitle>Của tôi</MenuTitle> : null}
        {items(own)}
        {shared.length > 0 ? <MenuTitle>Dùng chung</MenuTitle> : null}
        {items(shared)}
        {views.length > 0 ? <MenuRule /> : null}
        <MenuItem icon="add" onChoose={() => setDialog('save')}>
          Lưu thành khung nhìn mới
        </MenuItem>
        {view?.mayEdit ? (
          <>
            <MenuItem icon="check" disabled={!changed} onChoose={overwrite}>
              Ghi đè “{view.name}”
            </MenuItem>
            <MenuItem icon="edit" onChoose={() => setDialog('rename')}>
              Đổi tên, dùng chung
            </MenuItem>
            <MenuItem icon="trash" danger onChoose={() => setDialog('delete')}>
              Xóa khung nhìn
            </MenuItem>
          </>
        ) : null}
        <MenuItem icon="link" onChoose={() => void copyAddress()}>
          Chép đường dẫn
        </MenuItem>
      </Menu>
      <SaveViewDialog
        page={page}
        search={search}
        view={dialog === 'rename' ? view : undefined}
        open={dialog === 'save' || dialog === 'rename'}
        onClose={() => setDialog(null)}
        onSaved={(saved) => {
          renew();
          if (dialog === 'save') onOpen(saved);
        }}
      />
      {view ? (
        <DeleteView
          view={view}
          open={dialog === 'delete'}
          onClose={() => setDialog(null)}
          onDone={() => onOpen(null)}
        />
      ) : null}
    </>
  );
}

/** The view of the address. An address that has nothing but the view's id is filled with what it holds. */
function useCurrent(
  id: string | undefined,
  views: readonly SavedView[],
  search: string,
  onOpen: ViewMenuProps['onOpen'],
): SavedView | undefined {
  const listed = views.find((one) => one.id === id);
  const asked = useQuery({
    ...read('GET /views/:id', { params: { id: id ?? '' } }),
    enabled: id !== undefined && listed === undefined,
    retry: false,
  });
  const view = listed ?? (id === undefined ? undefined : asked.data);
  const opened = useRef<string | null>(null);
  const { error } = asked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: done once for each address.
  useEffect(() => {
    if (id === undefined || opened.current === id) return;
    if (view) {
      opened.current = id;
      if (search === '' && view.search !== '') onOpen(view);
    } else if (error instanceof ApiProblem && error.status === 404) {
      opened.current = id;
      toast({ text: 'Khung nhìn này không còn, hoặc không được dùng chung với bạn', wrong: true });
      onOpen(null);
    }
  }, [id, view, error]);
  return view;
}

function said(error: unknown): void {
  if (error instanceof ApiProblem && error.code === 'conflict') renew();
  toast({ text: explain(error).message, wrong: true });
}

async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toast({ text: 'Đã chép đường dẫn; người khác mở ra thấy đúng khung nhìn này' });
  } catch {
    toast({ text: 'Trình duyệt không cho chép. Hãy chép từ thanh địa chỉ.', wrong: true });
  }
}

function DeleteView({
  view,
  open,
  onClose,
  onDone,
}: {
  readonly view: SavedView;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const remove = useWrite('DELETE /views/:id', {
    onDone: () => {
      const { page, name, search, shared } = view;
      renew();
      onClose();
      onDone();
      toast({
        text: `Đã xóa khung nhìn “${name}”`,
        undo: async () => {
          await call('POST /views', { body: { page, name, search, shared } });
          renew();
        },
      });
    },
  });
  return (
    <Confirm
      open={open}
      onClose={onClose}
      title="Xóa khung nhìn"
      act="Xóa khung nhìn"
      danger
      busy={remove.isPending}
      onAct={() =>
        remove.mutate({ params: { id: view.id }, body: { version: view.version } }, { onError: (error) => said(error) })
      }
    >
      <p>
        Xóa “{view.name}”{view.shared ? ' đối với mọi người đang dùng chung' : ''}? Nhiệm vụ và bộ lọc không bị ảnh
        hưởng.
      </p>
    </Confirm>
  );
}
