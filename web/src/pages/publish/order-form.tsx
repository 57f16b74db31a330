/** Which plan it becomes (kế hoạch nào): a new one with its years, or an existing one and what the document does to it. */
import { formatDay } from '../../format/date.ts';
import { Section } from '../../frame/page.tsx';
import { Radios } from '../../ui/choice.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { planName, ROLE_HINTS, ROLE_WORDS } from '../plan/words.ts';
import type { Preview } from './page.tsx';
import styles from './publish.module.css';

export interface Order {
  readonly planId: string | null;
  readonly title: string;
  readonly yearFrom: string;
  readonly yearTo: string;
  readonly role: 'further' | 'amendment' | 'replacement';
  /** Null while what is typed is no day. */
  readonly effectiveOn: string | null;
}

export function orderOf(preview: Preview): Order {
  const year = preview.year === null ? '' : String(preview.year);
  return {
    planId: preview.suggested === 'base' ? null : (preview.plans[0]?.id ?? null),
    title: preview.title,
    yearFrom: year,
    yearTo: year,
    role: preview.suggested === 'base' ? 'further' : preview.suggested,
    effectiveOn: preview.effectiveOn,
  };
}

export interface OrderProblems {
  readonly any: boolean;
  readonly title: string | null;
  readonly years: string | null;
  readonly effectiveOn: string | null;
}

const isYear = (text: string) => /^\d{4}$/.test(text.trim()) && Number(text) >= 1900 && Number(text) <= 2200;

export function problemsOf(order: Order): OrderProblems {
  const own = order.planId === null;
  const title = own && order.title.trim() === '' ? 'Hãy đặt tên kế hoạch.' : null;
  const years = !own
    ? null
    : !isYear(order.yearFrom) || !isYear(order.yearTo)
      ? 'Hãy ghi năm bằng bốn chữ số, ví dụ 2026.'
      : Number(order.yearFrom) > Number(order.yearTo)
        ? 'Năm đầu phải không sau năm cuối.'
        : null;
  const effectiveOn = order.effectiveOn === null ? 'Hãy chọn ngày có hiệu lực.' : null;
  return { any: title !== null || years !== null || effectiveOn !== null, title, years, effectiveOn };
}

export interface OrderFormProps {
  readonly preview: Preview;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  /** Null until the person tried to publish. */
  readonly problems: OrderProblems | null;
}

const ROLES = ['further', 'amendment', 'replacement'] as const;

export function OrderForm({ preview, order, onOrder, problems }: OrderFormProps) {
  const set = (change: Partial<Order>) => onOrder({ ...order, ...change });
  const { plans } = preview;
  return (
    <Section title="Kế hoạch">
      {plans.length > 0 ? (
        <Radios
          label="Văn bản này"
          value={order.planId === null ? 'new' : 'old'}
          onChoose={(value) => set({ planId: value === 'new' ? null : (plans[0]?.id ?? null) })}
          choices={[
            {
              value: 'new',
              label: 'Mở một kế hoạch mới',
              hint: 'Các chỉ tiêu, nhiệm vụ của văn bản làm thành kế hoạch riêng.',
            },
            {
              value: 'old',
              label: 'Thay đổi một kế hoạch đã có',
              hint: 'Lập bản so sánh để xem từng mục mới, thay đổi, bỏ; chưa có gì thay đổi cho đến khi áp dụng.',
            },
          ]}
        />
      ) : null}
      {order.planId === null ? (
        <div className={styles.fields}>
          <Field label="Tên kế hoạch" required error={problems?.title} className={styles.wide}>
            <TextInput value={order.title} maxLength={500} onChange={(event) => set({ title: event.target.value })} />
          </Field>
          <Field label="Từ năm" required error={problems?.years}>
            <TextInput
              value={order.yearFrom}
              inputMode="numeric"
              maxLength={4}
              onChange={(event) => set({ yearFrom: event.target.value })}
            />
          </Field>
          <Field label="Đến năm" required>
            <TextInput
              value={order.yearTo}
              inputMode="numeric"
              maxLength={4}
              onChange={(event) => set({ yearTo: event.target.value })}
            />
          </Field>
        </div>
      ) : (
        <>
          <div className={styles.fields}>
            <Field label="Kế hoạch được thay đổi" required className={styles.wide}>
              <Select
                value={order.planId}
                choices={plans.map((plan) => ({ value: plan.id, label: planName(plan) }))}
                onChoose={(planId) => set({ planId })}
              />
            </Field>
          </div>
          <Radios
            label="Văn bản làm gì với kế hoạch"
            value={order.role}
            onChoose={(role) => set({ role: role as Order['role'] })}
            choices={ROLES.map((value) => ({ value, label: ROLE_WORDS[value], hint: ROLE_HINTS[value] }))}
          />
        </>
      )}
      <div className={styles.fields}>
        <Field
          label="Có hiệu lực từ ngày"
          required
          error={problems?.effectiveOn}
          hint={
            preview.issuedOn === null
              ? 'Văn bản không ghi ngày ban hành; đây là ngày đề nghị, hãy kiểm tra.'
              : `Văn bản ban hành ngày ${formatDay(preview.issuedOn)}.`
          }
        >
          <DateInput value={order.effectiveOn} onValue={(day, valid) => set({ effectiveOn: valid ? day : null })} />
        </Field>
      </div>
    </Section>
  );
}
