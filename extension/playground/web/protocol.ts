/** What the page gives to a card's worker. Everything crosses by message: plain data and functions only. */
export type HostApi = {
  fetch: (url: string, options: object) => Promise<{ status: number; body: unknown }>;
  properties: (
    names: string[],
    onUpdate: (data: Record<string, string | null>) => void,
  ) => Promise<Record<string, string | null>>;
  actions: {
    addAlert: (alert: { title?: string; message: string; type?: string }) => void;
    reloadPage: () => void;
    refreshObjectProperties: () => void;
    openIframeModal: (modal: { uri: string; title?: string }) => void;
  };
};
export type RenderInput = { script: string; channel: unknown; host: HostApi; context: object };
