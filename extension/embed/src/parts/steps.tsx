/** How far something is, of a few steps. */
export const Steps = ({ names, current }: { names: readonly string[]; current: number }) => (
  <ol className="steps">
    {names.map((name, at) => (
      <li
        key={name}
        className={at < current ? 'done' : at === current ? 'current' : ''}
        aria-current={at === current ? 'step' : undefined}
      >
        {name}
      </li>
    ))}
  </ol>
);
