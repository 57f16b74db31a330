/** What does not agree (đối chiếu): each finding with the sentences of both sides next to one another. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { shortName } from '../documents/words.ts';
import styles from './findings.module.css';

type Consistency = Answer<'GET /documents/consistency'>;
type Finding = Consistency['findings'][number];

const KIND_WORDS: Readonly<Record<Finding['kind'], string>> = {
  'value-differs': 'Giá trị khác nhau',
  'unit-differs': 'Khác đơn vị tính',
  'target-missing': 'Thiếu chỉ tiêu',
  'two-values': 'Một chỉ tiêu có hai giá trị',
  'shares-not-100': 'Cơ cấu không đủ 100%',
  'count-differs': 'Số lượng không khớp danh sách',
  'task-without-lead': 'Nhiệm vụ chưa có cơ quan chủ trì',
  'task-without-deadline': 'Nhiệm vụ chưa có thời hạn',
};
const FIRST = 5;

export function Findings({ query }: { readonly query: { readonly year?: number; readonly document?: string } }) {
  const answer = useQuery(read('GET /documents/consistency', { query }));
  if (answer.isError) return <ErrorState {...explain(answer.error)} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton lines={6} />;
  const { findings, documents, pairs } = answer.data;
  const names = new Map(documents.map((one) => [one.id, shortName(one)]));
  const kinds = (Object.keys(KIND_WORDS) as Finding['kind'][]).filter((kind) =>
    findings.some((one) => one.kind === kind),
  );
  return (
    <div className={styles.findings}>
      <p className={styles.pairs}>
        {pairs.length === 0
          ? 'Chưa có cặp văn bản nào để đối chiếu: liên kết viện dẫn để so văn bản cấp trên với văn bản triển khai.'
          : `Đã đối chiếu ${pairs.map(({ above, below }) => `${names.get(below)} với ${names.get(above)}`).join('; ')}.`}
      </p>
      {findings.length === 0 ? <EmptyState icon="check" title="Không thấy điểm nào mâu thuẫn" /> : null}
      {kinds.map((kind) => (
        <Group
          key={kind}
          title={KIND_WORDS[kind]}
          findings={findings.filter((one) => one.kind === kind)}
          names={names}
        />
      ))}
    </div>
  );
}

function Group({
  title,
  findings,
  names,
}: {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, FIRST);
  return (
    <section className={styles.group}>
      <h2>
        {title} <Tag>{findings.length} điểm</Tag>
      </h2>
      <ul>
        {shown.map((one) => (
          <li key={`${one.left.documentId} ${one.left.start} ${one.right?.documentId} ${one.right?.start}`}>
            <p className={styles.words}>{one.vi}</p>
            <div className={styles.sides}>
              <Side side={one.left} names={names} />
              {one.right ? <Side side={one.right} names={names} /> : null}
              {one.missingIn ? <p className={styles.missing}>Không có trong {names.get(one.missingIn)}</p> : null}
            </div>
          </li>
        ))}
      </ul>
      {findings.length > FIRST ? (
        <Button small kind="quiet" onClick={() => setAll(!all)}>
          {all ? 'Thu gọn' : `Xem cả ${findings.length} điểm`}
        </Button>
      ) : null}
    </section>
  );
}

function Side({ side, names }: { readonly side: Finding['left']; readonly names: ReadonlyMap<string, string> }) {
  return (
    <figure className={styles.side}>
      <blockquote>{side.quote}</blockquote>
      <figcaption>
        <Link to="/van-ban/$id" params={{ id: side.documentId }} search={{ tu: side.start, den: side.end } as never}>
          {names.get(side.documentId)}
        </Link>
      </figcaption>
    </figure>
  );
}
