/** Where the task stands and what comes next (bước tiếp theo): its standing with the reason, and the acts of the post. */
import { useState } from 'react';
import { ACT_WORDS, type Act } from '#delivery/act.ts';
import { STATE_WORDS } from '#delivery/standing.ts';
import { explain } from '../../api/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { toast } from '../../ui/toast.tsx';
import { ActDialog } from './act-dialog.tsx';
import styles from './task.module.css';
import { useAct, useRefresh } from './use-acts.ts';
import { arrangeActs, nextStep, standingReason, type TaskAnswer } from './words.ts';

/** Acts that tell nothing beside themselves; each can be undone. */
const AT_ONCE: ReadonlySet<Act> = new Set(['accept']);

export function ActsBar({ data }: { readonly data: TaskAnswer }) {
  const { life } = data;
  const [open, setOpen] = useState<Act | null>(null);
  const refresh = useRefresh();
  const atOnce = useAct();
  const last = data.versions.toSorted((a, b) => b.ordinal - a.ordinal)[0];
  const { buttons, menu } = arrangeActs(life, data.allowed);
  const begin = (act: Act) => {
    if (!AT_ONCE.has(act)) return setOpen(act);
    atOnce.mutate(
      { params: { id: life.id }, body: { act, version: life.version } },
      {
        onError: (error) => {
          toast({ text: explain(error).message, wrong: true });
          void refresh();
        },
      },
    );
  };
  return (
    <section className={styles.bar} aria-label="Tình trạng và bước tiếp theo">
      <div className={styles.standing}>
        <StandingBadge standing={life.standing} />
        <span className={styles.reason}>{standingReason(life, data.today, data.acts, last?.validTo ?? null)}</span>
      </div>
      <p className={styles.next}>{nextStep(life) ?? `${STATE_WORDS[life.state]}.`}</p>
      {buttons.length > 0 ? (
        <ButtonRow>
          {buttons.map((act, i) => (
            <Button
              key={act}
              kind={i === 0 ? 'main' : 'plain'}
              busy={AT_ONCE.has(act) && atOnce.isPending}
              onClick={() => begin(act)}
            >
              {ACT_WORDS[act]}
            </Button>
          ))}
          {menu.length > 0 ? (
            <Menu
              label="Việc khác"
              trigger={(props) => (
                <Button {...props} icon="more">
                  Việc khác
                </Button>
              )}
            >
              {menu.map((act) => (
                <MenuItem key={act} onChoose={() => begin(act)}>
                  {ACT_WORDS[act]}
                </MenuItem>
              ))}
            </Menu>
          ) : null}
        </ButtonRow>
      ) : null}
      {open ? <ActDialog key={open} act={open} data={data} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}
