/** What has to be put right before anything else (hoàn tất đăng nhập): a new password, a second factor. */
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { becomes, firstPageOf, isConfined, useMe } from '../../api/session.ts';
import { Doorway } from '../../frame/doorway.tsx';
import { ChangePassword } from '../account/change-password.tsx';
import { SetUpTotp } from '../account/set-up-totp.tsx';

const route = getRouteApi('/hoan-tat-dang-nhap');

export default function FinishSignInPage() {
  const me = useMe();
  const { ve } = route.useSearch();
  const router = useRouter();
  const free = !isConfined(me);
  useEffect(() => {
    if (free) router.history.replace(ve ?? firstPageOf(me));
  }, [free, me, ve, router]);
  if (me.mustChangePassword) {
    return (
      <Doorway title="Đặt mật khẩu của bạn" about="Mật khẩu đang dùng do người khác đặt. Hãy đổi trước khi làm việc.">
        <ChangePassword login={me.person.login} onDone={becomes} />
      </Doorway>
    );
  }
  return (
    <Doorway title="Thiết lập mã xác thực" about="Chức danh của bạn cần mã xác thực khi đăng nhập.">
      {free ? null : <SetUpTotp onDone={becomes} />}
    </Doorway>
  );
}
