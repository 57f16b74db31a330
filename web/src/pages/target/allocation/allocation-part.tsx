/** Phân bổ on the page of a target: the divisions of the target, or of the part that was gone down to, and what was before. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { DIMENSION_WORDS, DIMENSIONS, exact, figureWords, RULE_WORDS } from '#delivery/allocation.ts';
import { grainsOf } from '#delivery/allocation-period.ts';
import { useLive } from '../../../api/events.ts';
import { ApiProblem, explain } from '../../../api/problem.ts';
import { queryClient, read } from '../../../api/query.ts';
import { useMay, useMe } from '../../../api/session.ts';
import { formatInstant } from '../../../format/instant.ts';
import { Section } from '../../../frame/page.tsx';
import { Button, ButtonRow } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import { toast } from '../../../ui/toast.tsx';
import styles from './allocation.module.css';
import { DivisionView } from './division.tsx';
import type { AllocationDraft } from './draft.ts';
import { AllocationEditor } from './editor.tsx';
import { type AllocationTree, type Dimension, type Place, pathText, placeAt } from './place.ts';
import { RebalanceDialog } from './rebalance.tsx';
import { type Divide, inPlace, useDivide } from './use-divide.ts';

export function AllocationPart({ targetId }: { readonly targetId: string }) {
  const { data, error, refetch } = useQuery(read('GET /targets/:id/allocations', { params: { id: targetId } }));
  useLive(
    ['allocation', 'plan'],
    () => void queryClient.invalidateQueries({ queryKey: ['GET /targets/:id/allocations'] }),
  );
  return (
    <div id="phan-bo">
      <Section title="Phân bổ">
        {error ? (
          <ErrorState {...explain(error)} onRetry={() => void refetch()} />
        ) : data ? (
          <Allocations key={targetId} tree={data} />
        ) : (
          <Skeleton lines={4} />
        )}
      </Section>
    </div>
  );
}

interface Editing {
  readonly path: string | undefined;
  readonly dimension: Dimension;
  readonly seed: Partial<AllocationDraft> | null;
}

function Allocations({ tree }: { readonly tree: AllocationTree }) {
  const { phan } = useSearch({ from: '/khung/chi-tieu/$id' });
  const may = useMay();
  const me = useMe();
  const divide = useDivide(tree);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [balancing, setBalancing] = useState<string | null>(null);
  const place = placeAt(tree, phan);
  const path = pathText(place.trail);
  const { whole } = place;
  const open = editing !== null && editing.path === path ? editing : null;
  const mayHere = place.mayDivide && whole !== null;
  const dimensions = DIMENSIONS.filter(
    (dimension) =>
      dimension === 'organisation' ||
      grainsOf(place.span).length > 0 ||
      inPlace(tree, place.part?.id ?? null, dimension),
  );
  const rebalanced = tree.items.find((one) => one.id === balancing);
  const begin = (dimension: Dimension, seed: Editing['seed'] = null) => setEditing({ path, dimension, seed });
  const said = (work: Promise<void>) =>
    void work.catch((error) => {
      if (!(error instanceof ApiProblem)) throw error;
      toast({ text: explain(error).message, wrong: true });
    });
  return (
    <div className={styles.stack}>
      <Trail tree={tree} place={place} />
      {tree.gone ? <Notice tone="amber">Chỉ tiêu này không còn trong kế hoạch; phân bổ chỉ để xem.</Notice> : null}
      {dimensions.map((dimension) => {
        const there = inPlace(tree, place.part?.id ?? null, dimension);
        if (open?.dimension === dimension && whole) {
          return (
            <section key={dimension} className={styles.division} aria-label={DIMENSION_WORDS[dimension]}>
              <h3>{DIMENSION_WORDS[dimension]}</h3>
              <AllocationEditor
                key={path}
                tree={tree}
                place={place}
                whole={whole}
                dimension={dimension}
                there={there}
                seed={open.seed}
                below={may('task.assign') ? null : (me.post?.organisation.id ?? null)}
                divide={divide}
                onClose={() => setEditing(null)}
              />
            </section>
          );
        }
        return there ? (
          <DivisionView
            key={dimension}
            tree={tree}
            place={place}
            whole={whole}
            allocation={there}
            busy={divide.busy}
            onEdit={() => begin(dimension)}
            onEnd={() => said(divide.end(there))}
            onRebalance={() => setBalancing(there.id)}
          />
        ) : null;
      })}
      <Begin tree={tree} place={place} dimensions={dimensions} open={open} may={mayHere} onBegin={begin} />
      {rebalanced ? (
        <RebalanceDialog
          tree={tree}
          allocation={rebalanced}
          divide={divide}
          onClose={() => setBalancing(null)}
          onEdit={(seed) => {
            setBalancing(null);
            begin(rebalanced.dimension, seed);
          }}
        />
      ) : null}
      <History tree={tree} place={place} divide={divide} onSaid={said} />
    </div>
  );
}

/** The target, then the parts that were gone down to. */
function Trail({ tree, place }: { readonly tree: AllocationTree; readonly place: Place }) {
  if (place.part === null) return null;
  const { unit } = tree.whole;
  const to = (depth: number) =>
    ((before: object) => ({ ...before, phan: pathText(place.trail.slice(0, depth)) })) as never;
  return (
    <nav aria-label="Cấp phân bổ" className={styles.trail}>
      <Link to="/chi-tieu/$id" params={{ id: tree.targetId }} search={to(0)}>
        Toàn chỉ tiêu
      </Link>
      {place.trail.map((part, i) => (
        <span key={part.id}>
          {' › '}
          {part === place.part ? (
            <strong>
              {part.name}
              {part.value === null ? '' : `: ${figureWords(exact(part.value), unit)}`}
            </strong>
          ) : (
            <Link to="/chi-tieu/$id" params={{ id: tree.targetId }} search={to(i + 1)}>
              {part.name}
            </Link>
          )}
        </span>
      ))}
    </nav>
  );
}

