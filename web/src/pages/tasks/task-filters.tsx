/** Filters of the tasks (bộ lọc). All of it stands in the address; what is set beyond the first row is seen as chips. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ORIGIN_WORDS } from '#delivery/filter-words.ts';
import { STANDING_WORDS, STATE_WORDS, TASK_STATES } from '#delivery/standing.ts';
import { ALL_PLANS } from '#delivery/task-address.ts';
import { read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import type { PlanView } from '../../frame/plan.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { cx } from '../../ui/cx.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import plan from '../plan/plan.module.css';
import { AsOf } from '../plan/plan-head.tsx';
import { PRODUCT_WORDS, planName } from '../plan/words.ts';
import { Chip } from '../targets/page.tsx';
import { STANDING_ORDER } from './counts-bar.tsx';
import { ManySelect } from './many-select.tsx';
import { type Change, cleared, conditionsOf, type TasksSearch } from './search.ts';
import styles from './tasks.module.css';
import { type FilterBody, findOrganisations } from './use-organisation.ts';

export interface TaskFiltersProps {
  readonly search: TasksSearch;
  readonly plans: readonly PlanView[];
  readonly current: PlanView;
  readonly body: FilterBody;
  readonly onChange: (change: Change) => void;
}

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const STANDINGS = STANDING_ORDER.map((value) => ({ value, label: STANDING_WORDS[value] }));
const STATES = TASK_STATES.map((value) => ({ value, label: STATE_WORDS[value] }));
const TYPING = 250;

export function TaskFilters({ search, plans, current, body, onChange }: TaskFiltersProps) {
  const { co_quan, vai, tinh_trang, tu, den, thoi_han } = search;
  const [open, setOpen] = useState(false);
  const [more, setMore] = useState(false);
  const typing = useTyped(search.tim, (tim) => onChange({ tim }));
  const undated = thoi_han === 'without';
  return (
    <>
      <div className={plan.bar}>
        <Field label="Tìm nhiệm vụ" className={plan.search}>
          <TextInput
            type="search"
            value={typing.text}
            placeholder="Nội dung, có dấu hoặc không dấu"
            before={<Icon name="search" size={16} />}
            onChange={(event) => typing.type(event.target.value)}
          />
        </Field>
        <Button icon="filter" className={plan.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Thu gọn bộ lọc' : 'Bộ lọc'}
        </Button>
        <div className={cx(plan.rest, open && plan.opened)}>
          <Field label="Cơ quan" className={styles.pick}>
            <Combobox
              value={co_quan === undefined ? null : { value: body.id ?? co_quan, label: body.name ?? '…' }}
              options={findOrganisations}
              placeholder="Tất cả"
              none="Không có cơ quan này"
              onChoose={(option) =>
                onChange({ co_quan: option?.value, ...(option ? { chu_tri: undefined } : { vai: undefined }) })
              }
            />
          </Field>
          {co_quan === undefined ? null : (
            <Field label="Vai trò" className={styles.pick}>
              <Select
                value={vai ?? ''}
                empty="Chủ trì hoặc phối hợp"
                choices={[
                  { value: 'lead', label: 'Chủ trì' },
                  { value: 'support', label: 'Phối hợp' },
                ]}
                onChoose={(value) => onChange({ vai: value || undefined })}
              />
            </Field>
          )}
          <Field label="Tình trạng" className={styles.pick}>
            <ManySelect
              label="Tình trạng"
              choices={STANDINGS}
              value={tinh_trang}
              onValue={(tinh_trang) => onChange({ tinh_trang })}
            />
          </Field>
          {undated ? null : (
            <>
              <Field label="Hạn từ ngày" className={styles.day}>
                <DateInput
                  value={tu ?? null}
                  max={den}
                  onValue={(day, valid) => valid && onChange({ tu: day ?? undefined })}
                />
              </Field>
              <Field label="Đến ngày" className={styles.day}>
                <DateInput
                  value={den ?? null}
                  min={tu}
                  onValue={(day, valid) => valid && onChange({ den: day ?? undefined })}
                />
              </Field>
            </>
          )}
          <Button icon={more ? 'chevronUp' : 'filter'} aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? 'Thu gọn' : 'Thêm điều kiện'}
          </Button>
        </div>
      </div>
      {more ? <MoreFilters search={search} plans={plans} current={current} onChange={onChange} /> : null}
      <Chips
        search={search}
        onChange={onChange}
        onClear={() => {
          typing.type('');
          onChange(cleared(search));
        }}
      />
    </>
  );
}

/** What is typed is asked for after a pause; the address may change it meanwhile, such as by a link. */
function useTyped(asked: string | undefined, onAsk: (text: string | undefined) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? asked ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause.
  useEffect(() => {
    if (typed === null) return;
    const timer = window.setTimeout(() => {
      setTyped(null);
      if ((typed.trim() || undefined) !== asked) onAsk(typed.trim() || undefined);
    }, TYPING);
    return () => window.clearTimeout(timer);
  }, [typed]);
  return { text, type: setTyped };
}

