import { type DeskPlace, useDeskWay } from '@backroom/panels';
import { Buttons } from './button.tsx';

/** The way to a page of the order desk, in a tab of its own: a page inside the CRM's frame could keep nobody signed in. */
export function DeskLink(props: { place: DeskPlace; label: string; isPrimary: boolean; otherwise: string | null }) {
  const { url, otherwise } = useDeskWay(props.place, props.otherwise);
  if (otherwise) return <p>{otherwise}</p>;
  return url ? (
    <Buttons>
      <a className={`button ${props.isPrimary ? 'primary' : ''}`} href={url} target="_blank" rel="noopener noreferrer">
        {props.label}
      </a>
    </Buttons>
  ) : null;
}
