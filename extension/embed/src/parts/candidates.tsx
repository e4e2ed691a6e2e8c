import { type CustomerChoiceView, type useLink, useSurface } from '@backroom/panels';
import { Button } from './button.tsx';

type Choose = Extract<CustomerChoiceView, { state: 'choose' }>;
export function Candidates(props: {
  candidates: Choose['candidates'];
  link: Pick<ReturnType<typeof useLink>, 'busy' | 'run'>;
}) {
  const { t } = useSurface();
  const { candidates, link } = props;
  return candidates.length === 0 ? null : (
    <ul className="candidates">
      {candidates.map(({ id, name, about }) => (
        <li key={id}>
          <div>
            <strong>{name}</strong>
            <p className="small">{about}</p>
          </div>
          <Button busy={link.busy} onClick={() => link.run({ action: 'link', customerId: id })}>
            {t('customer.link')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
