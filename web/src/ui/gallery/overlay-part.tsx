/** What lies over the page: dialogs, drawers, menus, hints, toasts. */
import { useState } from 'react';
import { Section } from '../../frame/page.tsx';
import { Button, ButtonRow } from '../button.tsx';
import { Confirm, Dialog, Drawer } from '../dialog.tsx';
import { Field, TextArea, TextInput } from '../field.tsx';
import { useKeys } from '../keys.ts';
import { Menu, MenuItem, MenuRule, Popover } from '../menu.tsx';
import { toast } from '../toast.tsx';
import { Hint } from '../tooltip.tsx';
import { useDraft } from '../use-draft.ts';
import styles from './gallery.module.css';

type Open = 'dialog' | 'drawer' | 'confirm' | null;

export function OverlayPart() {
  const [open, setOpen] = useState<Open>(null);
  const draft = useDraft('gallery', { reason: '' });
  const close = () => setOpen(null);
  useKeys('Bộ mẫu', [{ key: 't', words: 'Hiện thông báo', act: () => say() }]);
  return (
    <Section title="Lớp trên">
      <ButtonRow>
        <Button onClick={() => setOpen('dialog')}>Hộp thoại</Button>
        <Button onClick={() => setOpen('drawer')}>Ngăn kéo</Button>
        <Button onClick={() => setOpen('confirm')}>Xác nhận</Button>
        <Menu label="Việc khác" trigger={(props) => <Button {...props}>Trình đơn</Button>}>
          <MenuItem icon="edit" end={<kbd>e</kbd>} onChoose={() => {}}>
            Sửa
          </MenuItem>
          <MenuItem icon="history" onChoose={() => {}}>
            Lịch sử
          </MenuItem>
          <MenuRule />
          <MenuItem icon="trash" danger onChoose={() => {}}>
            Hủy nhiệm vụ
          </MenuItem>
        </Menu>
        <Popover
          label="Bộ lọc"
          trigger={(props) => (
            <Button {...props} icon="filter">
              Bộ lọc
            </Button>
          )}
        >
          {(done) => (
            <div className={styles.gallery}>
              <Field label="Số, ký hiệu">
                <TextInput />
              </Field>
              <Button kind="main" onClick={done}>
                Áp dụng
              </Button>
            </div>
          )}
        </Popover>
        <Hint text="Đơn vị chưa gửi báo cáo tháng 9">
          <Button kind="quiet">—</Button>
        </Hint>
        <Button onClick={say}>Thông báo</Button>
        <Button onClick={() => toast({ text: 'Mất kết nối với máy chủ.', wrong: true })}>Thông báo lỗi</Button>
      </ButtonRow>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="Trả lại báo cáo"
        holds
        actions={
          <>
            <Button onClick={close}>Thôi</Button>
            <Button kind="main" onClick={close}>
              Trả lại
            </Button>
          </>
        }
      >
        <Field label="Lý do" required>
          <TextArea value={draft.value.reason} onChange={(event) => draft.set({ reason: event.target.value })} />
        </Field>
      </Dialog>
      <Drawer open={open === 'drawer'} onClose={close} title="Thu ngân sách nhà nước trên địa bàn">
        <p>Câu gốc, lịch sử và số liệu của chỉ tiêu đứng ở đây.</p>
      </Drawer>
      <Confirm
        open={open === 'confirm'}
        onClose={close}
        onAct={close}
        title="Ban hành kế hoạch năm 2025?"
        act="Ban hành kế hoạch"
      >
        Còn 7 mục cần kiểm tra và 3 đoạn chưa đọc được.
      </Confirm>
    </Section>
  );
}

function say(): void {
  toast({ text: 'Đã trả lại báo cáo của Sở Xây dựng', undo: () => {} });
}
