/** Sign-in (đăng nhập): province, login, password, and the code of the second step when the person has one. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { type Answer, BASE, queryText } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { becomes, firstPageOf } from '../../api/session.ts';
import { Doorway } from '../../frame/doorway.tsx';
import { recall, remember } from '../../frame/memory.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import styles from './sign-in.module.css';

const route = getRouteApi('/dang-nhap');

const OIDC_FAILED = 'Chưa đăng nhập được qua hệ thống đăng nhập tập trung. Hãy thử lại hoặc dùng mật khẩu.';

/** Why the province's own provider did not let the person in. */
const OIDC_WORDS: Readonly<Record<string, string>> = {
  'oidc-stale': 'Lần đăng nhập này đã quá thời gian. Hãy bắt đầu lại.',
  'oidc-nobody': 'Tài khoản của hệ thống đăng nhập tập trung chưa gắn với người dùng nào ở đây.',
  'oidc-not-configured': 'Tỉnh chưa kết nối hệ thống đăng nhập tập trung.',
  'oidc-unreachable': 'Không kết nối được hệ thống đăng nhập tập trung. Hãy thử lại sau ít phút.',
};

type Setup = Answer<'GET /setup'>;

export default function SignInPage() {
  const { ve, loi } = route.useSearch();
  const router = useRouter();
  const setup = useQuery(read('GET /setup'));
  const provinces = setup.data?.provinces ?? [];
  const [chosen, setChosen] = useState(() => recall('province') ?? '');
  const province = provinces.some((one) => one.slug === chosen) ? chosen : (provinces[0]?.slug ?? '');
  const oidc = provinces.find((one) => one.slug === province)?.oidc;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const signIn = useWrite('POST /session', {
    onDone: (me) => {
      remember('province', province);
      becomes(me);
      router.history.push(ve ?? firstPageOf(me));
    },
  });
  const problem = signIn.error instanceof ApiProblem ? signIn.error.code : null;
  const [secondStep, setSecondStep] = useState(false);
  const asksCode = secondStep || problem === 'totp-needed' || problem === 'wrong-totp';

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setSecondStep(asksCode);
    signIn.mutate({ body: { province, login, password, ...(asksCode ? { totp: code.trim() } : {}) } });
  };

  return (
    <Doorway
      title="Đăng nhập"
      about={ve === undefined ? undefined : 'Đăng nhập để mở tiếp trang bạn đang xem.'}
      below={
        <DemoSignIns
          setup={setup.data}
          onChoose={(one) => {
            setChosen(one.province);
            setLogin(one.login);
            setPassword(one.password);
          }}
        />
      }
    >
      {signIn.error && problem !== 'totp-needed' ? (
        <Notice tone="red" live>
          {explain(signIn.error).message}
        </Notice>
      ) : null}
      {loi !== undefined && !signIn.isError ? <Notice tone="red">{OIDC_WORDS[loi] ?? OIDC_FAILED}</Notice> : null}
      <form className={styles.form} onSubmit={submit}>
        {provinces.length > 1 ? (
          <Field label="Tỉnh, thành phố">
            <Select
              name="province"
              value={province}
              onChoose={setChosen}
              choices={provinces.map((one) => ({ value: one.slug, label: one.name }))}
            />
          </Field>
        ) : null}
        <Field label="Tên đăng nhập" required>
          <TextInput
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        </Field>
        <Field label="Mật khẩu" required>
          <TextInput
            name="password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {asksCode ? (
          <Field label="Mã xác thực" hint="6 chữ số trên ứng dụng xác thực của bạn, hoặc một mã dự phòng." required>
            <TextInput
              name="totp"
              autoFocus
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
        ) : null}
        <Button kind="main" type="submit" busy={signIn.isPending}>
          Đăng nhập
        </Button>
      </form>
      {setup.data?.mail ? (
        <p>
          <Link to="/quen-mat-khau">Quên mật khẩu?</Link>
        </p>
      ) : null}
      {oidc ? (
        <a className={buttonClass()} href={`${BASE}/oidc/start${queryText({ province, ve: ve ?? '/vao' })}`}>
          {oidc.label}
        </a>
      ) : null}
    </Doorway>
  );
}

interface DemoProps {
  readonly setup: Setup | undefined;
  readonly onChoose: (one: Setup['demo'][number]) => void;
}

/** On a demonstration the sign-ins are no secret: one click fills them in. */
function DemoSignIns({ setup, onChoose }: DemoProps) {
  if (!setup || setup.demo.length === 0) return null;
  return (
    <section className={styles.demo} aria-label="Tài khoản dùng thử">
      <h2>Tài khoản dùng thử</h2>
      {setup.provinces.map((province) => {
        const people = setup.demo.filter((one) => one.province === province.slug);
        if (people.length === 0) return null;
        return (
          <div key={province.slug}>
            <h3>{province.name}</h3>
            <ul>
              {people.map((one) => (
                <li key={one.login}>
                  <button type="button" className={styles.person} onClick={() => onChoose(one)}>
                    <strong>{one.name}</strong>
                    <span>{one.post}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
