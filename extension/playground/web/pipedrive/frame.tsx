import { useEffect, useRef, useState } from 'react';

type Theme = 'light' | 'dark';
type Place = { resource: 'deal' | 'organization'; id: number; user: number; theme: Theme };
type Opened = { src: string; id: string };
type Message = { payload?: { type: string; command?: string; event?: string; args?: unknown }; id?: string };
export type Doing = {
  snackbar: (text: string) => void;
  /** Resolves when the modal is closed. */
  openModal: (data: string) => Promise<void>;
  closeModal: () => void;
  redirect: (view: string, id: string) => void;
};

/** Pipedrive's side of its SDK: a frame, and the commands that come from it over a port of their own. `data`: what a modal was opened with. */
export function Frame(props: { place: Place; data?: string; label: string; isFolded?: boolean; doing: Doing }) {
  const { place, data, label, isFolded = false, doing } = props;
  const { resource, id, user, theme } = place;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [height, setHeight] = useState(120);
  const frame = useRef<HTMLIFrameElement>(null);
  const listeners = useRef(new Map<string, MessagePort>());
  const latest = useRef(doing);
  latest.current = doing;
  // The theme is told later without a new load.
  const first = useRef(theme);
  useEffect(() => {
    const query = new URLSearchParams({ resource, id: String(id), user: String(user), theme: first.current });
    if (data !== undefined) query.set('data', data);
    void fetch(`/__pipedrive/frame?${query}`)
      .then((answer) => answer.json() as Promise<Opened>)
      .then(setOpened);
  }, [resource, id, user, data]);
  useEffect(() => {
    const run: Record<string, (args: never) => unknown> = {
      initialize: ({ size }: { size?: { height?: number } }) => size?.height && setHeight(size.height),
      resize: ({ height: next }: { height?: number }) => next && setHeight(Math.min(750, Math.max(100, next))),
      get_signed_token: () => fetch(`/__pipedrive/token/${user}`).then((answer) => answer.json()),
      show_snackbar: ({ message }: { message: string }) => latest.current.snackbar(message),
      open_modal: ({ data: told }: { data?: object }) =>
        latest.current.openModal(JSON.stringify(told ?? {})).then(() => ({ status: 'closed' })),
      close_modal: () => latest.current.closeModal(),
      redirect_to: ({ view, id: record }: { view: string; id: string }) => latest.current.redirect(view, record),
      get_metadata: () => ({ windowHeight: innerHeight, windowWidth: innerWidth }),
    };
    const take = async ({ data: told, source, ports: [port] }: MessageEvent<Message>) => {
      if (source !== frame.current?.contentWindow || told.id !== opened?.id || !told.payload || !port) return;
      const { type, command = '', event = '', args } = told.payload;
      if (type === 'listener') listeners.current.set(event, port);
      if (type !== 'command') return;
      const found = run[command];
      port.postMessage(found ? { data: (await found((args ?? {}) as never)) ?? {} } : { error: `no ${command}` });
    };
    const listen = (event: MessageEvent) => void take(event);
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, [opened, user]);
  useEffect(() => void listeners.current.get('user_settings_change')?.postMessage({ data: { theme } }), [theme]);
  useEffect(
    () => void listeners.current.get('visibility')?.postMessage({ data: { is_visible: !isFolded } }),
    [isFolded],
  );
  return opened ? (
    <iframe
      ref={frame}
      title={label}
      src={opened.src}
      hidden={isFolded}
      style={data === undefined ? { height } : { height: '100%' }}
    />
  ) : null;
}
