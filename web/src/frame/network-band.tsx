/** Says that the network is lost while it is (mất mạng), and nothing else. */
import { useSyncExternalStore } from 'react';
import { Notice } from '../ui/states.tsx';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function NetworkBand() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <Notice tone="amber" live>
      Mất kết nối mạng. Bạn vẫn xem được những gì đang mở; những gì đang nhập được giữ lại.
    </Notice>
  );
}
