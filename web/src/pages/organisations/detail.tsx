/** One organisation at the side: its names over time, whom it stood under, what it came from and became, its posts. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ROLE_NAMES } from '#plan/rights.ts';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button, ButtonRow, IconButton } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { type Act, ActDialog } from './act-dialog.tsx';
import { Standing } from './list-view.tsx';
import styles from './organisations.module.css';
import { SplitDialog } from './split-dialog.tsx';
import { heldWords, kindWord, LINEAGE_WORDS } from './words.ts';

export type Detail = Answer<'GET /organisations/:id'>;

export interface DetailDrawerProps {
  readonly id: string | null;
  readonly asOf: string;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function DetailDrawer({ id, asOf, onOpen, onClose }: DetailDrawerProps) {
  const sent = { params: { id: id ?? '' }, query: { asOf } };
  const { data, error, refetch } = useQuery({ ...read('GET /organisations/:id', sent), enabled: id !== null });
  const shown = id === null ? undefined : data;
  return (
    <Drawer open={id !== null} onClose={onClose} title={shown?.name ?? 'Cơ quan'} size="large">
      {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : null}
      {shown ? <Body key={shown.id} one={shown} onOpen={onOpen} /> : error ? null : <Skeleton lines={8} />}
    </Drawer>
  );
}

type Asking = Act | { readonly kind: 'split' } | null;

function Body({ one, onOpen }: { readonly one: Detail; readonly onOpen: (id: string) => void }) {
  const may = useMay();
  const [asking, setAsking] = useState<Asking>(null);
  const edits = may('organisation.edit');
  const close = () => setAsking(null);
  return (
    <div className={styles.body}>
      <div className={styles.tags}>
        <Standing standing={one.standing} />
        <Tag>{kindWord(one.kind)}</Tag>
        {one.code ? <Tag>{one.code}</Tag> : null}
      </div>
      <p className={styles.quiet}>
        Hoạt động {heldWords(one.validFrom, one.validTo)}
        {one.basis ? `; căn cứ thành lập: ${one.basis}` : ''}
        {one.endedBasis ? `; căn cứ kết thúc: ${one.endedBasis}` : ''}
      </p>
      {edits ? (
        <ButtonRow>
          {one.validTo === null ? (
            <>
              <Button small icon="edit" onClick={() => setAsking({ kind: 'rename' })}>
                Đổi tên
              </Button>
              <Button small icon="tree" onClick={() => setAsking({ kind: 'move' })}>
                Chuyển cơ quan chủ quản
              </Button>
              <Button small icon="compare" onClick={() => setAsking({ kind: 'split' })}>
                Chia, tách
              </Button>
              <Button small kind="danger" onClick={() => setAsking({ kind: 'end' })}>
                Kết thúc hoạt động
              </Button>
            </>
          ) : (
            <Button small icon="undo" onClick={() => setAsking({ kind: 'reopen' })}>
              Mở lại
            </Button>
          )}
          <Button small kind="quiet" onClick={() => setAsking({ kind: 'correct' })}>
            Sửa loại, mã
          </Button>
        </ButtonRow>
      ) : null}
      <Part title="Tên gọi">
        {one.names.toReversed().map((name) => (
          <li key={name.ordinal} className={styles.line}>
            <div>
              {name.name}
              {name.shortName && name.shortName !== name.name ? ` (${name.shortName})` : ''}
              <p className={styles.quiet}>
                {heldWords(name.from, name.to)}
                {name.basis ? `; ${name.basis}` : ''}
              </p>
            </div>
            {edits ? (
              <IconButton
                small
                icon="edit"
                label={`Đính chính tên “${name.name}”`}
                onClick={() => setAsking({ kind: 'correct-name', ...name })}
              />
            ) : null}
          </li>
        ))}
      </Part>
      <Part title="Trực thuộc" none="Không trực thuộc cơ quan nào">
        {one.parents.toReversed().map((parent) => (
          <li key={`${parent.id}-${parent.from}`} className={styles.line}>
            <Other id={parent.id} name={parent.name} onOpen={onOpen} />
            <span className={styles.quiet}>{heldWords(parent.from, parent.to)}</span>
          </li>
        ))}
      </Part>
      {one.predecessors.length > 0 ? <Lineage title="Hình thành từ" links={one.predecessors} onOpen={onOpen} /> : null}
      {one.successors.length > 0 ? <Lineage title="Chuyển thành" links={one.successors} onOpen={onOpen} /> : null}
      {one.children.length > 0 ? (
        <Part title={`Đơn vị trực thuộc (${one.children.length})`}>
          {one.children.map((child) => (
            <li key={child.id}>
              <Other id={child.id} name={child.name} onOpen={onOpen} />
            </li>
          ))}
        </Part>
      ) : null}
      <Part title="Chức danh" none="Chưa có chức danh nào">
        {one.posts.map((post) => (
          <li key={post.id} className={styles.line}>
            <div>
              {post.title}
              <p className={styles.quiet}>{ROLE_NAMES[post.role]}</p>
            </div>
            <span>{post.holders.map(({ fullName }) => fullName).join(', ') || 'Chưa có người giữ'}</span>
          </li>
        ))}
      </Part>
      {may('event.read') ? (
        <p>
          <Link to="/quan-tri/nhat-ky" search={{ doituong: 'organisation', ma: one.id } as never}>
            Nhật ký của cơ quan này
          </Link>
        </p>
      ) : null}
      {asking?.kind === 'split' ? <SplitDialog one={one} onClose={close} onOpen={onOpen} /> : null}
      {asking && asking.kind !== 'split' ? <ActDialog act={asking} one={one} onClose={close} /> : null}
    </div>
  );
}

function Part({
  title,
  none,
  children,
}: {
  readonly title: string;
  readonly none?: string;
  readonly children: readonly ReactNode[];
}) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children.length === 0 && none ? <p className={styles.quiet}>{none}</p> : null}
      {children.length === 0 ? null : <ul className={styles.lines}>{children}</ul>}
    </section>
  );
}

function Other({
  id,
  name,
  onOpen,
}: {
  readonly id: string;
  readonly name: string;
  readonly onOpen: (id: string) => void;
}) {
  return (
    <button type="button" className={styles.link} onClick={() => onOpen(id)}>
      {name}
    </button>
  );
}

function Lineage({
  title,
  links,
  onOpen,
}: {
  readonly title: string;
  readonly links: Detail['successors'];
  readonly onOpen: (id: string) => void;
}) {
  return (
    <Part title={title}>
      {links.map((link) => (
        <li key={`${link.id}-${link.on}`} className={styles.line}>
          <Other id={link.id} name={link.name} onOpen={onOpen} />
          <span className={styles.quiet}>
            {LINEAGE_WORDS[link.kind]} từ {formatDay(link.on)}; {link.basis}
          </span>
        </li>
      ))}
    </Part>
  );
}
