/** My account (tài khoản của tôi): password, second factor, what comes by letter. */
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { becomes, useMe } from '../../api/session.ts';
import { Page, Section } from '../../frame/page.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { Calendars } from './calendars.tsx';
import { ChangePassword } from './change-password.tsx';
import { PasswordField } from './form.tsx';
import { NoticeSettings } from './notices.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpTotp } from './set-up-totp.tsx';

export default function AccountPage() {
  const me = useMe();
  return (
    <Page title="Tài khoản của tôi" about="Đổi mật khẩu hoặc mã xác thực sẽ kết thúc các phiên đăng nhập khác.">
      <Section title="Mật khẩu">
        <ChangePassword
          login={me.person.login}
          onDone={(next) => {
            becomes(next);
            toast({ text: 'Đã đổi mật khẩu' });
          }}
        />
      </Section>
      <Section title="Mã xác thực">
        {me.hasTotp ? (
          <HasTotp />
        ) : (
          <>
            <p>Khi đăng nhập, ngoài mật khẩu cần thêm mã 6 chữ số trên điện thoại của bạn.</p>
            <SetUpTotp
              onDone={(next) => {
                becomes(next);
                toast({ text: 'Đã bật mã xác thực' });
              }}
            />
          </>
        )}
      </Section>
      <div id="thong-bao">
        <Section title="Thông báo">
          <NoticeSettings />
        </Section>
      </div>
      {me.rights.includes('plan.read') ? <Calendars /> : null}
    </Page>
  );
}

type Asked = 'off' | 'codes' | null;

function HasTotp() {
  const me = useMe();
  const [asked, setAsked] = useState<Asked>(null);
  const [password, setPassword] = useState('');
  const close = () => {
    setAsked(null);
    setPassword('');
    turnOff.reset();
    renew.reset();
  };
  const turnOff = useWrite('DELETE /session/totp', {
    onDone: (next) => {
      close();
      becomes(next);
      toast({ text: 'Đã tắt mã xác thực' });
    },
  });
  const renew = useWrite('POST /session/recovery-codes', { spoils: ['GET /session'] });
  const error = turnOff.error ?? renew.error;
  const body = { password };
  return (
    <>
      <p>Mã xác thực đang bật. Còn {me.recoveryCodes} mã dự phòng chưa dùng.</p>
      <ButtonRow>
        <Button onClick={() => setAsked('codes')}>Lập lại mã dự phòng</Button>
        <Button onClick={() => setAsked('off')}>Tắt mã xác thực</Button>
      </ButtonRow>
      <Dialog
        open={asked !== null}
        onClose={close}
        size="small"
        holds
        title={asked === 'off' ? 'Tắt mã xác thực' : 'Lập lại mã dự phòng'}
        actions={
          renew.data ? null : (
            <>
              <Button onClick={close}>Thôi</Button>
              <Button
                kind={asked === 'off' ? 'danger' : 'main'}
                busy={turnOff.isPending || renew.isPending}
                onClick={() => (asked === 'off' ? turnOff.mutate({ body }) : renew.mutate({ body }))}
              >
                {asked === 'off' ? 'Tắt mã xác thực' : 'Lập mã mới'}
              </Button>
            </>
          )
        }
      >
        {error ? (
          <Notice tone="red" live>
            {explain(error).message}
          </Notice>
        ) : null}
        {renew.data ? (
          <RecoveryCodes codes={renew.data.recoveryCodes} onKept={close} />
        ) : (
          <PasswordField label="Mật khẩu hiện tại" value={password} onValue={setPassword} />
        )}
      </Dialog>
    </>
  );
}