type MoreProps = Pick<TaskFiltersProps, 'search' | 'plans' | 'current' | 'onChange'>;

function MoreFilters({ search, plans, current, onChange }: MoreProps) {
  const facets = useQuery(read('GET /plans/:id/facets', { params: { id: current.id } }));
  const all = search.ke_hoach === ALL_PLANS;
  return (
    <section className={styles.more} aria-label="Thêm điều kiện lọc">
      <Field label="Kế hoạch">
        <Select
          value={all ? ALL_PLANS : current.id}
          choices={[
            ...plans.map((one) => ({ value: one.id, label: planName(one) })),
            { value: ALL_PLANS, label: 'Mọi kế hoạch' },
          ]}
          onChoose={(ke_hoach) => onChange({ ke_hoach, phan: undefined })}
        />
      </Field>
      {all ? null : (
        <Field label="Phần của văn bản">
          <Select
            value={search.phan ?? ''}
            empty="Tất cả"
            choices={(facets.data?.sections ?? []).map(({ section, title }) => ({
              value: section,
              label: title.length > 80 ? `${title.slice(0, 80)}…` : title,
            }))}
            onChoose={(value) => onChange({ phan: value || undefined })}
          />
        </Field>
      )}
      <Field label="Trạng thái">
        <ManySelect
          label="Trạng thái"
          choices={STATES}
          value={search.trang_thai}
          onValue={(trang_thai) => onChange({ trang_thai })}
        />
      </Field>
      <Field label="Thời hạn">
        <Select
          value={search.thoi_han ?? ''}
          empty="Có hoặc không"
          choices={[
            { value: 'with', label: 'Có thời hạn' },
            { value: 'without', label: 'Không có thời hạn' },
          ]}
          onChoose={(value) =>
            onChange({
              thoi_han: value || undefined,
              ...(value === 'without' ? { tu: undefined, den: undefined } : {}),
            })
          }
        />
      </Field>
      <Field label="Giao việc">
        <Select
          value={search.chu_tri ?? ''}
          empty="Tất cả"
          choices={[
            { value: 'with', label: 'Đã có cơ quan chủ trì' },
            { value: 'without', label: 'Chưa có cơ quan chủ trì' },
          ]}
          onChoose={(value) =>
            onChange({
              chu_tri: value || undefined,
              ...(value === 'without' ? { co_quan: undefined, vai: undefined } : {}),
            })
          }
        />
      </Field>
      <Field label="Sản phẩm">
        <Select
          value={search.san_pham ?? ''}
          empty="Tất cả"
          choices={choicesOf(PRODUCT_WORDS)}
          onChoose={(value) => onChange({ san_pham: value || undefined })}
        />
      </Field>
      <Field label="Nguồn">
        <ManySelect
          label="Nguồn"
          choices={choicesOf(ORIGIN_WORDS)}
          value={search.nguon}
          onValue={(nguon) => onChange({ nguon })}
        />
      </Field>
      <AsOf day={search.ngay} onDay={(ngay) => onChange({ ngay })} />
      <Checkbox
        label="Chỉ phần việc lớn"
        hint="Không kể phần việc được phân rã từ nhiệm vụ khác"
        checked={search.viec_lon === '1'}
        onChange={(event) => onChange({ viec_lon: event.target.checked ? '1' : undefined })}
      />
      <Checkbox
        label="Đang xin gia hạn"
        checked={search.xin_gia_han === '1'}
        onChange={(event) => onChange({ xin_gia_han: event.target.checked ? '1' : undefined })}
      />
      <Checkbox
        label="Bị trả lại, chưa báo cáo lại"
        checked={search.tra_lai === '1'}
        onChange={(event) => onChange({ tra_lai: event.target.checked ? '1' : undefined })}
      />
    </section>
  );
}

