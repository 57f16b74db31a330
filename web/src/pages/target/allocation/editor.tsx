/** Dividing (phân bổ): the rule, the grid, figures proposed, the balance as it is typed, kept as a draft until saved. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { COURSE_WORDS, COURSES, RULE_WORDS, rulesFor, scaleOf, type Whole } from '#delivery/allocation.ts';
import { checkParts } from '#delivery/allocation-check.ts';
import { GRAIN_WORDS, type Grain, grainsOf } from '#delivery/allocation-period.ts';
import { balanceOf } from '#delivery/balance.ts';
import { wholeWords } from '#delivery/balance-words.ts';
import { ApiProblem, explain } from '../../../api/problem.ts';
import { Button, ButtonRow } from '../../../ui/button.tsx';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Notice } from '../../../ui/states.tsx';
import { toast } from '../../../ui/toast.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import styles from './allocation.module.css';
import { BalanceBar } from './balance-bar.tsx';
import { type AllocationDraft, countedRows, divisionIn, draftOf, placesFor, rowsOfPeriods } from './draft.ts';
import { Grid, type GridRow } from './grid.tsx';
import { type FigureColumn, pasteInto } from './paste.ts';
import { OrganisationPicker } from './picker.tsx';
import {
  type Allocation,
  type AllocationTree,
  type Dimension,
  NOUNS,
  type Place,
  pathText,
  WEIGHT_HEADS,
} from './place.ts';
import { Proposals } from './proposals.tsx';
import type { Divide } from './use-divide.ts';

export interface EditorProps {
  readonly tree: AllocationTree;
  readonly place: Place;
  readonly whole: Whole;
  readonly dimension: Dimension;
  readonly there: Allocation | null;
  /** Begun from figures that were balanced anew. */
  readonly seed: Partial<AllocationDraft> | null;
  /** Only organisations below this one may get a part; null: all. */
  readonly below: string | null;
  readonly divide: Divide;
  readonly onClose: () => void;
}

