/** Notices of the post (thông báo), heard as they come: how many are unread, reading them off, following their links. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { Answer } from '../api/client.ts';
import { useLive } from '../api/events.ts';
import { read, useWrite } from '../api/query.ts';
import { useMe } from '../api/session.ts';

export type NoticeItem = Answer<'GET /notices'>['items'][number];

/** How many are unread; asked anew when one comes or is read elsewhere. */
export function useUnread(): number {
  const me = useMe();
  const client = useQueryClient();
  useLive(me.post ? [`notice:${me.post.id}`] : [], () => {
    void client.invalidateQueries({ queryKey: ['GET /notices/count'] });
    void client.invalidateQueries({ queryKey: ['GET /notices'] });
    void client.invalidateQueries({ queryKey: ['GET /handovers'] });
  });
  return useQuery(read('GET /notices/count')).data?.unread ?? 0;
}

/** Opens what a notice is about and reads it off; a click that opens another window does both, too. */
export function useOpenNotice() {
  const router = useRouter();
  const readOff = useWrite('POST /notices/read', { spoils: ['GET /notices', 'GET /notices/count'] });
  return {
    readOff,
    open: ({ id, link, readAt }: NoticeItem, event?: MouseEvent) => {
      if (readAt === null) readOff.mutate({ body: { ids: [id] } });
      if (event && (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)) return;
      event?.preventDefault();
      router.history.push(link);
    },
  };
}