/** What is set and does not stand in the first row, and the way to no filter at all. */
function Chips({
  search,
  onChange,
  onClear,
}: Pick<TaskFiltersProps, 'search' | 'onChange'> & { readonly onClear: () => void }) {
  if (conditionsOf(search).length === 0 && search.ke_hoach !== ALL_PLANS) return null;
  return (
    <div className={plan.chips}>
      {chipsOf(search).map(([name, text]) => (
        <Chip key={name} words={text} onRemove={() => onChange({ [name]: undefined })} />
      ))}
      <Button small kind="quiet" icon="close" onClick={onClear}>
        Bỏ lọc
      </Button>
    </div>
  );
}

function chipsOf(search: TasksSearch): [keyof Change, string][] {
  const list = (text: string | undefined, words: Readonly<Record<string, string>>) =>
    text
      ?.split(',')
      .map((one) => words[one] ?? one)
      .join(', ');
  const found: [keyof Change, string | undefined][] = [
    ['ke_hoach', search.ke_hoach === ALL_PLANS ? 'Mọi kế hoạch' : undefined],
    ['trang_thai', list(search.trang_thai, STATE_WORDS)],
    ['phan', search.phan && `Phần ${search.phan}`],
    ['thoi_han', search.thoi_han && (search.thoi_han === 'with' ? 'Có thời hạn' : 'Không có thời hạn')],
    ['chu_tri', search.chu_tri && (search.chu_tri === 'with' ? 'Đã có cơ quan chủ trì' : 'Chưa có cơ quan chủ trì')],
    ['san_pham', search.san_pham && `Sản phẩm: ${PRODUCT_WORDS[search.san_pham] ?? 'Khác'}`],
    ['nguon', list(search.nguon, ORIGIN_WORDS)],
    ['viec_lon', search.viec_lon && 'Chỉ phần việc lớn'],
    ['xin_gia_han', search.xin_gia_han && 'Đang xin gia hạn'],
    ['tra_lai', search.tra_lai && 'Bị trả lại, chưa báo cáo lại'],
    ['lan_tra', search.lan_tra && `Bị trả lại từ ${search.lan_tra} lần`],
    ['bao_cao_den', search.bao_cao_den && `Báo cáo hoàn thành đến ${formatDay(search.bao_cao_den)}, chờ xác nhận`],
    ['giao_den', search.giao_den && `Giao đến ${formatDay(search.giao_den)}, chờ tiếp nhận`],
    ['tiep_nhan', search.tiep_nhan && (search.tiep_nhan === 'yes' ? 'Đã tiếp nhận' : 'Chưa tiếp nhận')],
    ['phan_ra', search.phan_ra && (search.phan_ra === 'with' ? 'Đã phân rã' : 'Chưa phân rã')],
    [
      'co_nguoi',
      search.co_nguoi &&
        (search.co_nguoi === 'with' ? 'Đã phân công người thực hiện' : 'Chưa phân công người thực hiện'),
    ],
    ['nguoi', search.nguoi && 'Của một người thực hiện'],
    ['ben_giao', search.ben_giao && 'Do một cơ quan giao'],
    ['thuoc', search.thuoc && 'Phần việc của một nhiệm vụ'],
    ['chon', search.chon && `${search.chon.split(',').length} nhiệm vụ được chọn`],
  ];
  return found.filter((one): one is [keyof Change, string] => one[1] !== undefined && one[1] !== '');
}
