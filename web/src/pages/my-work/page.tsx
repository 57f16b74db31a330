/** My work (Việc của tôi): a sentence, then what waits, each task with its next step. Made for a phone first. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { formatCount } from '../../format/number.ts';
import { Page, Section } from '../../frame/page.tsx';
import { renewWork } from '../../frame/waiting.ts';
import { Segments } from '../../ui/choice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { SCOPE_WORDS, SECTION_WORDS, type WorkScope } from '../../words/work.ts';
import { HandoverBanner } from '../handover/banner.tsx';
import { tasksAddress } from '../tasks/address.ts';
import styles from './my-work.module.css';
import { Others } from './others.tsx';
import { SCOPE_ADDRESS, wordOf } from './search.ts';
import { TaskCard } from './task-card.tsx';
import { piecesOf, type Work } from './words.ts';

/** Tasks of a section that are shown before its list is opened. */
const SHOW = 5;

export default function MyWorkPage() {
  const me = useMe();
  const { xem } = useSearch({ from: '/khung/viec-cua-toi' });
  const query = { show: SHOW, ...(xem === undefined ? {} : { scope: SCOPE_ADDRESS[xem] }) };
  const work = useQuery({ ...read('GET /my-work', { query } as never), placeholderData: keepPreviousData });
  const about = me.post ? `${me.post.title}, ${me.post.organisation.name}` : undefined;
  return (
    <Page title="Việc của tôi" about={about}>
      <HandoverBanner />
      {work.error && !work.data ? <ErrorState {...explain(work.error)} onRetry={() => void work.refetch()} /> : null}
      {work.data ? <Whole work={work.data} /> : work.error ? null : <Skeleton lines={10} />}
    </Page>
  );
}

function Whole({ work }: { readonly work: Work }) {
  const me = useMe();
  const { sections, today } = work;
  const own = work.scope === 'office' ? undefined : me.post?.organisation.id;
  return (
    <>
      <div className={styles.top}>
        <Sentence work={work} />
        <Scopes work={work} />
      </div>
      {sections.length === 0 ? <Nothing work={work} /> : null}
      <div className={styles.sections}>
        {sections.map((section) => (
          <Section
            key={section.id}
            title={SECTION_WORDS[section.id]}
            actions={
              <Link {...tasksAddress(section.filter)} className={styles.all} data-section={section.id}>
                {section.count > section.items.length
                  ? `Xem cả ${formatCount(section.count)} nhiệm vụ`
                  : `${formatCount(section.count)} nhiệm vụ`}
                <span className="sr-only"> {SECTION_WORDS[section.id].toLowerCase()}</span>
              </Link>
            }
          >
            <div className={styles.cards}>
              {section.items.map((item) => (
                <TaskCard key={item.id} item={item} next={item.next} today={today} own={own} onDone={renewWork} />
              ))}
            </div>
          </Section>
        ))}
        <Others scope={work.scope} />
      </div>
    </>
  );
}

function Scopes({ work }: { readonly work: Work }) {
  const navigate = useNavigate({ from: '/viec-cua-toi' });
  if (work.scopes.length < 2) return null;
  return (
    <Segments
      label="Xem việc của"
      value={work.scope}
      choices={work.scopes.map((scope) => ({ value: scope, label: SCOPE_WORDS[scope] }))}
      onChoose={(scope) => void navigate({ search: { xem: wordOf(scope as WorkScope) } as never })}
    />
  );
}

function Sentence({ work }: { readonly work: Work }) {
  const me = useMe();
  const pieces = piecesOf(work.sections);
  const who = { post: 'Bạn', organisation: me.post?.organisation.name ?? 'Cơ quan bạn', office: 'Toàn tỉnh' }[
    work.scope
  ];
  if (pieces.length === 0) return <p className={styles.sentence}>Không còn việc nào chờ.</p>;
  return (
    <p className={styles.sentence}>
      {who} có{' '}
      {pieces.map((piece, i) => (
        <span key={piece.id}>
          {i === 0 ? null : i === pieces.length - 1 ? ' và ' : ', '}
          <Link {...tasksAddress(piece.filter)}>
            <strong>{piece.words.slice(0, piece.words.indexOf(' '))}</strong>
            {piece.words.slice(piece.words.indexOf(' '))}
          </Link>
        </span>
      ))}
      .
    </p>
  );
}

function Nothing({ work }: { readonly work: Work }) {
  return (
    <EmptyState
      icon="check"
      title="Không còn việc nào chờ"
      actions={
        work.total > 0 ? (
          <Link {...tasksAddress(work.filter)}>Xem {formatCount(work.total)} nhiệm vụ đang theo dõi</Link>
        ) : null
      }
    >
      {work.scope === 'post'
        ? 'Nhiệm vụ mà thủ trưởng phân công cho bạn sẽ hiện ở đây.'
        : 'Nhiệm vụ được giao, sắp đến hạn hay chờ trả lời sẽ hiện ở đây.'}
    </EmptyState>
  );
}
