import { Panels } from '../parts/panels.tsx';
import { ReturnList } from '../parts/returns.tsx';

export default function Returns() {
  return (
    <Panels only={['returns']} lines={4}>
      {({ returns }) => (returns ? <ReturnList panel={returns} /> : null)}
    </Panels>
  );
}
