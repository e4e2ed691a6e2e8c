import { useSurface } from '@backroom/panels';
import type { Problem } from '@backroom/shared';
import { useRef } from 'react';
import { Button, Buttons } from '../parts/button.tsx';
import { Note, ProblemNotice } from '../parts/states.tsx';

type Noted = { title: string; lines: readonly string[] } | null;
export const ActNote = ({ note, tone }: { note: Noted; tone: 'warning' | 'danger' }) =>
  note ? <Note tone={tone} title={note.title} lines={note.lines} /> : null;

/** A key for what is confirmed: pressing twice is one act. */
export function useKey(fingerprint: string): string {
  const key = useRef({ fingerprint: '', value: '' });
  if (key.current.fingerprint !== fingerprint) key.current = { fingerprint, value: crypto.randomUUID() };
  return key.current.value;
}
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