export function AllocationEditor(props: EditorProps) {
  const { tree, place, whole, dimension, there, seed, below, divide, onClose } = props;
  const fresh = useMemo(() => draftOf(tree, place, dimension, there), [tree, place, dimension, there]);
  const draft = useDraft<AllocationDraft>(
    `phan-bo.${tree.targetId}.${pathText(place.trail) ?? ''}.${dimension}`,
    fresh,
  );
  const { value: now, set } = draft;
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || seed === null) return;
    begun.current = true;
    set({ ...fresh, ...seed });
  }, [seed, fresh, set]);

  const division = divisionIn(now, dimension);
  const rows = countedRows(whole, division, now.rows);
  const balance = balanceOf(whole, division, rows);
  const stale = now.version !== fresh.version || now.ordinal !== fresh.ordinal;

  const setRows = (next: readonly GridRow[]) => {
    setProblem(null);
    set({ rows: next, places: placesFor(now, next) });
  };
  const onFigure = (at: number, column: FigureColumn, plain: string | null, right: boolean) => {
    const key = `${now.rows[at]?.organisationId ?? now.rows[at]?.period}-${column}`;
    setWrong((before) => {
      if (before.has(key) === !right) return before;
      const next = new Set(before);
      right ? next.delete(key) : next.add(key);
      return next;
    });
    setRows(now.rows.map((row, i) => (i === at ? { ...row, [column]: plain } : row)));
  };
  const onTable = (at: number, column: FigureColumn, text: string) => {
    const columns: FigureColumn[] =
      now.rule === 'share' ? ['weight'] : now.rule === 'same' ? ['value'] : ['weight', 'value'];
    const found = pasteInto(now.rows, at, column, columns, text);
    setRows(found.rows);
    const lost = found.unknown.slice(0, 3).join('; ') + (found.unknown.length > 3 ? '…' : '');
    toast({
      text: `Đã dán ${found.filled} số.${found.unknown.length > 0 ? ` Không khớp ${found.unknown.length} mục: ${lost}` : ''}`,
      wrong: found.unknown.length > 0,
      undo: () => set({ rows: now.rows, places: now.places }),
    });
  };
  const save = async () => {
    if (wrong.size > 0) return setProblem('Có ô chưa phải là số. Hãy sửa các ô được tô đỏ.');
    if (rows.length === 0) return setProblem(`Hãy chọn ${NOUNS[dimension]} nhận phân bổ.`);
    const bad = checkParts(whole, division, rows, place.span);
    if (bad) return setProblem(bad.vi);
    try {
      await divide.put({
        parentPartId: place.part?.id ?? null,
        ...division,
        targetOrdinal: now.ordinal,
        version: now.version,
        note: now.note.trim() || null,
        parts: rows.map(({ organisationId, period, value, weight }) => ({
          organisationId,
          period,
          value,
          weight: now.rule === 'same' ? null : weight,
        })),
      });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      return setProblem(explain(error).message);
    }
    draft.clear();
    onClose();
  };
  const grains = grainsOf(place.span);
  const rules = rulesFor(dimension).map((rule) => ({ value: rule, label: RULE_WORDS[rule] }));
  const least = scaleOf(whole.value);
  return (
    <div className={styles.stack}>
      {stale ? (
        <Notice
          tone="amber"
          actions={
            <Button small onClick={draft.clear}>
              Làm lại từ số hiện nay
            </Button>
          }
        >
          Phân bổ hoặc kế hoạch đã thay đổi sau khi bạn bắt đầu nhập.
        </Notice>
      ) : draft.restored ? (
        <Notice
          actions={
            <Button small onClick={draft.clear}>
              Bỏ bản nháp
            </Button>
          }
        >
          Đang hiện bản nháp bạn nhập lần trước.
        </Notice>
      ) : null}
      <div className={styles.rules}>
        <Field label="Quy tắc">
          <Select
            choices={rules}
            value={now.rule}
            onChoose={(rule) => {
              setProblem(null);
              set({ rule: rule as AllocationDraft['rule'] });
            }}
          />
        </Field>
        {dimension === 'period' && now.rule === 'seasonal' ? (
          <Field label="Quan hệ giữa các kỳ">
            <Select
              choices={COURSES.map((course) => ({ value: course, label: COURSE_WORDS[course] }))}
              value={now.course}
              onChoose={(course) => set({ course: course as AllocationDraft['course'] })}
            />
          </Field>
        ) : null}
        {dimension === 'period' ? (
          <Field label="Chia theo">
            <Select
              choices={grains.map((grain) => ({ value: grain, label: GRAIN_WORDS[grain] }))}
              value={now.grain}
              onChoose={(grain) => {
                setWrong(new Set());
                set({ grain: grain as Grain, rows: rowsOfPeriods(place, grain as Grain) });
              }}
            />
          </Field>
        ) : null}
        <Field label="Chữ số thập phân">
          <Select
            choices={[0, 1, 2, 3, 4, 5, 6]
              .filter((n) => n >= least)
              .map((n) => ({ value: String(n), label: String(n) }))}
            value={String(now.places)}
            onChoose={(places) => set({ places: Number(places) })}
          />
        </Field>
        {now.rule === 'seasonal' && now.course === 'last' ? (
          <Field label="Mức đầu kỳ">
            <NumberInput value={now.start} onValue={(start) => set({ start })} unit={whole.unit ?? undefined} />
          </Field>
        ) : null}
      </div>
      <div className={styles.sticky}>
        <BalanceBar whole={whole} division={division} balance={balance} live />
      </div>
      <div className={styles.acts}>
        {dimension === 'organisation' ? (
          <Button icon="add" onClick={() => setPicking(true)}>
            Chọn cơ quan, địa phương
          </Button>
        ) : null}
        <Proposals
          whole={whole}
          division={division}
          rows={now.rows}
          start={now.start}
          onRows={setRows}
          onProblem={setProblem}
        />
      </div>
      {rows.length === 0 ? (
        <p className={styles.quiet}>
          {dimension === 'organisation'
            ? 'Chọn nơi nhận phân bổ, rồi nhập số hoặc dán một cột từ Excel.'
            : 'Thời gian này không chia nhỏ thêm được.'}
        </p>
      ) : (
        <>
          <p className={styles.quiet}>
            Kế hoạch: {wholeWords(whole)}. Có thể dán một cột số, hoặc hai cột tên và số, từ Excel vào ô bất kỳ.
          </p>
          <Grid
            label={`Phân bổ cho ${rows.length} ${NOUNS[dimension]}`}
            nameHead={dimension === 'organisation' ? 'Cơ quan, địa phương' : 'Kỳ'}
            weightHead={WEIGHT_HEADS[now.rule]}
            valueHead={whole.unit ? `Phân bổ (${whole.unit})` : 'Phân bổ'}
            rows={rows}
            valueReadOnly={now.rule === 'share'}
            onFigure={onFigure}
            onTable={onTable}
            onRemove={dimension === 'organisation' ? (at) => setRows(now.rows.filter((_, i) => i !== at)) : null}
          />
        </>
      )}
      <Field label="Ghi chú">
        <TextInput value={now.note} maxLength={1000} onChange={(event) => set({ note: event.target.value })} />
      </Field>
      {problem ? (
        <Notice tone="red" live>
          {problem}
        </Notice>
      ) : null}
      <ButtonRow end>
        <Button
          onClick={() => {
            draft.clear();
            onClose();
          }}
        >
          Thôi
        </Button>
        <Button kind="main" busy={divide.busy} onClick={() => void save()}>
          Lưu phân bổ
        </Button>
      </ButtonRow>
      <OrganisationPicker
        open={picking}
        onClose={() => setPicking(false)}
        chosen={now.rows.flatMap((row) => (row.organisationId === null ? [] : [row.organisationId]))}
        below={below}
        onChoose={(chosen) => {
          const known = new Map(now.rows.map((row) => [row.organisationId, row]));
          setRows(
            chosen.map(
              ({ id, name }) => known.get(id) ?? { organisationId: id, period: null, name, value: null, weight: null },
            ),
          );
          setPicking(false);
        }}
      />
    </div>
  );
}
