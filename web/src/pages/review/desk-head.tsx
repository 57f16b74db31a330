/** What stands over the desk: the document, how far its review is, why it is only to be read. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/states.tsx';
import styles from './review.module.css';

export interface DeskHeadProps {
  readonly documentId: string;
  readonly head: Answer<'GET /documents/:id/review'>;
  readonly readOnly: boolean;
  /** The bar of progress. */
  readonly children: ReactNode;
}

export function DeskHead({ documentId, head, readOnly, children }: DeskHeadProps) {
  const may = useMay();
  const title = [head.document.symbol, head.document.title].filter(Boolean).join(' · ') || 'Văn bản';
  return (
    <>
      <header className={styles.head}>
        <Breadcrumbs
          crumbs={[
            { label: 'Văn bản', to: '/van-ban' },
            { label: head.document.symbol ?? 'Nội dung', to: '/van-ban/$id', params: { id: documentId } as never },
            { label: 'Rà soát' },
          ]}
        />
        <div className={styles.title}>
          <h1 title={title}>Rà soát</h1>
          <p>{title}</p>
          {!head.published && may('plan.publish') ? (
            <Link to="/van-ban/$id/ban-hanh" params={{ id: documentId }} className={buttonClass('plain', true)}>
              Ban hành kế hoạch
            </Link>
          ) : null}
        </div>
        {children}
      </header>
      {head.published ? (
        <Notice
          tone="green"
          actions={
            <Link to="/chi-tieu" className={buttonClass('plain', true)}>
              Mở kế hoạch
            </Link>
          }
        >
          Văn bản đã ban hành thành kế hoạch nên các mục chỉ để xem.
        </Notice>
      ) : readOnly ? (
        <Notice>Chức danh của bạn xem được kết quả đọc nhưng không quyết định các mục.</Notice>
      ) : null}
    </>
  );
}
