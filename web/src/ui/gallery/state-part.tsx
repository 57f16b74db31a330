/** What says how things stand: tags, lights, marks of a document, progress, empty and broken states. */
import { Section } from '../../frame/page.tsx';
import { LIGHT_WORDS, MARK_WORDS } from '../../words/words.ts';
import { Avatar } from '../avatar.tsx';
import { Count, Light, type LightColour, Tag } from '../badge.tsx';
import { Button, ButtonRow } from '../button.tsx';
import { DRAWINGS } from '../drawings.ts';
import { Icon, type IconName } from '../icon.tsx';
import { MARK_KINDS, Mark } from '../mark.tsx';
import { Progress } from '../progress.tsx';
import { Skeleton } from '../skeleton.tsx';
import { EmptyState, ErrorState, Notice } from '../states.tsx';
import styles from './gallery.module.css';

const LIGHTS: readonly LightColour[] = ['green', 'amber', 'red', 'grey'];

export function StatePart() {
  return (
    <>
      <Section title="Đèn và nhãn">
        <ButtonRow>
          {LIGHTS.map((colour) => (
            <Light key={colour} colour={colour} word={LIGHT_WORDS[colour]} />
          ))}
        </ButtonRow>
        <ButtonRow>
          <Tag>Dự thảo</Tag>
          <Tag tone="brand">Đang rà soát</Tag>
          <Tag tone="green">Hoàn thành đúng hạn</Tag>
          <Tag tone="amber">Sắp đến hạn</Tag>
          <Tag tone="red">Đang thực hiện, quá hạn</Tag>
          <Count label="3 việc chờ bạn">3</Count>
          <Avatar name="Nguyễn Thị Hồng Vân" />
        </ButtonRow>
      </Section>
      <Section title="Đoạn được đánh dấu">
        <ButtonRow>
          {MARK_KINDS.map((kind) => (
            <Mark key={kind} kind={kind}>
              {MARK_WORDS[kind]}
            </Mark>
          ))}
        </ButtonRow>
        <p className={styles.text}>
          <Mark kind="target">Tốc độ tăng trưởng kinh tế (GRDP) đạt trên 8%</Mark>; thu ngân sách đạt{' '}
          <Mark kind="result">13.593,9 tỷ đồng, tăng 7,3% so với cùng kỳ</Mark>.{' '}
          <Mark kind="task" current>
            Rà soát, bổ sung quy hoạch vùng
          </Mark>
          , giao <Mark kind="agency">Sở Xây dựng</Mark> chủ trì, hoàn thành{' '}
          <Mark kind="deadline">trước ngày 30/6/2025</Mark> theo <Mark kind="citation">Nghị quyết số 01/NQ-CP</Mark>;{' '}
          <Mark kind="unread">phấn đấu đạt 1O% trở lên</Mark>.
        </p>
      </Section>
      <Section title="Tiến độ">
        <Progress label="Đang đọc văn bản" share={0.74} words="đã xem 83/112" onCancel={() => {}} />
        <Progress label="Đang tải lên" share={null} />
        <Skeleton lines={3} />
      </Section>
      <Section title="Thông báo tại chỗ">
        <Notice>Bản đọc mới có 3 mục khác với quyết định của bạn.</Notice>
        <Notice tone="amber" actions={<Button small>Xem</Button>}>
          7 mục cần kiểm tra trước khi ban hành.
        </Notice>
        <Notice tone="red">Người khác vừa thay đổi nội dung này. Hãy xem bản mới rồi làm lại.</Notice>
        <Notice tone="green">Đã ban hành kế hoạch năm 2025.</Notice>
      </Section>
      <Section title="Trống và lỗi">
        <EmptyState title="Chưa có nhiệm vụ nào" icon="task" actions={<Button kind="main">Tải văn bản lên</Button>}>
          Nhiệm vụ xuất hiện ở đây sau khi kế hoạch được ban hành.
        </EmptyState>
        <ErrorState message="Máy chủ đang gặp sự cố." advice="Hãy thử lại sau ít phút." onRetry={() => {}} />
      </Section>
      <Section title="Hình">
        <ButtonRow>
          {Object.keys(DRAWINGS).map((name) => (
            <Icon key={name} name={name as IconName} size={22} />
          ))}
        </ButtonRow>
      </Section>
    </>
  );
}
