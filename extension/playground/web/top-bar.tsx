import { useEffect, useState } from 'react';

const situations: readonly [name: string, label: string, value: object][] = [
  ['well', 'answers', {}],
  ['down', 'is switched off', { outage: true }],
  ['slow', 'is slow', { latencyMs: 3000 }],
];
/** Links, the language and the looks of the page, and what the demo ERP should suffer from. */
export function TopBar(props: { erpUrl: string; locale: string; onLocale: (locale: string) => void }) {
  const [dark, setDark] = useState(() => localStorage.getItem('theme') === 'dark');
  const [erp, setErp] = useState('well');
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    localStorage.setItem('theme', dark ? 'dark' : 'light');
  }, [dark]);
  useEffect(() => {
    void fetch('/__erp/switches')
      .then((answer) => answer.json())
      .then((now: { outage?: boolean; latencyMs?: number }) =>
        setErp(now.outage ? 'down' : now.latencyMs ? 'slow' : 'well'),
      );
  }, []);
  const choose = async (name: string) => {
    setErp(name);
    const value = situations.find(([each]) => each === name)?.[2] ?? {};
    await fetch('/__erp/switches', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
    });
  };
  return (
    <header>
      <strong>Playground CRM</strong>
      <nav aria-label="Main">
        <a href="/">Deals</a>
        <a href="/settings">Settings</a>
        <a href={props.erpUrl}>Demo ERP</a>
      </nav>
      <label>
        The ERP
        <select value={erp} onChange={({ target }) => void choose(target.value)}>
          {situations.map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Language
        <select value={props.locale} onChange={({ target }) => props.onLocale(target.value)}>
          <option value="en-gb">English</option>
          <option value="fr">Français</option>
          <option value="de">Deutsch</option>
        </select>
      </label>
      <label>
        <input type="checkbox" checked={dark} onChange={({ target }) => setDark(target.checked)} />
        Dark
      </label>
    </header>
  );
}
