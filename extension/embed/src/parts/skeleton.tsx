import { useSurface } from '@backroom/panels';

/** As the page is before its script runs. */
export const Shell = () => (
  <div className="skeleton shell" aria-busy="true">
    <i />
    <i />
    <i />
  </div>
);
/** While a panel reads: about as high as what comes, so that nothing below it jumps. */
export function Skeleton({ lines }: { lines: number }) {
  const { t } = useSurface();
  return (
    <div className="skeleton" role="status">
      <span className="hidden">{t('loading')}</span>
      {[...Array(lines).keys()].map((line) => (
        <i key={line} />
      ))}
    </div>
  );
}
