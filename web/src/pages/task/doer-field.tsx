/** Who of the agency does the work (người thực hiện): a post, with who holds it today. */
import { useQuery } from '@tanstack/react-query';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';

export function DoerField({
  value,
  error,
  onChoose,
}: {
  readonly value: Option | null;
  readonly error: string | null;
  readonly onChoose: (post: Option | null) => void;
}) {
  const { post } = useMe();
  const organisation = post?.organisation;
  const posts = useQuery({
    ...read('GET /posts', { query: { limit: 200, ...(organisation ? { organisation: organisation.id } : {}) } }),
    enabled: organisation !== undefined,
  });
  const options = (posts.data?.items ?? []).map((one) => {
    const holders = one.holders.map(({ person }) => person.fullName).join(', ');
    return { value: one.id, label: holders || one.title, hint: holders ? one.title : 'Chưa có người giữ chức danh' };
  });
  return (
    <Field
      label="Người thực hiện"
      required
      hint={organisation ? `Chức danh của ${organisation.name}.` : undefined}
      error={error ?? (posts.isError ? explain(posts.error).message : null)}
    >
      <Combobox options={options} value={value} onChoose={onChoose} placeholder="Gõ tên người hoặc chức danh" />
    </Field>
  );
}
