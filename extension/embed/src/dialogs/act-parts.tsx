import { useSurface } from '@backroom/panels';
import type { Problem } from '@backroom/shared';
import { Button, Buttons } from '../parts/button.tsx';
import { Note, ProblemNotice } from '../parts/states.tsx';

type Noted = { title: string; lines: readonly string[] } | null;
export const ActNote = ({ note, tone }: { note: Noted; tone: 'warning' | 'danger' }) =>
  note ? <Note tone={tone} title={note.title} lines={note.lines} /> : null;

/** The order could not be read: the way back is there all the same. */
export function NotRead({ problem, retry, close }: { problem: Problem; retry: () => void; close: () => void }) {
  const { t } = useSurface();
  return (
    <>
      <ProblemNotice problem={problem} retry={retry} />
      <Buttons>
        <Button testId="keep-order" onClick={close}>
          {t('act.keep')}
        </Button>
      </Buttons>
    </>
  );
}
