/** Adding a person (thêm người dùng): name, login, address; the invitation goes by mail or is handed over as a link. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiProblem, explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { Button } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { GivenLink } from './given-link.tsx';
import styles from './people.module.css';
import { usePostOptions } from './use-options.ts';

export function AddPerson({
  onClose,
  onOpen,
}: {
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}) {
  const form = useId();
  const setup = useQuery(read('GET /setup'));
  const posts = usePostOptions();
  const [fullName, setFullName] = useState('');
  const [login, setLogin] = useState('');
  const [email, setEmail] = useState('');
  const [post, setPost] = useState<Option | null>(null);
  const [chosen, setChosen] = useState<'mail' | 'link' | null>(null);
  const deliver = chosen ?? (setup.data?.mail ? 'mail' : 'link');
  const add = useWrite('POST /people', {
    spoils: ['GET /people', 'GET /posts'],
    onDone: (made) => {
      if (made.link !== null) return;
      toast({ text: `Đã thêm ${made.person.fullName} và gửi thư mời` });
      onClose();
      onOpen(made.person.id);
    },
  });
  const problem = add.error instanceof ApiProblem ? add.error : null;
  const submit = () =>
    add.mutate({
      body: {
        fullName,
        login,
        email: email.trim() === '' ? null : email.trim(),
        deliver,
        ...(post ? { postId: post.value } : {}),
      },
    });
  if (add.data?.link)
    return (
      <Dialog open onClose={onClose} title={`Đã thêm ${add.data.person.fullName}`} holds>
        <GivenLink link={add.data.link} expiresAt={add.data.expiresAt} />
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="Thêm người dùng"
      holds
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" type="submit" form={form} busy={add.isPending}>
            Thêm người dùng
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {add.error ? (
          <Notice tone="red" live>
            {explain(add.error).message}
          </Notice>
        ) : null}
        <Field label="Họ và tên" error={problem?.field('fullName')} required>
          <TextInput autoComplete="off" value={fullName} onChange={(event) => setFullName(event.target.value)} />
        </Field>
        <Field
          label="Tên đăng nhập"
          hint="Chữ, số, dấu chấm, gạch ngang; không có dấu cách."
          error={problem?.field('login')}
          required
        >
          <TextInput
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        </Field>
        <Field label="Thư điện tử công vụ" error={problem?.field('email')} required={deliver === 'mail'}>
          <TextInput type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <Field label="Chức danh" hint="Có thể giao sau.">
          <Combobox options={posts} value={post} onChoose={setPost} placeholder="Gõ tên chức danh hoặc cơ quan" />
        </Field>
        <Radios
          label="Lời mời đặt mật khẩu"
          value={deliver}
          onChoose={(value) => setChosen(value as 'mail' | 'link')}
          choices={[
            {
              value: 'mail',
              label: 'Gửi thư điện tử',
              disabled: setup.data?.mail === false,
              ...(setup.data?.mail === false ? { hint: 'Máy chủ chưa được cài đặt gửi thư.' } : {}),
            },
            { value: 'link', label: 'Lấy liên kết để trao tận tay' },
          ]}
        />
      </form>
    </Dialog>
  );
}
