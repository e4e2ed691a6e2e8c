import { useEffect, useRef } from 'react';

type Where = { recordId?: string; objectApiName?: string };
type Built = {
  place: (tag: string, where: Element, record?: Where) => HTMLElement;
  icon: (name: string, size: string, where: Element) => HTMLElement;
};
let built: Promise<Built> | null = null;
/** The engine after the synthetic shadow, as on the platform; then the components. */
const load = (): Promise<Built> => {
  const named = (name: string) =>
    import(/* in the page's import map, not in this bundle */ `${name}`) as Promise<unknown>;
  built ??= named('@playground/shadow').then(() => named('@playground/components') as Promise<Built>);
  return built;
};

/** A component of the package, placed as the record page places it. */
export function Lwc({ tag, recordId, objectApiName }: Where & { tag: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let element: HTMLElement | null = null;
    let gone = false;
    void load().then((module) => {
      if (!gone && place.current)
        element = module.place(tag, place.current, recordId && objectApiName ? { recordId, objectApiName } : {});
    });
    return () => {
      gone = true;
      element?.remove();
    };
  }, [tag, recordId, objectApiName]);
  return <div ref={place} data-lwc={tag} />;
}
export function Icon({ name, size = 'medium' }: { name: string; size?: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let element: HTMLElement | null = null;
    void load().then((module) => {
      if (place.current && place.current.childElementCount === 0) element = module.icon(name, size, place.current);
    });
    return () => element?.remove();
  }, [name, size]);
  return <span ref={place} className="icon" />;
}