const BEGIN_WORDS: Readonly<Record<Dimension, string>> = {
  organisation: 'Phân bổ cho cơ quan, địa phương',
  period: 'Phân bổ theo tháng, quý',
};

function Begin({
  tree,
  place,
  dimensions,
  open,
  may,
  onBegin,
}: {
  readonly tree: AllocationTree;
  readonly place: Place;
  readonly dimensions: readonly Dimension[];
  readonly open: Editing | null;
  readonly may: boolean;
  readonly onBegin: (dimension: Dimension) => void;
}) {
  const free = dimensions.filter(
    (dimension) => inPlace(tree, place.part?.id ?? null, dimension) === null && open?.dimension !== dimension,
  );
  const none = place.divisions.length === 0 && open === null;
  if (!none && (!may || free.length === 0)) return null;
  return (
    <>
      {none ? (
        <p className={styles.quiet}>
          {place.part === null ? 'Chỉ tiêu này chưa được phân bổ.' : 'Phần này chưa được chia tiếp.'}
        </p>
      ) : null}
      {may ? (
        <ButtonRow>
          {free.map((dimension) => (
            <Button key={dimension} icon="add" onClick={() => onBegin(dimension)}>
              {BEGIN_WORDS[dimension]}
            </Button>
          ))}
        </ButtonRow>
      ) : null}
    </>
  );
}

/** Earlier allocations of this place. */
function History({
  tree,
  place,
  divide,
  onSaid,
}: {
  readonly tree: AllocationTree;
  readonly place: Place;
  readonly divide: Divide;
  readonly onSaid: (work: Promise<void>) => void;
}) {
  const past = tree.history.filter((one) => one.parentPartId === (place.part?.id ?? null));
  if (past.length === 0) return null;
  return (
    <details className={styles.history}>
      <summary>Các lần phân bổ trước ({past.length})</summary>
      <ul>
        {past.map((one) => {
          const there = inPlace(tree, one.parentPartId, one.dimension);
          return (
            <li key={one.id}>
              <span>
                <strong>{DIMENSION_WORDS[one.dimension]}</strong>, {RULE_WORDS[one.rule].toLowerCase()}. {one.words}
                <br />
                <span className={styles.quiet}>
                  {one.by ?? 'Hệ thống'}, {formatInstant(one.createdAt)}; thay hoặc bỏ {formatInstant(one.endedAt)}
                  {one.note ? `. ${one.note}` : ''}
                </span>
              </span>
              {one.mayRestore ? (
                <Button
                  small
                  icon="undo"
                  busy={divide.busy}
                  onClick={() => onSaid(divide.restore(one.id, there?.version ?? 0))}
                >
                  Khôi phục
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
